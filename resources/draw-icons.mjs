// Draws the app's icon and the tray's: node resources/draw-icons.mjs. A peak and a lamp on a rounded square.
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'

const PINE = [31, 95, 88]
const PAPER = [244, 239, 228]
const LAMP = [227, 181, 101]
const SAMPLES = 4

/** Colour and cover of a point of the unit square. */
function colourAt(x, y) {
  const corner = 0.25
  const dx = Math.max(corner - x, x - (1 - corner), 0)
  const dy = Math.max(corner - y, y - (1 - corner), 0)
  if (Math.hypot(dx, dy) > corner) return undefined
  if (Math.hypot(x - 0.5, y - 0.63) < 0.075) return LAMP
  const stroke = Math.min(distance(x, y, 0.25, 0.72, 0.5, 0.25), distance(x, y, 0.5, 0.25, 0.75, 0.72))
  return stroke < 0.05 ? PAPER : PINE
}

function distance(x, y, ax, ay, bx, by) {
  const t = Math.max(
    0,
    Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
  )
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}

function png(size) {
  const rows = []
  for (let row = 0; row < size; row += 1) {
    const line = [0]
    for (let column = 0; column < size; column += 1) line.push(...pixel(row, column, size))
    rows.push(Buffer.from(line))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function pixel(row, column, size) {
  const sum = [0, 0, 0]
  let covered = 0
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) / size
    const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size
    const colour = colourAt(x, y)
    if (!colour) continue
    covered += 1
    for (let channel = 0; channel < 3; channel += 1) sum[channel] += colour[channel]
  }
  const alpha = Math.round((255 * covered) / SAMPLES ** 2)
  return [...sum.map((value) => (covered > 0 ? Math.round(value / covered) : 0)), alpha]
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, check])
}

function crc(bytes) {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}

for (const [name, size] of [
  ['icon.png', 256],
  ['tray.png', 22],
  ['tray@2x.png', 44],
]) {
  writeFileSync(new URL(name, import.meta.url), png(size))
}
