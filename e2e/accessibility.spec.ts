import type { Page } from '@playwright/test'
import { type Agent, expect, test } from './fixtures/agent.ts'
import { violations } from './fixtures/axe.ts'
import { paneIsThere } from './fixtures/panes.ts'

const change = (agent: Agent, ui: { theme?: string; language?: string }) =>
  agent.page.evaluate(
    (change) =>
      (window as unknown as { adjutant: { call(...given: unknown[]): Promise<unknown> } }).adjutant.call(
        'settings.change',
        { ui: change },
      ),
    ui,
  )

/** Opens one pane after the other; the rail or the menu of a narrow window need not show them. */
async function* panes(page: Page): AsyncGenerator<string> {
  const links = page.getByRole('navigation').first().getByRole('link', { includeHidden: true })
  const count = await links.count()
  for (let pane = 1; pane <= count; pane += 1) {
    await page.keyboard.press(`Control+${pane}`)
    await expect(links.nth(pane - 1)).toHaveAttribute('aria-current', 'page')
    await paneIsThere(page)
    yield `pane ${pane}`
  }
}

/** What stands out of the window at the right, and what is wider than the page. */
const outside = (page: Page, where: string): Promise<string[]> =>
  page.evaluate((where) => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    return [...document.querySelectorAll('#root *')]
      .filter((element) => {
        const { right, width, height } = element.getBoundingClientRect()
        return width > 0 && height > 0 && right > innerWidth + 1 && !scrolls(element.parentElement)
      })
      .map((element) => `${where}: ${element.outerHTML.slice(0, 120)}`)
      .slice(0, 3)
  }, where)

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
        const found: string[] = []
        for await (const pane of panes(page)) found.push(...(await violations(page, pane)))
        await page.locator('nav a[href="#/tools"]').first().click()
        await page.locator('[data-row="files.write"]').click()
        await expect(page.getByRole('switch')).toBeVisible()
        found.push(...(await violations(page, 'a tool')))
        await page.keyboard.press('Control+1')
        await page.keyboard.press('Control+n')
        found.push(...(await violations(page, 'a new chat')))
        await page.keyboard.press('Tab')
        await page.keyboard.press('?')
        await expect(page.getByRole('dialog')).toBeVisible()
        found.push(...(await violations(page, 'the shortcuts')))
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+k')
        await expect(page.getByRole('combobox')).toBeFocused()
        await page.keyboard.type('key')
        found.push(...(await violations(page, 'the palette')))
        expect(found).toEqual([])
      })

  for (const [what, width, height] of [
    ['at 200 %', 600, 400],
    ['on a narrow window', 360, 640],
  ] as const)
    test(`all of it is there ${what}`, async ({ agent, site }) => {
      const { page } = agent
      await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
      await expect(page.getByRole('button', { name: 'Allow once' })).toBeVisible()
      await page.setViewportSize({ width, height })
      const found: string[] = []
      for await (const pane of panes(page)) {
        found.push(...(await outside(page, pane)))
        const room = await page.getByRole('main').boundingBox()
        if ((room?.height ?? 0) < height / 2) found.push(`${pane}: ${room?.height} px of ${height} are left`)
      }
      expect(found).toEqual([])
      await page.keyboard.press('Control+3')
      await page.getByRole('button', { name: 'Allow once' }).click()
      await page.keyboard.press('Control+1')
      await expect(agent.outcome()).toBeVisible()
    })

  for (const theme of ['light', 'dark'])
    test(`who asks for more contrast gets 7:1: ${theme}`, async ({ agent, site }) => {
      const { page } = agent
      await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
      await expect(page.getByRole('button', { name: 'Allow once' })).toBeVisible()
      await change(agent, { theme })
      await page.emulateMedia({ contrast: 'more' })
      const found: string[] = []
      for await (const pane of panes(page))
        found.push(...(await violations(page, pane, 'color-contrast-enhanced')))
      expect(found).toEqual([])
    })

  test('where the system sets the colours, what is chosen and what has the focus are framed', async ({
    agent,
  }) => {
    const { page } = agent
    await page.emulateMedia({ forcedColors: 'active' })
    const outline = (role: 'link' | 'radio', name: string) =>
      page
        .getByRole(role, { name, exact: true })
        .first()
        .evaluate((element) => getComputedStyle(element).outlineStyle)
    expect(await outline('link', 'Chat')).toBe('solid')
    expect(await outline('link', 'Runs')).toBe('none')
    await page.keyboard.press('Control+,')
    await expect(page.getByRole('radiogroup', { name: 'Theme' })).toBeVisible()
    const chosen = page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { checked: true })
    expect(await chosen.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  })

  test('who asks for less motion sees none', async ({ agent, site }) => {
    const { page } = agent
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
    await expect(page.getByRole('button', { name: 'Allow once' })).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    const longest = await page.evaluate(() =>
      Math.max(
        0,
        ...document.getAnimations().map((each) => Number(each.effect?.getComputedTiming().activeDuration)),
      ),
    )
    expect(longest).toBeLessThan(1)
  })

  test('what streams in is read out once it is whole', async ({ agent }) => {
    const log = agent.page.getByRole('log', { name: 'Conversation' })
    await agent.say('what can you do')
    await expect(agent.outcome()).toBeVisible()
    await expect(log.locator('article')).toHaveCount(2)
    await expect(log.locator('[aria-busy="true"]')).toHaveCount(0)
    // the answer itself is no part that keeps silent
    expect(await agent.outcome().evaluate((element) => element.closest('[aria-live="off"]'))).toBeNull()
  })
})
