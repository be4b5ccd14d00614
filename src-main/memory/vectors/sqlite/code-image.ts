/**
 * Binary codes of a block of rows, as they are stored and as they are scanned: 256 slots, and of each its code, its
 * time (f64, ms) and its class (u16, 0: the slot is empty), all codes first, then all times, then all classes.
 */
export const SLOTS = 256

/** The scan reads codes in parts of 48 bytes: one part is a MiniLM vector. */
const PART_BYTES = 48

export const codeWidth = (dimension: number): number => Math.ceil(dimension / (8 * PART_BYTES)) * PART_BYTES

export const imageBytes = (width: number): number => SLOTS * (width + 8 + 2)

export const timesAt = (width: number): number => SLOTS * width

export const classesAt = (width: number): number => SLOTS * (width + 8)

export const blockOf = (row: number): number => Math.floor(row / SLOTS)

export const slotOf = (row: number): number => row % SLOTS

/** One bit a dimension: whether it is positive, least significant bit first, as sqlite-vec's vec_quantize_binary. */
export function codeOf(vector: Float32Array, width: number): Uint8Array {
  const code = new Uint8Array(width)
  for (let at = 0; at < vector.length; at += 1) {
    if ((vector[at] as number) > 0) code[at >> 3] = (code[at >> 3] as number) | (1 << (at & 7))
  }
  return code
}

export interface Slot {
  readonly code: Uint8Array
  readonly at: number
  readonly class: number
}

/** Writes a slot of an image, or empties it. */
export function writeSlot(image: Uint8Array, width: number, slot: number, content: Slot | undefined): void {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength)
  if (content) image.set(content.code, slot * width)
  else image.fill(0, slot * width, (slot + 1) * width)
  view.setFloat64(timesAt(width) + slot * 8, content?.at ?? 0, true)
  view.setUint16(classesAt(width) + slot * 2, content?.class ?? 0, true)
}

/** How many slots of an image are in use. */
export function occupiedSlots(image: Uint8Array, width: number): number {
  let occupied = 0
  for (let at = classesAt(width); at < image.length; at += 2) if (image[at] || image[at + 1]) occupied += 1
  return occupied
}
