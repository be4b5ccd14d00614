import type { Page } from 'playwright-core'

/** Pixels; a page that is longer is cut there, said by nobody but the picture itself. */
const MAX_HEIGHT = 8_000

/** The whole page as PNG bytes. */
export async function takeScreenshot(page: Page): Promise<Uint8Array> {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }))
  const clip = { x: 0, y: 0, width, height: Math.min(height, MAX_HEIGHT) }
  return page.screenshot({ fullPage: true, clip, animations: 'disabled', timeout: 20_000 })
}
