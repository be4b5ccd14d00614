import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const schema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(360).max(10_000),
  height: z.int().min(400).max(10_000),
  maximised: z.boolean(),
})
export type WindowState = z.infer<typeof schema>
type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const DEFAULT: WindowState = { width: 1200, height: 800, maximised: false }
/** How much of a window must be on a display for it to be found again, in pixels. */
const VISIBLE = 80

/** Where the window was; the default where that is not known or no longer on any display. */
export function readWindowState(file: string, displays: readonly Area[]): WindowState {
  let state: WindowState
  try {
    state = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // losing the place of a window is no reason to say anything
    return DEFAULT
  }
  const { x, y, width } = state
  const seen =
    x !== undefined &&
    y !== undefined &&
    displays.some(
      (area) =>
        x + width > area.x + VISIBLE &&
        x < area.x + area.width - VISIBLE &&
        y >= area.y - VISIBLE / 4 &&
        y < area.y + area.height - VISIBLE,
    )
  return seen ? state : { width: state.width, height: state.height, maximised: state.maximised }
}

export const writeWindowState = (file: string, state: WindowState): void =>
  writeFileSync(file, `${JSON.stringify(state)}\n`, { mode: 0o600 })
