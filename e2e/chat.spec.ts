import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures/agent.ts'

test('a follow-up knows what came before', async ({ agent, site }) => {
  await agent.say(`open ${site.origin}/news and save the headlines to ~/notes/news.md`)
  await expect(agent.page.getByRole('button', { name: 'Copy answer' })).toHaveCount(1)
  await agent.say('now save its links to links.md in the same folder')
  await expect(agent.page.getByRole('button', { name: 'Copy answer' })).toHaveCount(2)
  expect(readFileSync(join(agent.place.home, 'notes', 'links.md'), 'utf8')).toContain('/news/night-train')
})

test.describe('what was not allowed is asked about', () => {
  const posted = (site: { requests: readonly { method: string; path: string }[] }) =>
    site.requests.filter(({ method, path }) => method === 'POST' && path === '/api/echo').length

  test('and done once it is allowed', async ({ agent, site }) => {
    await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
    const allow = agent.page.getByRole('button', { name: 'Allow once' })
    await expect(allow).toBeVisible()
    expect(posted(site)).toBe(0)
    await allow.click()
    await expect(agent.page.getByRole('button', { name: 'Copy answer' })).toBeVisible()
    expect(posted(site)).toBe(1)
  })

  test('and not done where it is rejected, in the approvals pane too', async ({ agent, site }) => {
    await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
    await expect(agent.page.getByRole('button', { name: 'Allow once' })).toBeVisible()
    await agent.page.keyboard.press('Control+3')
    const pane = agent.page.getByRole('main', { name: 'Approvals' })
    await pane.getByRole('button', { name: 'Reject' }).click()
    await pane.getByRole('textbox').fill('not today')
    await pane.getByRole('button', { name: /Reject/ }).click()
    await agent.page.keyboard.press('Control+1')
    await expect(agent.page.getByText('not today').first()).toBeVisible()
    expect(posted(site)).toBe(0)
  })

  test('still after the agent was killed and started again, and goes on from there', async ({
    agent,
    site,
  }) => {
    await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo, then write "sent" to ~/sent.txt`)
    await expect(agent.page.getByRole('button', { name: 'Allow once' })).toBeVisible()
    await agent.opened.kill()
    await agent.open()
    await agent.page.keyboard.press('Control+3')
    await agent.page.getByRole('button', { name: 'Allow once' }).click()
    await expect.poll(() => posted(site)).toBe(1)
    await expect.poll(() => existsSync(join(agent.place.home, 'sent.txt'))).toBe(true)
    expect(posted(site)).toBe(1)
  })
})

test.describe('a run is stopped', () => {
  for (const [how, stop] of [
    ['with the button', 'Stop'],
    ['with Esc', undefined],
  ] as const) {
    test(how, async ({ agent, site }) => {
      await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
      await expect(agent.page.getByRole('button', { name: 'Allow once' })).toBeVisible()
      if (stop) await agent.page.getByRole('button', { name: stop, exact: true }).click()
      else await agent.page.keyboard.press('Escape')
      await expect(agent.outcome().getByRole('button', { name: 'Try again' })).toBeVisible()
      await expect(agent.page.getByRole('button', { name: 'Allow once' })).toHaveCount(0)
      expect(site.requests.filter(({ method }) => method === 'POST')).toHaveLength(0)
    })
  }
})

test('a run that was killed at work goes on when the agent starts again', async ({ agent, site }) => {
  await agent.opened.close()
  await agent.open({ ADJUTANT_FAULT: 'after-commit:6' })
  const gone = agent.page.waitForEvent('close', { timeout: 30_000 }).catch(() => undefined)
  const box = agent.page.getByRole('textbox', { name: 'Message' })
  await box.fill(
    `open ${site.origin}/news, save the headlines to ~/notes/news.md, then remember that I read the news on this site, and remind me tomorrow at 9 to read the first article`,
  )
  // the window may go with its process before the key is up
  await box.press('Enter').catch(() => undefined)
  if (agent.opened.app) await gone
  else await expect(agent.page.getByText('The agent does not answer.').first()).toBeVisible()
  await agent.opened.kill()
  await agent.open()
  await expect
    .poll(() => existsSync(join(agent.place.home, 'notes', 'news.md')), { timeout: 30_000 })
    .toBe(true)
  await agent.page.keyboard.press('Control+5')
  // what was said and done is remembered beside the fact: only the fact must be there once
  await agent.page.getByRole('combobox', { name: 'Kind' }).selectOption('fact')
  await expect(agent.page.getByRole('main').getByText('I read the news on')).toHaveCount(1)
  await agent.page.keyboard.press('Control+4')
  await expect(agent.page.getByRole('main').getByText('read the first article')).toHaveCount(1)
})
