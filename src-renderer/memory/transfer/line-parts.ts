/** Lines that are sent in one call, and about how many characters: a call is bounded, whatever the lines. */
export const PART_LINES = 500
const PART_CHARACTERS = 400_000
/** A longer line holds more than memory takes, however it is written. */
const LONGEST_LINE = 650_000
/** So much of it is sent, so that it is refused by its place and beginning, and the lines around it are taken. */
const CUT_TO = 1000

export interface LinePart {
  readonly lines: readonly string[]
  /** Place of the first of them in the file, from 1. */
  readonly firstLine: number
  /** Bytes of the file up to its end, about. */
  readonly read: number
}

/** A file's lines in parts, read piece by piece: a large one never lies in memory whole. The line feed is not part of a line. */
export async function* lineParts(
  stream: ReadableStream<Uint8Array>,
  { most = PART_LINES, characters = PART_CHARACTERS } = {},
): AsyncGenerator<LinePart> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  let [read, firstLine, size] = [0, 1, 0]
  let begun = ''
  let lines: string[] = []
  const part = (ahead: number): LinePart => {
    const full = { lines, firstLine, read: Math.round(read - ahead) }
    firstLine += lines.length
    lines = []
    size = 0
    return full
  }
  try {
    for (;;) {
      const { done, value } = await reader.read()
      read += value?.byteLength ?? 0
      const text = decoder.decode(value, { stream: !done })
      const ended = text.split('\n')
      let taken = 0
      ended[0] = begun + ended[0]
      begun = ended.pop() ?? ''
      for (const line of done && begun !== '' ? [...ended, begun] : ended) {
        const whole = line.length > LONGEST_LINE ? line.slice(0, CUT_TO) : line
        lines.push(whole.endsWith('\r') ? whole.slice(0, -1) : whole)
        size += whole.length
        taken += line.length + 1
        const ahead = (1 - Math.min(1, taken / (text.length || 1))) * (value?.byteLength ?? 0)
        if (lines.length >= most || size >= characters) yield part(ahead)
      }
      if (done) break
    }
    if (lines.length > 0) yield part(0)
  } finally {
    // whoever stops early leaves no file open
    await reader.cancel()
  }
}
