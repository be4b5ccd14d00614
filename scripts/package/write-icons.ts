import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { colourAt, png } from '../draw-icons.ts'

/** Sizes of the freedesktop.org icon theme. */
export const ICON_SIZES = [16, 22, 24, 32, 48, 64, 128, 256, 512]
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Names of the entries by size, PNG each. */
const ICNS_TYPES = { ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 }

/** Draws the application's icon for all systems into `folder`: icons/ by size, icon.ico and icon.icns. */
export function writeIcons(folder: string): void {
  const drawn = new Map<number, Buffer>()
  const draw = (size: number): Buffer => {
    const bytes = drawn.get(size) ?? png(size, colourAt)
    drawn.set(size, bytes)
    return bytes
  }
  mkdirSync(join(folder, 'icons'), { recursive: true })
  for (const size of ICON_SIZES) writeFileSync(join(folder, 'icons', `${size}x${size}.png`), draw(size))
  writeFileSync(join(folder, 'icon.ico'), ico(ICO_SIZES.map((size) => ({ size, bytes: draw(size) }))))
  writeFileSync(
    join(folder, 'icon.icns'),
    icns(Object.entries(ICNS_TYPES).map(([type, size]) => ({ type, bytes: draw(size) }))),
  )
}

/** A header of 6 bytes, 16 for each picture, then the pictures. A side of 256 is written as 0. */
function ico(pictures: readonly { size: number; bytes: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let place = header.length
  for (const [index, { size, bytes }] of pictures.entries()) {
    const at = 6 + 16 * index
    header.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], at)
    header.writeUInt32LE(bytes.length, at + 8)
    header.writeUInt32LE(place, at + 12)
    place += bytes.length
  }
  return Buffer.concat([header, ...pictures.map(({ bytes }) => bytes)])
}

/** Chunks of a name, their length with these 8 bytes, and the picture; the file itself is one of them. */
function icns(pictures: readonly { type: string; bytes: Buffer }[]): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const header = Buffer.alloc(8)
    header.write(type, 'latin1')
    header.writeUInt32BE(data.length + 8, 4)
    return Buffer.concat([header, data])
  }
  return chunk('icns', Buffer.concat(pictures.map(({ type, bytes }) => chunk(type, bytes))))
}
