import type { TestSite } from '../src-main/testing/site/site.ts'
import { type Agent, expect, test } from './fixtures/agent.ts'

/** Asks for something that is put before the operator, and shows the approvals. */
async function asked(agent: Agent, site: TestSite, more = '') {
  await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo${more}`)
  await expect(agent.page.getByRole('button', { name: 'Allow once' })).toBeVisible()
  await agent.page.keyboard.press('Control+3')
  return agent.page.getByRole('main', { name: 'Approvals' })
}

test('what was answered is kept with its reason and by whom, and is found again', async ({ agent, site }) => {
  const pane = await asked(agent, site)
  await expect(pane.getByText('One thing waits for you.')).toBeVisible()
  await pane.getByRole('button', { name: 'Reject' }).click()
  await pane.getByRole('textbox', { name: 'Why not?' }).fill('not today')
  await pane.getByRole('button', { name: /Reject/ }).click()
  const rows = pane.getByRole('list', { name: 'History' }).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('Rejected: not today')
  await expect(rows.first()).toContainText('by you, in the window')
  const search = pane.getByRole('searchbox', { name: 'Search the history' })
  await search.fill('seats not today')
  await expect(rows).toHaveCount(1)
  await pane.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: 'Allowed' })
  await expect(pane.getByText('Nothing in the history fits.')).toBeVisible()
  await pane.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: 'Rejected' })
  await expect(rows).toHaveCount(1)
  await rows.first().getByRole('button').first().click()
  await pane.getByRole('button', { name: /^POST/ }).click()
  await expect(agent.page.getByRole('article', { name: /^Run: POST/ })).toBeVisible()
})

test('what was allowed for a run is listed while that run goes on', async ({ agent, site }) => {
  const other = `http://localhost:${new URL(site.origin).port}/api/echo`
  const pane = await asked(agent, site, `, then POST {"seats": 3} to ${other}`)
  const inForce = pane.getByRole('region', { name: 'Allowed while a run goes on' })
  await expect(inForce).toHaveCount(0)
  await pane.getByRole('button', { name: 'Allow for this run' }).first().click()
  await expect(inForce.getByRole('listitem')).toHaveCount(1)
  await inForce.getByRole('button', { name: /^POST/ }).click()
  await agent.page.getByRole('article').getByRole('button', { name: 'Cancel' }).click()
  await agent.page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the run' }).click()
  await agent.page.keyboard.press('Control+3')
  await expect(inForce).toHaveCount(0)
  await expect(pane.getByRole('list', { name: 'History' })).toContainText('Withdrawn')
})
