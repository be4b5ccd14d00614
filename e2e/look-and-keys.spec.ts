import { expect, test } from './fixtures/agent.ts'

test('the theme is what was chosen, after a restart too', async ({ agent }) => {
  const background = () => agent.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await agent.page.keyboard.press('Control+6')
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
  const panes = ['Chat', 'Runs', 'Approvals', 'Automations', 'Memory', 'Settings']
  for (const [index, name] of panes.entries()) {
    await agent.page.keyboard.press(`Control+${index + 1}`)
    await expect(agent.page.getByRole('main', { name })).toBeVisible()
  }
  await agent.page.locator('body').press('?')
  await expect(agent.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await agent.page.keyboard.press('Escape')
  await expect(agent.page.getByRole('dialog')).toHaveCount(0)
  await agent.page.keyboard.press('Alt+n')
  await agent.page.keyboard.type('what can you do')
  await expect(agent.page.getByRole('textbox', { name: 'Message' })).toHaveValue('what can you do')
  await agent.page.keyboard.press('Enter')
  await expect(agent.page.getByRole('button', { name: 'Copy answer' })).toBeVisible()
})
