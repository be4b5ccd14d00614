import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { ROOT } from './build-when-stale.ts'

/**
 * Draws the application's mark, the same as that of the interface (32 units wide), as PNG files of the sizes that trays
 * and windows want: node scripts/draw-icons.ts
 */
const SIZES = [16, 22, 32, 256]
/** Sizes of trays; there the mark also stands with a badge that says what the agent is at. */
const TRAY_SIZES = [16, 22, 32]
const GREEN = [0x1f, 0x5f, 0x58]
const CREAM = [0xf4, 0xef, 0xe4]
const GOLD = [0xe3, 0xb5, 0x65]
const RED = [0xd6, 0x3b, 0x2f]
const BLUE = [0x4a, 0x90, 0xd9]
const AMBER = [0xf2, 0xb1, 0x34]
const INK = [0x1c, 0x14, 0x00]
const GREY = [0x7d, 0x85, 0x86]
const WHITE = [0xff, 0xff, 0xff]
/** Points measured in each direction of a pixel. */
const SAMPLES = 8

type Colour = readonly number[]

/** Colour at a point of the mark, or undefined outside of it. */
export function colourAt(x: number, y: number): Colour | undefined {
  if (Math.hypot(x - 16, y - 20) <= 2.2) return GOLD
  if (Math.min(toSegment(x, y, 8, 23, 16, 8), toSegment(x, y, 16, 8, 24, 23)) <= 1.5) return CREAM
  const outX = Math.max(Math.abs(x - 16) - 8, 0)
  const outY = Math.max(Math.abs(y - 16) - 8, 0)
  return Math.hypot(outX, outY) <= 8 ? GREEN : undefined
}

/** Distance of a point to the line from a to b. */
function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
  const at = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay))
}

type Picture = (x: number, y: number) => Colour | undefined

/** The mark with a badge at its lower right, which a rim sets off from it. `glyph` is drawn around the badge's middle. */
const withBadge =
  (mark: Picture, badge: Colour, glyph: Picture = () => undefined): Picture =>
  (x, y) => {
    const fromBadge = Math.hypot(x - BADGE.x, y - BADGE.y)
    if (fromBadge <= BADGE.radius) return glyph(x - BADGE.x, y - BADGE.y) ?? badge
    return fromBadge <= BADGE.radius + 1.5 ? undefined : mark(x, y)
  }
const BADGE = { x: 22, y: 22, radius: 9 }

/** The mark without its colours: nothing goes on. */
const greyMark: Picture = (x, y) => {
  const colour = colourAt(x, y)
  return colour === GREEN ? GREY : colour && WHITE
}

/** Digits and a plus of 3 by 5 cells, the upper row first. */
const GLYPHS: Readonly<Record<string, string>> = {
  1: '010 110 010 010 111',
  2: '110 001 010 100 111',
  3: '110 001 010 001 110',
  4: '101 101 111 001 001',
  5: '111 100 110 001 110',
  6: '011 100 110 101 010',
  7: '111 001 010 010 010',
  8: '010 101 010 101 010',
  9: '010 101 011 001 110',
  more: '000 010 111 010 000',
}
const CELL = 2.4

const digit = (name: string): Picture => {
  const rows = (GLYPHS[name] ?? '').split(' ')
  return (x, y) => {
    const cell = rows[Math.floor(y / CELL + 2.5)]?.[Math.floor(x / CELL + 1.5)]
    return cell === '1' ? INK : undefined
  }
}

const pauseBars: Picture = (x, y) =>
  Math.abs(y) <= 4.5 && Math.abs(Math.abs(x) - 2.5) <= 1.3 ? WHITE : undefined
const hollow: Picture = (x, y) => (Math.hypot(x, y) <= 5.5 ? WHITE : undefined)

/** What the tray shows, by the name of its file. */
const TRAY: Readonly<Record<string, Picture>> = {
  idle: colourAt,
  listening: withBadge(colourAt, RED),
  working: withBadge(colourAt, BLUE),
  stopped: withBadge(greyMark, GREY, pauseBars),
  offline: withBadge(greyMark, GREY, hollow),
  ...Object.fromEntries(
    Object.keys(GLYPHS).map((name) => [`waiting-${name}`, withBadge(colourAt, AMBER, digit(name))]),
  ),
}

/** Rows of RGBA pixels, each row after a zero: no filter. */
function draw(size: number, colourAt: Picture): Buffer {
  const rows = Buffer.alloc(size * (1 + size * 4))
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0]
      let covered = 0
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) * 32) / size
        const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * 32) / size
        const colour = colourAt(x, y)
        if (!colour) continue
        covered += 1
        for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (colour[channel] ?? 0)
      }
      const place = row * (1 + size * 4) + 1 + column * 4
      for (const channel of [0, 1, 2])
        rows[place + channel] = covered ? Math.round((sum[channel] ?? 0) / covered) : 0
      rows[place + 3] = Math.round((255 * covered) / SAMPLES ** 2)
    }
  }
  return rows
}

/** The PNG format: length, name, data, CRC of name and data. https://www.w3.org/TR/png/#5Chunk-layout */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

export function png(size: number, colourAt: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // 8 bits a channel, with alpha
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(draw(size, colourAt), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

if (import.meta.main) {
  const write = (name: string, bytes: Buffer) => writeFileSync(join(ROOT, 'resources', `${name}.png`), bytes)
  mkdirSync(join(ROOT, 'resources', 'tray'), { recursive: true })
  for (const size of SIZES) write(`icon-${size}`, png(size, colourAt))
  for (const size of TRAY_SIZES)
    for (const [name, picture] of Object.entries(TRAY)) write(`tray/${name}-${size}`, png(size, picture))
}
