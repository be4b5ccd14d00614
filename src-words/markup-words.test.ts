import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { GERMAN } from './spoken-here.ts'

/** Attributes that are read out or shown. */
const SPOKEN =
  /^(?:title|alt|placeholder|label|hint|aria-label|aria-description|aria-roledescription|aria-valuetext)$/
/** What is the same in every language: the name, addresses, codes and patterns of keys. */
const NAMES =
  /^(?:Adjutant|Kowalski|npx|ms|~\/notes|#token=…|https?:\/\/\S*|[\d\W_]*|[a-z]+(?:[._/:-]+[\w*~-]*)+|SHA-256|JSON|API)$/

/** Words that stand in the markup itself, and so in one language alone. */
function wordsIn(name: string): string[] {
  const source = ts.createSourceFile(
    name,
    readFileSync(join('src-renderer', name), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const found: string[] = []
  const note = (text: string) => {
    const words = text.trim()
    if (/\p{L}{2}/u.test(words) && !NAMES.test(words)) found.push(`${name}: ${words}`)
  }
  const literals = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) note(node.text)
    else if (ts.isTemplateExpression(node)) {
      note(node.head.text)
      for (const { literal } of node.templateSpans) note(literal.text)
    } else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(literals)
  }
  const visit = (node: ts.Node): void => {
    // code is code in any language
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'code') return
    if (ts.isJsxText(node)) note(node.text)
    if (ts.isJsxExpression(node) && node.expression && ts.isJsxElement(node.parent)) literals(node.expression)
    if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText()) && node.initializer)
      literals(
        ts.isJsxExpression(node.initializer) ? (node.initializer.expression ?? node) : node.initializer,
      )
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('no words stand in the markup itself: all of them go through the catalogue', () => {
  const names = readdirSync('src-renderer', { recursive: true, encoding: 'utf8' })
  expect(names.filter((name) => name.endsWith('.tsx') && !name.includes('.test.')).flatMap(wordsIn)).toEqual(
    [],
  )
})

/** Properties whose texts are shown through the catalogue. */
const SHOWN = /^(?:label|hint|title|about|message|fix)$/

it('texts in tables and in failures are in the catalogue', () => {
  const names = readdirSync('src-renderer', { recursive: true, encoding: 'utf8' })
  const found: string[] = []
  for (const name of names.filter((each) => /\.tsx?$/.test(each) && !each.includes('.test.'))) {
    const source = ts.createSourceFile(
      name,
      readFileSync(join('src-renderer', name), 'utf8'),
      ts.ScriptTarget.Latest,
    )
    const visit = (node: ts.Node): void => {
      if (
        ts.isPropertyAssignment(node) &&
        SHOWN.test(node.name.getText(source)) &&
        ts.isStringLiteralLike(node.initializer)
      ) {
        const { text } = node.initializer
        if (/\p{L}{2}/u.test(text) && !NAMES.test(text) && !(text in GERMAN)) found.push(`${name}: ${text}`)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  expect(found).toEqual([])
})
