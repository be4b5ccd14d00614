// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a reference as config.json has it
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startOpenAiServer } from '../src-main/testing/openai-server.ts'
import { type Agent, expect, test } from './fixtures/agent.ts'
import { violations } from './fixtures/axe.ts'

const NOTES = join(import.meta.dirname, '..', 'src-main', 'testing', 'mcp', 'notes-server.ts')
/** In the tests' own Node, whatever the host's PATH has. */
const notes = { command: process.execPath, args: [NOTES], env: { NOTES_TOKEN: 'tok-98765' } }

const kept = ({ place }: Agent, file: string) =>
  existsSync(join(place.data, file)) ? readFileSync(join(place.data, file), 'utf8') : ''

/** What axe finds on the page as it is, light and dark. */
async function inBothThemes({ page }: Agent, what: string): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    found.push(...(await violations(page, `${what}, ${theme}`)))
  }
  return found
}

async function openConnections({ page }: Agent) {
  await page.keyboard.press('Control+,')
  const section = page.getByRole('region', { name: 'Connections' })
  await expect(section).toBeVisible()
  return section
}

test('servers of another program are looked at, taken over, tried, and their values stay secret', async ({
  agent,
}) => {
  const { page } = agent
  agent.write(
    '.cursor/mcp.json',
    JSON.stringify({ mcpServers: { notes, risky: { command: 'bash', args: ['-c', 'true'] } } }),
  )
  const section = await openConnections(agent)
  await section.getByRole('button', { name: 'Import servers' }).click()
  await section.getByRole('button', { name: 'Cursor' }).click()
  await expect(section.getByRole('checkbox', { name: 'notes' })).toBeChecked()
  await expect(section.getByRole('checkbox', { name: 'risky' })).not.toBeChecked()
  await expect(section.getByText('It starts a shell, which can do anything.')).toBeVisible()
  await expect(section.getByText('Is given: NOTES_TOKEN')).toBeVisible()
  await section.scrollIntoViewIfNeeded()
  await page.screenshot({ path: test.info().outputPath('import.png') })
  expect(await inBothThemes(agent, 'an import')).toEqual([])
  await section.getByRole('button', { name: 'Import 1 server' }).click()
  const row = section.getByRole('listitem', { name: 'notes' })
  await expect(row.getByText('connected', { exact: true })).toBeVisible()
  await row.getByRole('button', { name: 'Test notes' }).click()
  await expect(row.getByRole('status')).toHaveText(/Connects, 5 tools, .*add_note, list_notes/)
  await row.getByRole('button', { name: 'What it last wrote' }).click()
  await expect(row.getByText('the notes server has started with •••')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('connections.png') })
  expect(kept(agent, 'config.json')).toContain('"NOTES_TOKEN": "${secret}"')
  expect(kept(agent, 'config.json')).not.toContain('tok-98765')
})

test('a file that is broken is said so, with the place', async ({ agent }) => {
  const section = await openConnections(agent)
  await section.getByRole('button', { name: 'Import servers' }).click()
  await section.getByLabel('File with servers').setInputFiles({
    name: 'mcp.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{ "mcpServers":\n  { "a" } }'),
  })
  await expect(section.getByRole('alert')).toContainText(':2:9: not JSON: ":" was expected here')
})

test('a server is added, changed and removed by hand', async ({ agent }) => {
  const section = await openConnections(agent)
  await section.getByRole('button', { name: 'Add a server' }).click()
  await section.getByLabel('Name of the server').fill('mine')
  await section.getByLabel('Program').fill('no-such-program')
  await section.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(section.getByRole('alert')).toContainText('The program "no-such-program" was not found.')
  expect(await inBothThemes(agent, 'the form of a server')).toEqual([])
  await section.getByLabel('Program').fill(process.execPath)
  await section.getByLabel('Arguments').fill(NOTES)
  await section.getByRole('button', { name: 'Save' }).click()
  const row = section.getByRole('listitem', { name: 'mine' })
  await expect(row.getByText('connected', { exact: true })).toBeVisible()
  await row.getByRole('switch', { name: 'Connect mine' }).click()
  await expect(row.getByText('switched off')).toBeVisible()
  await row.getByRole('button', { name: 'Remove mine' }).click()
  await agent.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(section.getByText('No server is connected.')).toBeVisible()
})

test('a goal calls a tool of a server once the card is approved; a server that is gone is said so', async ({
  agent,
}) => {
  const model = await startOpenAiServer(({ messages }) =>
    messages.some(({ role }) => role === 'tool')
      ? { text: 'The note is there.' }
      : { calls: [{ name: 'mcp_notes_add_note', arguments: { text: 'buy milk' } }] },
  )
  try {
    const file = join(agent.place.home, 'notes.pid')
    await agent.opened.close()
    agent.write(
      '../data/config.json',
      JSON.stringify({
        ui: { welcomed: true },
        model: { provider: 'openai', baseUrl: model.baseUrl, name: 'scripted' },
        memory: { learn: 'plain' },
        mcpServers: { notes: { ...notes, args: [NOTES, file] } },
      }),
    )
    await agent.open({ OPENAI_API_KEY: 'for-the-test' })
    const { page } = agent
    await agent.say('Put milk on my list of notes')
    await expect(page.getByText('add_note (notes)').first()).toBeVisible()
    await expect(page.getByText(/It is a tool of a connected server/)).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('card.png') })
    await page.getByRole('button', { name: 'Allow once' }).click()
    await expect(agent.outcome()).toContainText('The note is there.')
    await expect(agent.outcome().getByRole('list', { name: 'Evidence' })).toContainText(
      'mcp.notes.add_note answered',
    )
    await page.screenshot({ path: test.info().outputPath('answer.png') })

    await page.getByRole('link', { name: 'Tools' }).click()
    const room = page.getByRole('region', { name: /^notes/ })
    await expect(room.getByText('connected', { exact: true })).toBeVisible()
    await expect(room.getByRole('button', { name: /add_note.*1 today/ })).toBeVisible()
    await room.getByRole('button', { name: /list_notes/ }).click()
    await room.getByLabel('What it does').selectOption({ label: 'It only reads' })
    await expect(room.getByRole('button', { name: /list_notes.*Reads/ })).toBeVisible()
    expect(await inBothThemes(agent, 'a tool of a server')).toEqual([])
    await page.screenshot({ path: test.info().outputPath('tool.png') })
    agent.write('notes.pid.stop', '')
    process.kill(Number(readFileSync(file, 'utf8')), 'SIGKILL')
    await expect(room.getByText('lost, is tried again')).toBeVisible()
    await expect(room.getByText(/did not come up: \(ended with code 4\)/)).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('lost.png') })
  } finally {
    await model.close()
  }
})
