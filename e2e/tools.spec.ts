import { expect, test } from './fixtures/agent.ts'

test.beforeEach(async ({ agent }) => {
  await agent.page.getByRole('link', { name: 'Tools' }).click()
  await expect(agent.page.getByRole('heading', { name: 'Tools', level: 1 })).toBeVisible()
})

test('each tool says what it may do, opens by keyboard, and shows what came of it', async ({ agent }) => {
  const { page } = agent
  await expect(page.getByRole('button', { name: /Move to trash files\.trash Writes/ })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search tools' }).fill('files.write')
  const row = page.getByRole('button', { name: /files\.write/ })
  await expect(page.getByRole('region', { name: 'Files' }).getByRole('listitem')).toHaveCount(1)
  await row.focus()
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: 'What it may do' })
  await expect(table).toContainText('Does not ask where you asked for exactly this, in a place')
  await expect(table).toContainText('Can be undone, by files.restore.')
  await expect(page.getByText('Not used yet.')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('tools.png') })
})

test('a tool that is switched off is not run, and the agent says why', async ({ agent }) => {
  const { page } = agent
  agent.write('notes/plan.md', 'Ship it')
  await page.getByRole('button', { name: /files\.read/ }).click()
  await page.getByRole('switch', { name: 'May be used' }).click()
  await expect(page.getByRole('button', { name: /files\.read.*off/ })).toBeVisible()
  await page.getByRole('link', { name: 'Chat' }).click()
  await agent.say('Read ~/notes/plan.md')
  await expect(agent.outcome()).toContainText('switched off')
  await page.getByRole('link', { name: 'Tools' }).click()
  await page.getByRole('button', { name: /files\.read/ }).click()
  await expect(page.getByText(/Not done \(tool-off\)/)).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('off.png') })
  await page.getByRole('switch', { name: 'May be used' }).click()
  await page.getByRole('link', { name: 'Chat' }).click()
  await agent.say('Read ~/notes/plan.md')
  await expect(agent.outcome()).toContainText('Ship it')
  await page.getByRole('link', { name: 'Tools' }).click()
  await expect(page.getByRole('button', { name: /files\.read.*1 today/ })).toBeVisible()
})
