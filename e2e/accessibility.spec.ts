import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Agent, expect, test } from './fixtures/agent.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against WCAG 2.2 A and AA and good practice, each with the first place where it is so. */
async function violations({ page }: Agent, where: string): Promise<string[]> {
  // nothing is on its way in or out any more
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {}))),
  )
  const results = (await page.evaluate(
    `${AXE}; axe.run(document, { resultTypes: ['violations'] })`,
  )) as AxeResults
  return results.violations.map(
    ({ id, nodes }) =>
      `${where}: ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.any[0]?.message ?? ''}`,
  )
}

const change = (agent: Agent, ui: { theme?: string; language?: string }) =>
  agent.page.evaluate(
    (change) =>
      (window as unknown as { adjutant: { call(...given: unknown[]): Promise<unknown> } }).adjutant.call(
        'settings.change',
        { ui: change },
      ),
    ui,
  )

test.describe('nothing keeps anybody out', () => {
  test.beforeEach(({ host }) => {
    test.skip(host !== 'desktop', 'the same page is looked at on the desktop')
  })

  for (const theme of ['light', 'dark'])
    for (const language of ['en', 'de'])
      test(`in any pane: ${theme}, ${language}`, async ({ agent, site }) => {
        test.setTimeout(120_000)
        const { page } = agent
        await agent.say(
          'remember that the spare key is with Jo, and remind me tomorrow at 9 to call the dentist',
        )
        await expect(agent.outcome()).toBeVisible()
        await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
        await expect(page.getByRole('button', { name: 'Allow once' })).toBeVisible()
        await change(agent, { theme, language })
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        const panes = await page.getByRole('navigation').first().getByRole('link').count()
        const found: string[] = []
        for (let pane = 1; pane <= panes; pane += 1) {
          await page.keyboard.press(`Control+${pane}`)
          await expect(
            page
              .getByRole('navigation')
              .first()
              .getByRole('link')
              .nth(pane - 1),
          ).toHaveAttribute('aria-current', 'page')
          await expect(page.getByText(/^Loading/)).toHaveCount(0)
          found.push(...(await violations(agent, `pane ${pane}`)))
        }
        await page.keyboard.press('Control+1')
        await page.keyboard.press('Control+n')
        found.push(...(await violations(agent, 'a new chat')))
        await page.keyboard.press('Tab')
        await page.keyboard.press('?')
        await expect(page.getByRole('dialog')).toBeVisible()
        found.push(...(await violations(agent, 'the shortcuts')))
        expect(found).toEqual([])
      })
})
