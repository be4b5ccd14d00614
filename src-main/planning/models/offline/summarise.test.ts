import { describe, expect, it } from 'vitest'
import { STORIES } from '../../../testing/site/news.ts'
import { sentencesOf, summarise } from './summarise.ts'

describe('a summary', () => {
  const text = STORIES[0]?.paragraphs.join('\n\n') ?? ''

  it('is made of the text’s own sentences, in their order', () => {
    const lines = summarise(text, 4)
    expect(lines).toHaveLength(4)
    const places = lines.map((line) => text.indexOf(line))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('of a short text is the text', () => {
    expect(summarise('The ferry leaves at nine sharp. It is full on every Sunday.')).toHaveLength(2)
  })

  it('leaves out headings, menus, tables, code and links', () => {
    const markdown =
      '# A heading that is long enough here\n\n- Home\n- Shop\n\n| a | b |\n| - | - |\n\n```\nconst x = 1 // is it not so.\n```\n\nThe [ferry](http://x.test) leaves the harbour at **nine** sharp.'
    expect(sentencesOf(markdown)).toEqual(['The ferry leaves the harbour at nine sharp.'])
  })

  it('does not end a sentence at an abbreviation', () => {
    expect(sentencesOf('Dr. Smith met Mr. Jones at the old pier. They talked for an hour.')).toEqual([
      'Dr. Smith met Mr. Jones at the old pier.',
      'They talked for an hour.',
    ])
  })
})
