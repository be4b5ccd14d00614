import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { REASONS } from '../src-main/security/decide-call.ts'
import { wordsOf } from './spoken-here.ts'

const german = wordsOf('de')

/** A literal as it may come out, with something in its holes; undefined for what is put together elsewhere. */
function sentencesOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [
      node.head.text + node.templateSpans.map(({ literal }, index) => `Xy${index}${literal.text}`).join(''),
    ]
  if (ts.isConditionalExpression(node)) return [...sentencesOf(node.whenTrue), ...sentencesOf(node.whenFalse)]
  if (ts.isParenthesizedExpression(node)) return sentencesOf(node.expression)
  return []
}

/** Sentences of the sources, where `pick` finds them. */
function sentences(
  folder: string,
  pick: (node: ts.Node, source: ts.SourceFile) => ts.Node | undefined,
): string[] {
  const found = new Set<string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || /\.test\.|testing|\/models\/offline\//.test(name)) continue
    const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest)
    const visit = (node: ts.Node): void => {
      const picked = pick(node, source)
      for (const sentence of picked ? sentencesOf(picked) : []) found.add(sentence)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  // "HTTP GET" is what it is in any language
  return [...found].filter((sentence) => /[a-z]{3}/.test(sentence.replace(/Xy\d/g, '')))
}

const inProperty = (property: string) => (node: ts.Node, source: ts.SourceFile) =>
  ts.isPropertyAssignment(node) && node.name.getText(source) === property ? node.initializer : undefined

/** The message of an error of ours. */
const inError = (node: ts.Node, source: ts.SourceFile) =>
  ts.isNewExpression(node) && /\w+Error$/.test(node.expression.getText(source))
    ? node.arguments?.[1]
    : undefined

const untranslated = (all: readonly string[]) => all.filter((sentence) => german.said(sentence) === sentence)

describe('what the agent says of its work is said in German too', () => {
  it('why it was allowed, asked or denied', () => {
    expect(Object.values(REASONS).filter((reason) => german.said(reason) === reason)).toEqual([])
  })

  it.each([
    ['the proofs of what was done', inProperty('summary'), 'src-main/execution/tools'],
    ['the names of its tools', inProperty('title'), 'src-main/execution/tools'],
    ['why something did not work', inError, 'src-main'],
    ['what to do about it', inProperty('fix'), 'src-main'],
  ])('%s', (_what, pick, folder) => {
    const all = sentences(folder, pick)
    expect(all.length).toBeGreaterThan(20)
    expect(untranslated(all)).toEqual([])
  })
})
