import { join } from 'node:path'
import { expect, test } from './fixtures/agent.ts'

/** What the system's shell was asked for, in place of the program that would come up. */
interface Asked {
  asked?: string[]
}

test('what a run wrote opens with its program or in its folder, and nothing else does', async ({ agent }) => {
  await agent.say('write "hello" to ~/notes/a.md')
  await expect(agent.outcome().getByRole('button', { name: 'Copy answer' })).toBeVisible()
  await agent.opened.app?.evaluate(({ shell }) => {
    const asked: string[] = []
    ;(globalThis as Asked).asked = asked
    shell.openPath = async (path) => {
      asked.push(`open ${path}`)
      return ''
    }
    shell.showItemInFolder = (path) => void asked.push(`reveal ${path}`)
  })
  const asked = () => agent.opened.app?.evaluate(() => (globalThis as Asked).asked)
  await agent.page.keyboard.press('Control+2')
  await agent.page.getByRole('list', { name: 'Runs' }).getByRole('button').first().click()
  const artifact = agent.page
    .getByRole('region', { name: 'Artifacts' })
    .getByRole('listitem', { name: 'a.md' })
  await artifact.getByRole('button', { name: 'Open a.md' }).click()
  await artifact.getByRole('button', { name: 'Show a.md in its folder' }).click()
  const path = join(agent.place.home, 'notes', 'a.md')
  await expect.poll(asked).toEqual([`open ${path}`, `reveal ${path}`])
  const runId = new URL(agent.page.url()).hash.split('/').at(-1) ?? ''
  const other = await agent.page.evaluate(
    (id) => window.adjutant?.desktop('artifact.open', { runId: id, path: '/etc/hostname', how: 'open' }),
    runId,
  )
  expect(other).toMatchObject({ ok: false, error: { code: 'no-artifact' } })
  expect(await asked()).toHaveLength(2)
})
