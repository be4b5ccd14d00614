import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures/agent.ts'

test('a goal of four parts is done, with evidence for each', async ({ agent, site }) => {
  await agent.say(
    `open ${site.origin}/news, save the headlines to ~/notes/news.md, then remember that I read the news on this site, and remind me tomorrow at 9 to read the first article`,
  )
  const evidence = agent.page.getByRole('list', { name: 'Evidence' }).last()
  await expect(evidence.getByRole('listitem').nth(2)).toBeVisible({ timeout: 30_000 })
  await expect(agent.outcome().getByRole('button', { name: 'Copy answer' })).toBeVisible()

  expect(readFileSync(join(agent.place.home, 'notes', 'news.md'), 'utf8')).toContain(
    'Night train to the coast returns after eleven years',
  )
  await agent.page.keyboard.press('Control+5')
  await expect(agent.page.getByRole('main')).toContainText('I read the news on')
  await agent.page.keyboard.press('Control+4')
  await expect(agent.page.getByRole('main')).toContainText('read the first article')
  await agent.page.keyboard.press('Control+2')
  await expect(agent.page.getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(1)
})
