import { readFileSync } from 'node:fs'
import { type Agent, expect, test } from './fixtures/agent.ts'
import { appOf } from './fixtures/desktop.ts'

async function openDiagnostics({ page }: Agent) {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Diagnostics' }).click()
  const pane = page.getByRole('main', { name: 'Diagnostics' })
  await expect(pane.getByRole('list', { name: 'Health' })).toBeVisible()
  return pane
}

test('each part says how it is, and a backup is made on a click', async ({ agent, host }) => {
  const pane = await openDiagnostics(agent)
  const part = (name: string) => pane.getByRole('listitem', { name, exact: true })
  await expect(part('Database')).toContainText('Well')
  await expect(part('Model')).toContainText('The built-in planner is used.')
  await expect(part('Secrets')).toContainText('A keychain such as GNOME Keyring or KWallet')
  await expect(part('Key of the quick window')).toHaveCount(host === 'desktop' ? 1 : 0)
  await expect(part('Notifications')).toHaveCount(host === 'desktop' ? 1 : 0)
  await pane.getByRole('button', { name: 'Back up now' }).click()
  await expect(part('Backup')).toContainText('The last one is from just now')
  await agent.page.screenshot({ path: test.info().outputPath('diagnostics.png') })
})

test('the log is narrowed by part, level and words, and followed while it grows', async ({ agent }) => {
  const pane = await openDiagnostics(agent)
  const log = pane.getByRole('region', { name: 'Lines of the log' })
  await expect(log).toContainText('started')
  await agent.page.keyboard.press('Control+1')
  await agent.say('remember that the spare key is with Jo')
  await expect(agent.outcome()).toContainText('spare key')
  await openDiagnostics(agent)
  await pane.getByRole('combobox', { name: 'Part' }).selectOption('effects')
  await expect(log).toContainText('tool=memory.remember')
  await expect(log).not.toContainText('a run has ended')
  await expect(log).not.toContainText('spare key')
  await pane.getByRole('searchbox', { name: 'Search the log' }).fill('outcome succeeded')
  await expect(log.getByRole('listitem')).toHaveCount(1)
  await pane.getByRole('searchbox', { name: 'Search the log' }).fill('nothing of the kind')
  await expect(pane.getByText('No line fits.')).toBeVisible()
})

test('a bundle is seen in full before it is saved, and is saved as it was seen', async ({
  agent,
  host,
}, info) => {
  await agent.say('remember that the spare key is with Jo')
  await expect(agent.outcome()).toContainText('spare key')
  const pane = await openDiagnostics(agent)
  await pane.getByRole('button', { name: 'Make a bundle' }).click()
  const dialog = agent.page.getByRole('dialog', { name: 'Bundle for a report' })
  const text = (
    (await dialog.getByRole('region', { name: 'Content of the bundle' }).textContent()) ?? ''
  ).trim()
  expect(JSON.parse(text)).toMatchObject({ host: host === 'desktop' ? 'electron' : 'headless' })
  for (const hidden of ['spare key', agent.place.home, agent.place.data]) expect(text).not.toContain(hidden)
  await agent.page.screenshot({ path: info.outputPath('bundle.png') })
  const file = info.outputPath('bundle.json')
  if (host === 'desktop') {
    await appOf(agent).evaluate(({ session }, path) => {
      session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path))
    }, file)
    await dialog.getByRole('button', { name: 'Save …' }).click()
  } else {
    const download = agent.page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save …' }).click()
    await (await download).saveAs(file)
  }
  await expect(dialog).toHaveCount(0)
  const saved = () => {
    try {
      return readFileSync(file, 'utf8').trim()
    } catch (error) {
      if (error instanceof Error && 'code' in error) return undefined
      throw error
    }
  }
  await expect.poll(saved).toBe(text)
})
