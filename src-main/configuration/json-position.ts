/**
 * Where a text stops being JSON: offset in UTF-16 units, and what was wanted there. Undefined where it is JSON.
 * (The engine's own message tells the place for some errors only.)
 */
export function findJsonError(text: string): { offset: number; wanted: string } | undefined {
  let at = 0
  const fail = (wanted: string): never => {
    throw new JsonFault(at, wanted)
  }
  const skip = () => {
    at += /^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0
  }
  const take = (pattern: RegExp, wanted: string) => {
    const found = pattern.exec(text.slice(at))
    if (!found) fail(wanted)
    at += found?.[0].length ?? 0
    skip()
  }
  const string = (wanted: string) =>
    take(/^"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/u, wanted)

  /** Items between brackets, with commas between them and none after the last. */
  function items(close: string, item: () => void): void {
    at++
    skip()
    while (text[at] !== close) {
      item()
      if (text[at] === close) break
      take(/^,/, `"," or "${close}"`)
      if (text[at] === close) fail('another item after ","')
    }
    at++
    skip()
  }

  function value(): void {
    if (text[at] === '{') {
      items('}', () => {
        string('a name in double quotes')
        take(/^:/, '":"')
        value()
      })
    } else if (text[at] === '[') items(']', value)
    else if (text[at] === '"') string('a string that ends on its line')
    else take(/^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/, 'a value')
  }

  try {
    skip()
    value()
    if (at < text.length) fail('the end')
  } catch (error) {
    if (error instanceof JsonFault) return { offset: error.offset, wanted: error.wanted }
    throw error
  }
  return undefined
}

class JsonFault extends Error {
  readonly offset: number
  readonly wanted: string
  constructor(offset: number, wanted: string) {
    super(wanted)
    this.offset = offset
    this.wanted = wanted
  }
}

/** Line and column, both from 1. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
