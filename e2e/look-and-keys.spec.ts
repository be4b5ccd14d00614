import { expect, test } from './fixtures/agent.ts'

test('the theme is what was chosen, after a restart too', async ({ agent }) => {
  const background = () => agent.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await agent.page.keyboard.press('Control+,')
  await agent.page.getByRole('radio', { name: 'Light' }).click()
  await expect(agent.page.locator('html')).toHaveAttribute('data-theme', 'light')
  const light = await background()
  await agent.page.getByRole('radio', { name: 'Dark' }).click()
  await expect(agent.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await background()).not.toBe(light)
  await agent.opened.close()
  await agent.open()
  await expect(agent.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('whoever opens it can write at once', async ({ agent }) => {
  await expect(agent.page.getByRole('textbox', { name: 'Message' })).toBeFocused()
})

test('everything is reached from the keyboard', async ({ agent }) => {
  const rail = agent.page.getByRole('navigation', { name: 'Panes' }).getByRole('link')
  for (const [index, link] of (await rail.all()).entries()) {
    await agent.page.keyboard.press(`Control+${index + 1}`)
    await expect(link).toHaveAttribute('aria-current', 'page')
    await expect(agent.page.getByRole('main')).toBeVisible()
  }
  await agent.page.keyboard.press('Alt+n')
  await agent.page.keyboard.type('what can you do')
  await expect(agent.page.getByRole('textbox', { name: 'Message' })).toHaveValue('what can you do')
  await agent.page.keyboard.press('Enter')
  await expect(agent.page.getByRole('button', { name: 'Copy answer' })).toBeVisible()
})

test('a question mark shows the keys, where nothing is written yet; in a message it is only that', async ({
  agent,
}) => {
  const sheet = agent.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const message = agent.page.getByRole('textbox', { name: 'Message' })
  await expect(message).toBeFocused()
  await agent.page.keyboard.press('?')
  await expect(sheet).toContainText('Find a command, a conversation or a run')
  await expect(sheet.getByText('Approvals')).toBeVisible()
  await agent.page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(message).toBeFocused()
  await agent.page.keyboard.type('why?')
  await expect(message).toHaveValue('why?')
  await agent.page.keyboard.press('F1')
  await expect(sheet).toBeVisible()
})

test('the palette finds what is typed: a command, a conversation, a run, a setting', async ({ agent }) => {
  const { page } = agent
  const palette = page.getByRole('dialog', { name: 'Commands' })
  const type = async (words: string) => {
    await page.keyboard.press('Control+k')
    await expect(palette.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(words)
  }
  await page.keyboard.type('remember that the gate code is 4711')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Copy answer' })).toBeVisible()

  await type('open mem')
  await expect(palette.getByRole('option', { selected: true })).toContainText('Open Memory')
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await expect(page.getByRole('main', { name: 'Memory' })).toBeVisible()

  await type('gate code')
  await palette.getByRole('group', { name: 'Conversations' }).getByRole('option').click()
  await expect(page.getByRole('main', { name: 'Chat' })).toContainText('the gate code is 4711')

  await type('gate code')
  await palette.getByRole('group', { name: 'Runs' }).getByRole('option').click()
  await expect(page.getByRole('main', { name: 'Runs' })).toContainText('the gate code is 4711')

  await type('quiet hours')
  await palette.getByRole('option', { name: 'Search settings for “quiet hours”' }).click()
  await expect(page.getByRole('searchbox', { name: 'Search settings' })).toHaveValue('quiet hours')

  await type('new chat')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
})
