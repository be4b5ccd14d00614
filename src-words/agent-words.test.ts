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

/** Sentences of the sources that stand in a property of this name. */
function said(property: string, folder: string): string[] {
  const found = new Set<string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || /\.test\.|testing|\/models\/offline\//.test(name)) continue
    const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest)
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && node.name.getText(source) === property)
        for (const sentence of sentencesOf(node.initializer)) found.add(sentence)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  // "HTTP GET" is what it is in any language
  return [...found].filter((sentence) => /[a-z]{3}/.test(sentence.replace(/Xy\d/g, '')))
}

describe('what the agent says of its work is said in German too', () => {
  it('why it was allowed, asked or denied', () => {
    expect(Object.values(REASONS).filter((reason) => german.said(reason) === reason)).toEqual([])
  })

  it.each([
    ['the proofs of what was done', 'summary', 'src-main/execution/tools'],
    ['the names of its tools', 'title', 'src-main/execution/tools'],
  ])('%s', (_what, property, folder) => {
    const sentences = said(property, folder)
    expect(sentences.length).toBeGreaterThan(20)
    expect(sentences.filter((sentence) => german.said(sentence) === sentence)).toEqual([])
  })
})
