import type { Rectangle } from '../window-state.ts'

/** How wide the quick window is, and how tall it may get, in px. */
export const QUICK_SIZE = { width: 640, shortest: 64, tallest: 560 }

/** Where the quick window stands on a display: in its middle, a quarter down, and never over its lower edge. */
export function placeQuick(area: Rectangle, contentHeight: number): Rectangle {
  const width = Math.min(QUICK_SIZE.width, area.width)
  const top = Math.round(area.height / 4)
  const room = Math.max(QUICK_SIZE.shortest, area.height - top - 8)
  const height = Math.min(Math.max(Math.ceil(contentHeight), QUICK_SIZE.shortest), QUICK_SIZE.tallest, room)
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + top,
    width,
    height,
  }
}
