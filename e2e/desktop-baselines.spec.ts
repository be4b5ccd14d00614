import { type Agent, expect, test } from './fixtures/agent.ts'
import { paneIsThere } from './fixtures/panes.ts'
import { steady } from './fixtures/steady.ts'

const SIZES = { wide: [1200, 800], middle: [800, 600], narrow: [360, 640] } as const
const PANES = [
  'chat',
  'runs',
  'approvals',
  'automations',
  'memory',
  'tools',
  'activity',
  'diagnostics',
  'settings',
] as const

/** What each pane has to show: something done, something asked, something that did not work. */
async function fill(agent: Agent, origin: string): Promise<void> {
  await agent.say('remember that the spare key is with Jo, and remind me tomorrow at 9 to call the dentist')
  await expect(agent.outcome()).toBeVisible()
  await agent.page.keyboard.press('Alt+n')
  await agent.say('read ~/notes/nowhere.md')
  await expect(agent.page.getByRole('alert').first()).toBeVisible()
  await agent.page.keyboard.press('Alt+n')
  await agent.say(`POST {"seats": 2} to ${origin}/api/echo`)
  await expect(agent.page.getByRole('button', { name: 'Allow once' })).toBeVisible()
}

test.describe('every pane looks as it was last looked at', () => {
  for (const theme of ['light', 'dark'] as const)
    for (const [size, [width, height]] of Object.entries(SIZES))
      test(`${theme}, ${size}`, async ({ agent, site }) => {
        test.setTimeout(180_000)
        const { page } = agent
        await fill(agent, site.origin)
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height })
        for (const [index, pane] of PANES.entries()) {
          await page.keyboard.press(`Control+${index + 1}`)
          await paneIsThere(page)
          await page.mouse.move(0, 0)
          await expect(async () => {
            await steady(page)
            await expect(page).toHaveScreenshot(`${pane}-${theme}-${size}.png`, {
              mask: [page.locator('canvas'), page.locator('[data-changing]')],
              maxDiffPixelRatio: 0.003,
              timeout: 4_000,
            })
          }).toPass({ timeout: 30_000 })
        }
      })
})
