import { expect, test } from './fixtures/agent.ts'

// a browser's files can be held back
const SIZES = [
  { width: 1200, height: 800 },
  { width: 700, height: 600 },
  { width: 400, height: 700 },
]

test('what is typed before the window is drawn stands in its box, and goes on there', async ({ agent }) => {
  const { page } = agent
  const composer = page.getByRole('textbox', { name: 'Message' })
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await composer.fill('')
    let draw = () => {}
    const mayDraw = new Promise<void>((resolve) => {
      draw = resolve
    })
    await page.route('**/assets/main-*.js', async (route) => {
      await mayDraw
      await route.continue()
    })
    await page.reload({ waitUntil: 'commit' })
    const early = page.locator('#early textarea')
    await expect(early).toBeFocused()
    await page.keyboard.type('Call Jon')
    await page.keyboard.press('ArrowLeft')
    const before = await page.locator('#early .box').boundingBox()
    draw()
    await expect(composer).toBeFocused()
    await page.keyboard.type('h')
    await expect(composer).toHaveValue('Call John')
    await expect(page.locator('#early')).toHaveCount(0)
    const after = await composer.locator('xpath=../..').boundingBox()
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs((after?.[side] ?? 0) - (before?.[side] ?? 0)), `${side} at ${size.width}`).toBeLessThan(
        3,
      )
    await page.unroute('**/assets/main-*.js')
  }
})
