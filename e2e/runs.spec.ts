import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestSite } from '../src-main/testing/site/site.ts'
import { type Agent, expect, test } from './fixtures/agent.ts'

/** A run with a plan, a file and a reminder, shown in its pane. */
async function savedNews(agent: Agent, site: TestSite) {
  await agent.say(
    `open ${site.origin}/news, save the headlines to ~/notes/news.md, and remind me tomorrow at 9 to read the first article`,
  )
  await expect(agent.outcome().getByRole('button', { name: 'Copy answer' })).toBeVisible({ timeout: 30_000 })
  await agent.page.keyboard.press('Control+2')
  await agent.page.getByRole('list', { name: 'Runs' }).getByRole('button').first().click()
  return agent.page.getByRole('article', { name: /^Run: open/ })
}

test('the plan of a run is a graph that arrow keys walk, and leads to each task', async ({ agent, site }) => {
  const run = await savedNews(agent, site)
  const graph = run.getByRole('region', { name: 'Plan as a graph' })
  const tasks = graph.getByRole('button')
  await expect(tasks).toHaveCount(
    await run.getByRole('region', { name: 'Plan', exact: true }).locator('li[data-task]').count(),
  )
  await expect(graph.getByRole('button', { name: /^1\. .*: Done/ })).toBeVisible()
  await expect(graph.getByRole('button', { name: /^2\. .*: Done, after 1/ })).toBeVisible()
  await tasks.first().focus()
  await agent.page.keyboard.press('ArrowDown')
  const second = graph.getByRole('button', { name: /after 1/ }).first()
  await expect(second).toBeFocused()
  await agent.page.keyboard.press('Enter')
  await expect(run.locator('li[data-task]:focus')).toHaveCount(1)
})

test('each step of a run is replayed, and nothing is done again', async ({ agent, site }) => {
  const run = await savedNews(agent, site)
  rmSync(join(agent.place.home, 'notes', 'news.md'))
  await run.getByRole('button', { name: 'Replay' }).click()
  const replay = run.getByRole('region', { name: 'Replay' })
  const slider = replay.getByRole('slider', { name: 'Step' })
  const stood = replay.getByRole('region', { name: 'How it stood' })
  await expect(stood).toContainText('Done')
  await slider.focus()
  await agent.page.keyboard.press('Home')
  await expect(replay.getByText(/^Step 1 of \d+: Started by operator through chat/)).toBeVisible()
  await expect(stood).toContainText('Nothing was done yet.')
  for (let seq = 2; seq <= 8; seq += 1) await agent.page.keyboard.press('ArrowRight')
  await expect(replay.getByText(/^Step 8 of/)).toBeVisible()
  await replay.getByRole('button', { name: 'Last step' }).click()
  await expect(stood.getByRole('list', { name: 'Acts' }).getByRole('listitem').last()).toContainText('Done')
  expect(existsSync(join(agent.place.home, 'notes', 'news.md'))).toBe(false)
})

test('what a run wrote is shown, and it is said when it changed or is gone', async ({ agent, site }) => {
  const run = await savedNews(agent, site)
  const file = join(agent.place.home, 'notes', 'news.md')
  const artifact = () =>
    run.getByRole('region', { name: 'Artifacts' }).getByRole('listitem', { name: 'news.md' })
  await artifact().getByRole('button', { name: 'Show the text of news.md' }).click()
  await expect(run.getByRole('region', { name: 'Text of news.md' })).toContainText('Night train to the coast')
  await expect(artifact().getByRole('button', { name: 'Copy the path of news.md' })).toBeVisible()
  const again = async () => {
    await agent.page.reload()
    await expect(run).toBeVisible()
  }
  writeFileSync(file, 'other')
  await again()
  await expect(artifact()).toContainText('Changed since')
  rmSync(file)
  await again()
  await expect(artifact()).toContainText('No longer there')
})

test('runs are narrowed by status, channel, time and words', async ({ agent }) => {
  await agent.say('what can you do')
  await expect(agent.outcome().getByRole('button', { name: 'Copy answer' })).toBeVisible()
  await agent.page.keyboard.press('Control+2')
  const { page } = agent
  const rows = page.getByRole('list', { name: 'Runs' }).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Channel' }).selectOption({ label: 'by a schedule' })
  await expect(page.getByText('No run fits')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Time' }).selectOption({ label: 'Last 7 days' })
  await page.getByRole('combobox', { name: 'Channel' }).selectOption({ label: 'by chat' })
  await page.getByRole('searchbox', { name: 'Search runs' }).fill('can you')
  await expect(rows).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Failed' })
  await expect(page.getByText('No run fits')).toBeVisible()
})
