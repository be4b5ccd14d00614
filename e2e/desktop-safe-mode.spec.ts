import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Agent, expect, test } from './fixtures/agent.ts'
import { appOf } from './fixtures/desktop.ts'

const bar = ({ page }: Agent) => page.getByRole('region', { name: 'Safe mode' })
const owner = ({ place }: Agent) =>
  JSON.parse(readFileSync(join(place.data, 'owner.json'), 'utf8')) as {
    pid: number
    address: string
    token: string
  }

/** The ids of windows that the system's own question might be. */
const questions = (): string[] => {
  try {
    const found = execFileSync('xdotool', ['search', '--onlyvisible', '--name', '^Adjutant$'])
    return found.toString().trim().split('\n')
  } catch {
    // xdotool ends so where it finds none
    return []
  }
}

test('after two ends in a row that were none in order, safe mode is offered, and Enter takes it', async ({
  agent,
}) => {
  await agent.opened.close()
  // as a process leaves it that died in a start after one that did
  const life = { since: new Date().toISOString(), failed: 1, crash: 'a wire came loose' }
  writeFileSync(join(agent.place.data, 'life.json'), JSON.stringify(life))
  const opening = agent.open()
  // the window and the question over it
  await expect.poll(() => questions().length, { timeout: 15_000 }).toBe(2)
  await expect
    .poll(
      async () => {
        execFileSync('xdotool', ['key', 'Return'])
        return questions().length
      },
      { intervals: [500] },
    )
    .toBe(1)
  await opening
  await expect(bar(agent)).toBeVisible()
})

test('"Start normally" leaves safe mode', async ({ agent }) => {
  await agent.opened.close()
  await agent.open({ ADJUTANT_SAFE_MODE: '1' })
  const before = owner(agent).pid
  const gone = new Promise((resolve) => appOf(agent).process().once('exit', resolve))
  await bar(agent).getByRole('button', { name: 'Start normally' }).click()
  await gone
  const safeMode = async () => {
    try {
      const { pid, address, token } = owner(agent)
      if (pid === before) return 'the process before'
      const answer = await fetch(`${address}/api/host`, { headers: { authorization: `Bearer ${token}` } })
      return ((await answer.json()) as { safeMode?: object }).safeMode
    } catch {
      return 'not there yet'
    }
  }
  try {
    await expect.poll(safeMode).toBeUndefined()
  } finally {
    process.kill(owner(agent).pid, 'SIGTERM')
  }
})
