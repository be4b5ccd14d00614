import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Agent, expect, test } from './fixtures/agent.ts'

const kept = ({ place }: Agent) =>
  JSON.parse(readFileSync(join(place.data, 'config.json'), 'utf8')) as Record<string, Record<string, unknown>>

test.beforeEach(async ({ agent }) => {
  await agent.page.keyboard.press('Control+,')
  await expect(agent.page.getByRole('region', { name: 'Window and clock' })).toBeVisible()
})

test('a setting is found by its words or its key, and sections without it are out of the way', async ({
  agent,
}) => {
  const { page } = agent
  const search = page.getByRole('searchbox', { name: 'Search settings' })
  const sections = page.getByRole('main').getByRole('region')
  await search.fill('QUIET')
  await expect(sections).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Window and clock' })).toBeVisible()
  await expect(page.getByText(/Found at \d+ places\./)).toBeVisible()
  expect(await page.evaluate(() => CSS.highlights.get('setting-search')?.size)).toBeGreaterThan(0)
  await page.screenshot({ path: test.info().outputPath('search.png') })
  await search.fill('model.baseUrl')
  await expect(page.getByRole('region', { name: 'Model', exact: true })).toBeVisible()
  await expect(page.getByText('Found at 1 place.')).toBeVisible()
  await search.fill('no such thing anywhere')
  await expect(page.getByText('No setting has these words.')).toBeVisible()
  await search.press('Escape')
  await expect(page.getByRole('region', { name: 'Hosts' })).toBeVisible()
})

test('what is typed is judged before it is saved, in the words of config.json', async ({ agent }) => {
  const { page } = agent
  const host = page.getByRole('textbox', { name: 'Add a host' })
  await host.fill('not a host')
  await expect(page.getByRole('alert')).toHaveText('network.allow[0]: must be a host or host:port')
  await host.fill('localhost:8080')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await host.press('Enter')
  await expect(page.getByRole('list', { name: 'Allowed hosts' })).toContainText('localhost:8080')
})

test('quiet hours are two times, kept as config.json has them', async ({ agent }) => {
  const { page } = agent
  await page.getByRole('switch', { name: 'Quiet hours' }).click()
  const until = page.getByLabel('Quiet until')
  await until.fill('06:30')
  await until.press('Enter')
  await expect.poll(() => kept(agent).ui?.quietHours).toBe('22:00-06:30')
  await page.getByRole('switch', { name: 'Quiet hours' }).click()
  await expect.poll(() => kept(agent).ui?.quietHours).toBe('off')
})

test('a setting is reset alone, or all are, once that was confirmed', async ({ agent }) => {
  const { page } = agent
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('switch', { name: 'Sounds' }).click()
  await expect.poll(() => kept(agent).voice?.sounds).toBe(false)
  await page.getByRole('button', { name: 'Reset ui.theme' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  expect(kept(agent).ui?.theme).toBe('dark')
  await page.getByRole('button', { name: 'Reset ui.theme' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByRole('radio', { name: 'As the system' }).first()).toBeChecked()
  expect(kept(agent)).toMatchObject({ voice: { sounds: false } })
  expect(kept(agent).ui).not.toHaveProperty('theme')
  await page.getByRole('button', { name: 'Reset all settings' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset all settings' }).click()
  await expect(page.getByRole('switch', { name: 'Sounds' })).toBeChecked()
  expect(kept(agent)).toEqual({ ui: { welcomed: true } })
  await page.screenshot({ path: test.info().outputPath('settings.png') })
})

test('what is logged and what is worth an alert is set, and what is no number is said', async ({ agent }) => {
  const group = agent.page.getByRole('region', { name: 'Log and alerts' })
  await group.getByRole('combobox', { name: 'What is logged' }).selectOption('What goes wrong or may')
  await expect.poll(() => kept(agent).log?.level).toBe('warn')
  const limit = group.getByRole('spinbutton', { name: 'Runs at once' })
  await limit.fill('-3')
  await expect(group.getByRole('alert')).toHaveText('A number from 0 on; 0 turns it off.')
  await limit.fill('5')
  await limit.press('Enter')
  await expect.poll(() => kept(agent).alerts?.queueDepth).toBe(5)
})
