import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod/mini'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
  maximised: z.boolean(),
  /** Whether the operator has been told what closing the window means. */
  toldAboutClosing: z.boolean(),
})
export type WindowState = z.infer<typeof stateSchema>

export const SMALLEST = { width: 420, height: 480 }
const USUAL = { width: 1200, height: 800 }
/** Of the window's upper edge, this much must lie on a display for a hand to take hold of it. */
const GRIP = { width: 120, height: 24 }

/** Where a window may stand: the kept place where a display still shows it, else, in `size`, the middle of the first. */
export function placeWindow(
  kept: Rectangle | undefined,
  displays: readonly Rectangle[],
  size: { readonly width: number; readonly height: number } = USUAL,
): Rectangle {
  const shown = kept && displays.find((display) => holdsGrip(kept, display))
  const display = shown ?? displays[0] ?? { x: 0, y: 0, ...USUAL }
  const wanted = shown ? kept : size
  const width = Math.max(Math.min(wanted.width, display.width), SMALLEST.width)
  const height = Math.max(Math.min(wanted.height, display.height), SMALLEST.height)
  if (shown) return { x: kept.x, y: kept.y, width, height }
  return {
    x: display.x + Math.max(0, Math.round((display.width - width) / 2)),
    y: display.y + Math.max(0, Math.round((display.height - height) / 2)),
    width,
    height,
  }
}

function holdsGrip(window: Rectangle, display: Rectangle): boolean {
  const left = Math.max(window.x, display.x)
  const right = Math.min(window.x + window.width, display.x + display.width)
  return (
    right - left >= GRIP.width &&
    window.y >= display.y &&
    window.y + GRIP.height <= display.y + display.height
  )
}

/** What was kept, or undefined where there is nothing that can be used: a lost place is no reason not to start. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.core.$ZodError) return undefined
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

/** Replaces the file as a whole. */
export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.part`
  writeFileSync(draft, `${JSON.stringify(state)}\n`)
  renameSync(draft, file)
}
