import { type Agent, expect, test } from './fixtures/agent.ts'

async function openAutomations(agent: Agent) {
  await agent.page.keyboard.press('Control+4')
  const pane = agent.page.getByRole('main', { name: 'Automations' })
  await expect(pane).toBeVisible()
  return pane
}

async function make(agent: Agent, when: string, what: string) {
  const pane = await openAutomations(agent)
  await pane.getByRole('button', { name: 'New schedule' }).click()
  const form = pane.getByRole('form', { name: 'New schedule or reminder' })
  await form.getByRole('textbox', { name: 'When' }).fill(when)
  await form.getByRole('textbox', { name: 'What' }).fill(what)
  await form.getByRole('button', { name: 'Create' }).click()
  await expect(form).toHaveCount(0)
  return { pane, row: pane.getByRole('listitem', { name: what }) }
}

test('a schedule is made by keyboard, and its next five times are seen before it is saved', async ({
  agent,
}) => {
  const pane = await openAutomations(agent)
  await pane.getByRole('button', { name: 'New schedule' }).focus()
  const { keyboard } = agent.page
  await keyboard.press('Enter')
  const form = pane.getByRole('form', { name: 'New schedule or reminder' })
  await expect(form.getByRole('textbox', { name: 'When' })).toBeFocused()
  await keyboard.type('every blue moon')
  await expect(form.getByRole('alert')).toContainText('says no time that Adjutant understands')
  await expect(form.getByRole('button', { name: 'Create' })).toBeDisabled()
  await keyboard.press('Control+a')
  await keyboard.type('every weekday at 9')
  const times = form.getByRole('region', { name: 'The next five times' })
  await expect(times).toContainText('A schedule: every weekday at 09:00')
  await expect(times.getByRole('listitem')).toHaveCount(5)
  await expect(times.getByRole('listitem').first()).toContainText('09:00')
  await expect(times).not.toContainText(/Saturday|Sunday/)
  await expect(pane.getByRole('listitem', { name: 'what can you do' })).toHaveCount(0)
  await form.getByRole('textbox', { name: 'What' }).focus()
  await keyboard.type('what can you do')
  await keyboard.press('Enter')
  const row = pane.getByRole('listitem', { name: 'what can you do' })
  await expect(row).toContainText('every weekday at 09:00')
  await row.getByRole('button', { name: 'Times and history' }).click()
  await expect(row.getByRole('region', { name: 'Next times' }).getByRole('listitem')).toHaveCount(5)
  await expect(row.getByRole('region', { name: 'History' })).toContainText('It has not fired yet')
})

test('a schedule is run by hand, and its history opens that run', async ({ agent }) => {
  const { pane, row } = await make(agent, 'every day at 9', 'what can you do')
  await row.getByRole('button', { name: 'Run now' }).click()
  const run = agent.page.getByRole('article', { name: 'Run: what can you do' })
  await expect(run).toContainText('Done')
  await agent.page.keyboard.press('Control+4')
  await row.getByRole('button', { name: 'Times and history' }).click()
  const history = row.getByRole('region', { name: 'History' })
  await expect(history).toContainText('Run by hand')
  await history.getByRole('button', { name: 'Open the run' }).click()
  await expect(run).toBeVisible()
  await expect(pane).toHaveCount(0)
})

test('a schedule stays paused over a restart until it is resumed, and is deleted after a question', async ({
  agent,
}) => {
  await make(agent, 'every day at 9', 'what can you do')
  const paused = (await openAutomations(agent)).getByRole('region', { name: 'Paused' })
  await agent.page.getByRole('button', { name: 'Pause: what can you do' }).click()
  await expect(paused).toContainText('it fires nothing until it is resumed')
  await agent.opened.close()
  await agent.open()
  const pane = await openAutomations(agent)
  await expect(pane.getByRole('region', { name: 'Paused' })).toContainText('what can you do')
  await pane.getByRole('button', { name: 'Resume: what can you do' }).click()
  await expect(pane.getByRole('region', { name: 'Paused' })).toHaveCount(0)
  await pane.getByRole('button', { name: 'Delete: what can you do' }).click()
  const question = agent.page.getByRole('alertdialog', { name: 'Delete this schedule?' })
  await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await question.getByRole('button', { name: 'Delete the schedule' }).click()
  await expect(pane.getByText('No reminders yet')).toBeVisible()
})

test('a reminder is put off', async ({ agent }) => {
  const { pane, row } = await make(agent, 'in 2 days', 'stretch')
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: 'Put off' }).click()
  await agent.page.getByRole('menuitem', { name: 'in 10 minutes' }).click()
  await expect(row).toContainText(/in (9|10) min/)
  await expect(pane.getByRole('listitem', { name: 'stretch' })).toHaveCount(1)
})
