import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GERMAN } from './spoken-here.ts'
import { type Catalogue, createWords, directionOf, languageFor } from './words.ts'

const german = createWords('de', {
  'Run {name}': 'Lauf {name}',
  '{count} runs': '{count} Läufe',
  '{count} run': '{count} Lauf',
})

describe('what the interface says', () => {
  it('is said in the language that is chosen, with its values', () => {
    expect(german.t('Run {name}', { name: 'a' })).toBe('Lauf a')
    expect(german.n(1, '{count} run', '{count} runs')).toBe('1 Lauf')
    expect(german.n(1_200, '{count} run', '{count} runs')).toBe('1.200 Läufe')
  })

  it('stays English rather than empty where a text has no translation', () => {
    expect(german.t('Nobody translated {this}', { this: 'yet' })).toBe('Nobody translated yet')
  })

  it.each([
    ['system', ['de-AT', 'en'], 'de'],
    ['system', ['fr', 'en-GB'], 'en'],
    ['system', ['fr'], 'en'],
    ['en', ['de'], 'en'],
  ] as const)('is in %s where the system prefers %j: %s', (chosen, preferred, language) => {
    expect(languageFor(chosen, preferred)).toBe(language)
  })
})

/** Texts that sources ask for: the literals given to `t`, and both that are given to `n`. */
function asked(): Map<string, string> {
  const found = new Map<string, string>()
  const text = `'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)"`
  const calls = new RegExp(`\\bt\\(\\s*(?:${text})|\\bn\\(\\s*[^,'"]+,\\s*(?:${text}),\\s*(?:${text})`, 'g')
  for (const folder of ['src-renderer', 'src-main/desktop'])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /\.test\./.test(name)) continue
      for (const [, ...groups] of readFileSync(join(folder, name), 'utf8').matchAll(calls))
        for (const group of groups)
          if (group !== undefined) found.set(group.replace(/\\(['"\\])/g, '$1'), `${folder}/${name}`)
    }
  return found
}

describe('the German interface', () => {
  it('has every text that is asked for', () => {
    expect([...asked()].filter(([text]) => !(text in GERMAN))).toEqual([])
  })

  it('has each text once: one that means two things is asked for in two wordings', async () => {
    const texts: string[] = []
    for (const name of readdirSync('src-words/de'))
      for (const catalogue of Object.values(await import(`./de/${name}`)) as Catalogue[])
        texts.push(...Object.keys(catalogue))
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
  })

  it('keeps the values of each text', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    const changed = Object.entries(GERMAN).filter(
      ([english, words]) => holes(english).join() !== holes(words).join(),
    )
    expect(changed).toEqual([])
  })
})

describe('the side on which everything begins', () => {
  it.each([
    ['en', 'ltr'],
    ['de-AT', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa_IR', 'rtl'],
    ['arn', 'ltr'],
  ])('is that of the language: %s is %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction)
  })

  it('is meant wherever something stands beside something else: no class names left or right', () => {
    const physical =
      /(?<![\w-])-?(?:m[lr]|p[lr]|left|right|text-(?:left|right)|border-[lr]|rounded-(?:[lr]|[tb][lr]))(?:-(?!1\/2)[\w./[\]%-]+)?(?=[\s"'`])/g
    const found = readdirSync('src-renderer', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => {
        const source = readFileSync(join('src-renderer', name), 'utf8')
        return [...source.matchAll(/class(?:Name|Names)?[=(][^\n]*/g)].flatMap(([line]) =>
          [...line.matchAll(physical)].map(([each]) => `${name}: ${each}`),
        )
      })
      // the middle of something is the same from both sides
      .filter((each) => !/: -?(?:left|right)$/.test(each))
    expect(found).toEqual([])
  })
})
