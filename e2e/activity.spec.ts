import { type Agent, expect, test } from './fixtures/agent.ts'

async function openActivity({ page }: Agent) {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Activity' }).click()
  const pane = page.getByRole('main', { name: 'Activity' })
  await expect(pane.getByRole('heading', { name: 'What happened' })).toBeVisible()
  return pane
}

test('what happened stands in a timeline, is narrowed by kind, and leads to its run', async ({
  agent,
  site,
}) => {
  await agent.say('remember that the spare key is with Jo')
  await expect(agent.outcome()).toContainText('spare key')
  const pane = await openActivity(agent)
  const rows = pane.getByRole('listitem')
  await expect(rows.filter({ hasText: 'A run was finished' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Adjutant started' })).toHaveCount(1)
  await pane.getByRole('combobox', { name: 'Kind of activity' }).selectOption('Acted')
  await expect(rows.filter({ hasText: 'A run was finished' })).toHaveCount(0)
  await rows.filter({ hasText: 'Remember' }).getByRole('button').press('Enter')
  await expect(agent.page.getByRole('article', { name: /^Run: remember/ })).toBeVisible()

  await agent.page.keyboard.press('Control+1')
  await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
  await expect(agent.page.getByRole('button', { name: 'Allow once' })).toBeVisible()
  await openActivity(agent)
  await pane.getByRole('combobox', { name: 'Kind of activity' }).selectOption('Asked you')
  await rows.filter({ hasText: 'Asked whether it may' }).getByRole('button').click()
  await expect(agent.page.getByRole('main', { name: 'Approvals' })).toBeVisible()
  await agent.page.getByRole('button', { name: 'Allow once' }).click()
})

test('charts are drawn in the colours of the theme and fit the window, and say the same in words and as tables', async ({
  agent,
}) => {
  await agent.say('remember that the spare key is with Jo')
  await expect(agent.outcome()).toContainText('spare key')
  const pane = await openActivity(agent)
  const steps = pane.getByRole('group', { name: 'Steps of the journal' })
  // a sample is taken every ten seconds
  await expect(steps).toContainText('Half took at most', { timeout: 30_000 })
  await expect(pane.locator('canvas')).toHaveCount(5)
  await steps.getByRole('button', { name: 'As a table' }).click()
  await expect(steps.getByRole('columnheader')).toHaveText(['Time', 'Half of them', '95 of 100'])
  await expect(steps.getByRole('row')).toHaveCount(2)
  await agent.page.screenshot({ path: test.info().outputPath('light.png') })

  const inks = () =>
    pane
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
          0,
          0,
          canvas.width,
          canvas.height,
        )
        let light = 0
        let dark = 0
        for (let at = 0; at < data.length; at += 4) {
          if ((data[at + 3] ?? 0) < 128) continue
          if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) > 384) light += 1
          else dark += 1
        }
        return { light, dark }
      })
  const inLight = await inks()
  await agent.page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(async () => (await inks()).dark).not.toBe(inLight.dark)
  await agent.page.screenshot({ path: test.info().outputPath('dark.png') })

  await pane.getByRole('radio', { name: '7 days' }).click()
  await expect(steps).toContainText('Half took at most')
  await agent.page.setViewportSize({ width: 400, height: 700 })
  const width = () =>
    pane
      .locator('.uplot')
      .first()
      .evaluate((plot) => plot.getBoundingClientRect().width)
  await expect.poll(width).toBeLessThan(380)
})
