import { expect, test } from './fixtures/agent.ts'

test('no key is lost between the outline and the window', async ({ agent }) => {
  const { page } = agent
  const composer = page.getByRole('textbox', { name: 'Message' })
  await expect(composer).toBeFocused()
  const typed = 'the quick brown fox jumps over the lazy dog and goes on to the next one'
  await page.reload({ waitUntil: 'commit' })
  for (const letter of typed) await page.keyboard.press(letter === ' ' ? 'Space' : letter)
  await expect(composer).toBeFocused()
  const text = await composer.inputValue()
  expect(text).not.toBe('')
  // what was pressed before there was a page went nowhere; of the rest nothing is missing
  expect(typed.endsWith(text), text).toBe(true)
})

test('an address that leads elsewhere shows no outline of the chat', async ({ agent }) => {
  const { page } = agent
  await page.keyboard.press('Control+2')
  await expect(page).toHaveURL(/#\/runs/)
  await page.reload({ waitUntil: 'domcontentloaded' })
  await expect(page.locator('#early')).toHaveCount(0)
})
