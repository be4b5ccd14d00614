import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { ROOT } from './build-when-stale.ts'

/**
 * Draws the application's mark, the same as that of the interface (32 units wide), as PNG files of the sizes that trays
 * and windows want: node scripts/draw-icons.ts
 */
const SIZES = [16, 22, 32, 256]
/** Sizes of trays; there the mark also stands with the dot that says that the microphone is open. */
const TRAY_SIZES = [16, 22, 32]
const GREEN = [0x1f, 0x5f, 0x58]
const CREAM = [0xf4, 0xef, 0xe4]
const GOLD = [0xe3, 0xb5, 0x65]
const RED = [0xd6, 0x3b, 0x2f]
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

/** The same with the dot, which a rim sets off from the mark. */
function listeningColourAt(x: number, y: number): Colour | undefined {
  const fromDot = Math.hypot(x - 24, y - 24)
  if (fromDot <= 6.5) return RED
  return fromDot <= 8 ? undefined : colourAt(x, y)
}

/** Rows of RGBA pixels, each row after a zero: no filter. */
function draw(size: number, colourAt: (x: number, y: number) => Colour | undefined): Buffer {
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

export function png(size: number, colourAt: (x: number, y: number) => Colour | undefined): Buffer {
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
  mkdirSync(join(ROOT, 'resources'), { recursive: true })
  for (const size of SIZES) write(`icon-${size}`, png(size, colourAt))
  for (const size of TRAY_SIZES) write(`icon-listening-${size}`, png(size, listeningColourAt))
}
