import { describe, expect, it } from 'vitest'
import { type LinePart, lineParts } from './line-parts.ts'

/** A file that comes in pieces of so many bytes. */
function file(text: string, piece = 7): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + piece))
      at += piece
    },
  })
}

async function all(parts: AsyncGenerator<LinePart>): Promise<LinePart[]> {
  const list: LinePart[] = []
  for await (const part of parts) list.push(part)
  return list
}

describe('a file in parts of lines', () => {
  it('keeps every line, whole, in order, with its place', async () => {
    const parts = await all(lineParts(file('one\ntwo\nthree\nfour\nfive\n'), { most: 2 }))
    expect(parts.map(({ lines, firstLine }) => [firstLine, ...lines])).toEqual([
      [1, 'one', 'two'],
      [3, 'three', 'four'],
      [5, 'five'],
    ])
    expect(parts.at(-1)?.read).toBe(24)
  })

  it('says how far it is, though the file came in one piece', async () => {
    const parts = await all(lineParts(file('0123456789\n'.repeat(100), 5000), { most: 25 }))
    expect(parts.map(({ read }) => read)).toEqual([275, 550, 825, 1100])
  })

  it.each([
    ['no line feed at its end', 'a\nb', ['a', 'b']],
    ['line feeds of Windows', 'a\r\nb\r\n', ['a', 'b']],
    ['blank lines, which keep their place', 'a\n\nb\n', ['a', '', 'b']],
    ['characters that are cut between pieces', 'Grüße an Zoë 🌊\nüber 🚢\n', ['Grüße an Zoë 🌊', 'über 🚢']],
    ['nothing in it', '', []],
  ])('with %s', async (_, text, lines) => {
    for (const piece of [1, 2, 3, 1000]) {
      const parts = await all(lineParts(file(text, piece)))
      expect(parts.flatMap((part) => part.lines)).toEqual(lines)
    }
  })

  it('long lines come in smaller parts', async () => {
    const parts = await all(lineParts(file(`${'x'.repeat(50)}\n`.repeat(6), 64), { characters: 100 }))
    expect(parts.map(({ lines }) => lines.length)).toEqual([2, 2, 2])
  })

  it('a line that is too long for any call is cut, and those around it are whole', async () => {
    const text = `{"a":1}\n{"text":"${'x'.repeat(700_000)}"}\n{"b":2}\n`
    const parts = await all(lineParts(file(text, 65_536)))
    expect(parts.flatMap(({ lines }) => lines).map((line) => line.slice(0, 9))).toEqual([
      '{"a":1}',
      '{"text":"',
      '{"b":2}',
    ])
    expect(Math.max(...parts.flatMap(({ lines }) => lines).map(({ length }) => length))).toBeLessThan(2000)
  })

  it('whoever stops early closes the file', async () => {
    let closed = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('again\n')),
      cancel: () => {
        closed = true
      },
    })
    for await (const { firstLine } of lineParts(endless, { most: 2 })) if (firstLine > 3) break
    expect(closed).toBe(true)
  })
})
