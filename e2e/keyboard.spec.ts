import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures/agent.ts'

test.use({ firstStart: true })

/** More places than any pane has between two of its controls. */
const STEPS_MOST = 80

/** Whether somebody who looks sees where the focus is: an outline, or the border of the box around a bare field. */
const seen = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => {
    const style = getComputedStyle(element)
    if (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) return true
    const focus = document.createElement('i')
    focus.style.color = 'var(--accent)'
    document.body.append(focus)
    const accent = getComputedStyle(focus).color
    focus.remove()
    for (let around = element.parentElement, up = 0; around && up < 4; around = around.parentElement, up += 1)
      if (getComputedStyle(around).borderTopColor === accent) return true
    return false
  })

/** With Tab alone, as far as it takes; every place on the way shows that it has the focus. */
async function walkTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(place).toBeVisible()
  for (let step = 0; step < STEPS_MOST; step += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) {
      await expect.poll(() => seen(place)).toBe(true)
      return
    }
    await page.keyboard.press(key)
  }
  throw new Error(`${place} is not reached by ${STEPS_MOST} presses of ${key}`)
}

test('without a mouse: the first start, a goal, an approval, a setting', async ({ agent, site }) => {
  const { page, place } = agent
  mkdirSync(join(place.home, 'papers'))
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const press = async (target: Locator, key = 'Enter') => {
    await walkTo(page, target)
    await page.keyboard.press(key)
  }

  // the first start
  await expect(page.getByRole('heading', { name: 'What may Adjutant touch?' })).toBeFocused()
  await walkTo(page, page.getByRole('textbox', { name: 'Add a folder' }))
  await page.keyboard.type('~/papers')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Allowed folders' })).toContainText('papers')
  await press(button('Continue'))
  await expect(page.getByRole('heading', { name: 'Who understands you?' })).toBeFocused()
  await press(button('Continue'), 'Space')
  await expect(page.getByRole('heading', { name: 'Keys and voice' })).toBeFocused()
  await press(button('Start'))

  // a goal that needs an approval
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  await page.keyboard.type(`POST {"seats": 2} to ${site.origin}/api/echo`)
  await page.keyboard.press('Enter')

  // the approval, first looked at, then given
  await expect(button('Allow once')).toBeVisible()
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('main', { name: 'Approvals' })).toBeVisible()
  await press(button('Allow once'))
  await page.keyboard.press('Control+1')
  await expect(agent.outcome()).toBeVisible()

  // what came of it, opened
  await press(page.getByRole('button', { expanded: false, name: /Send|POST|HTTP|request/i }).first())
  await expect(page.getByRole('main', { name: 'Chat' })).toContainText('seats')

  // a setting
  await page.keyboard.press('Control+,')
  await walkTo(page, page.getByRole('searchbox', { name: 'Search settings' }))
  await page.keyboard.type('theme')
  const themes = page.getByRole('radiogroup', { name: 'Theme' })
  await walkTo(page, themes.getByRole('radio', { checked: true }))
  for (const name of ['Light', 'Dark']) {
    // a finger stays on a key for a moment, and what is chosen is chosen while it does
    await page.keyboard.press('ArrowRight', { delay: 50 })
    await expect(themes.getByRole('radio', { name })).toBeChecked()
  }
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  // and back where it all began, by the way of the palette
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('open chat')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main', { name: 'Chat' })).toBeVisible()
})
