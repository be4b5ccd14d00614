import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Owner, readOwner } from '../server/owner-file.ts'
import { runAgentProcess } from '../testing/agent-process.ts'
import { openAiServerForTest, type Reply } from '../testing/openai-server.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), '..')

function folders(config: object = {}) {
  const base = temporaryFolder()
  const [data, home] = [join(base, 'data'), join(base, 'home')]
  mkdirSync(data)
  mkdirSync(join(home, 'notes'), { recursive: true })
  // the model of these tests counts what it is asked
  writeFileSync(join(data, 'config.json'), JSON.stringify({ memory: { learn: 'plain' }, ...config }))
  return { data, home }
}

/** Starts a host and gives it when it has said that it is ready. */
async function headless({ data, home }: { data: string; home: string }, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(SOURCES, 'headless.ts')], {
    env: { PATH: process.env.PATH ?? '', HOME: home, ADJUTANT_HOME: data, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, line: line.toString() }
}

const modelEnv = async (respond: (body: string) => Reply) => {
  const server = await openAiServerForTest((body) => respond(JSON.stringify(body.messages)))
  return { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: server.baseUrl }
}

describe('npm run agent', () => {
  it('does a goal offline, shows each event, and ends with the evidence', async () => {
    const { code, events } = await runAgentProcess(['remember that the bins go out on Monday'], folders())
    expect(events.at(-1)).toMatchObject({
      type: 'run.finished',
      status: 'succeeded',
      evidence: [{ kind: 'memory' }],
    })
    expect(events.filter(({ type }) => type === 'run.finished')).toHaveLength(1)
    expect(events.map(({ type }) => type)).toContain('run.changed')
    expect(code).toBe(0)
  })

  it('ends with 1 where the goal cannot be done, and says why', async () => {
    const env = await modelEnv(() => ({ status: 401, error: 'bad key' }))
    const { code, events } = await runAgentProcess(['do it'], { ...folders(), env })
    expect(events.at(-1)).toMatchObject({
      type: 'run.finished',
      status: 'failed',
      reason: expect.stringContaining('key'),
    })
    expect(code).toBe(1)
  })

  it('ends with 2 and how it is used for a command line that makes no sense', async () => {
    const { code, stderr } = await runAgentProcess(['--approve', 'maybe', 'x'], folders())
    expect(code).toBe(2)
    expect(stderr).toContain('--approve all-in-sandbox')
  })

  it('ends with 1 and what to do for a config.json that cannot be used', async () => {
    const { code, stderr } = await runAgentProcess(['x'], folders({ modle: {} }))
    expect(code).toBe(1)
    expect(stderr).toContain('modle')
  })

  describe('where the model writes a file that nobody named', () => {
    const writing =
      (path: string) =>
      (thread: string): Reply =>
        thread.includes('"role":"tool"')
          ? { text: 'That was it.' }
          : { calls: [{ name: 'files.write', arguments: { path, text: 'an idea' } }] }

    it.each([
      ['all-in-sandbox inside the allowed folders', 'all-in-sandbox', true],
      ['all-in-sandbox outside them', 'all-in-sandbox', false],
      ['deny', 'deny', true],
    ] as const)('answers by itself with %s', async (_how, approve, inside) => {
      const base = folders()
      const path = join(base.home, 'notes', 'idea.md')
      writeFileSync(
        join(base.data, 'config.json'),
        JSON.stringify(inside ? { files: { roots: [join(base.home, 'notes')] } } : {}),
      )
      const env = await modelEnv(writing(path))
      const { events } = await runAgentProcess(['surprise me', '--approve', approve], { ...base, env })
      expect(events.at(-1)?.type).toBe('run.finished')
      expect(existsSync(path)).toBe(approve === 'all-in-sandbox' && inside)
    })

    it('leaves it waiting with 3 where nobody can be asked, and goes on once it was answered', async () => {
      const base = folders({ files: { roots: [] } })
      const path = join(base.home, 'notes', 'idea.md')
      const env = await modelEnv(writing(path))
      const left = await runAgentProcess(['surprise me'], { ...base, env })
      expect(left.events.at(-1)).toMatchObject({ type: 'run.finished', status: 'waiting' })
      expect(left.code).toBe(3)
      const later = await runAgentProcess(['--resume', '--approve', 'deny'], { ...base, env })
      expect(later.events.at(-1)).toMatchObject({ type: 'run.finished', runId: left.events.at(-1)?.runId })
      expect(existsSync(path)).toBe(false)
    })
  })

  it('stops the goal at Ctrl-C, and ends with 130', async () => {
    const base = folders()
    const { baseUrl } = await openAiServerForTest(() => {
      agent.kill('SIGINT')
      return { fault: 'hang' }
    })
    const agent = spawn(process.execPath, [join(SOURCES, 'agent.ts'), 'do it', '--json'], {
      env: {
        PATH: process.env.PATH ?? '',
        HOME: base.home,
        ADJUTANT_HOME: base.data,
        OPENAI_API_KEY: 'sk-test',
        OPENAI_BASE_URL: baseUrl,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    agent.stdout.on('data', (part) => {
      said += part
    })
    expect(await once(agent, 'close')).toEqual([130, null])
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toMatchObject({
      type: 'run.finished',
      status: 'cancelled',
    })
  })

  it('becomes the client of an owner that it finds, and takes over where that one is killed', async () => {
    const base = folders()
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const server = await openAiServerForTest(async (_body, index) => {
      if (index === 0) {
        owner.child.kill('SIGKILL')
        await once(owner.child, 'exit')
      }
      release()
      return { text: 'All is well.' }
    })
    const env = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: server.baseUrl }
    const owner = await headless(base, env)
    const { code, events } = await runAgentProcess(['how is it going?'], { ...base, env })
    await released
    expect(events.at(-1)).toMatchObject({ status: 'succeeded', answer: 'All is well.' })
    expect(code).toBe(0)
    expect(server.requests.length).toBe(2)
  })
})

describe('npm run headless', () => {
  it('prints one line with an address that opens it, which only its user can read elsewhere', async () => {
    const base = folders()
    const { line, child } = await headless(base)
    const [, address, token] =
      /^Adjutant is ready: (http:\/\/127\.0\.0\.1:\d+)\/#token=(\S+)\n$/.exec(line) ?? []
    expect(readOwner(base.data)).toEqual({ address, token, pid: child.pid } as Owner)
    expect(statSync(join(base.data, 'owner.json')).mode & 0o777).toBe(0o600)
    const answer = await fetch(`${address}/api/host`, { headers: { authorization: `Bearer ${token}` } })
    expect(await answer.json()).toMatchObject({ host: 'headless', home: base.data })
  })

  it('takes port and token from the environment, and says what to do where the port is taken', async () => {
    const { baseUrl, close } = await openAiServerForTest(() => ({}))
    const ADJUTANT_PORT = new URL(baseUrl).port
    const taken = await runAgentProcess(['x'], { ...folders(), env: { ADJUTANT_PORT } })
    expect(taken).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`Port ${ADJUTANT_PORT} is taken`),
    })
    expect(taken.stderr).toContain('Set ADJUTANT_PORT to another port')
    await close()
    const { line } = await headless(folders(), { ADJUTANT_PORT, ADJUTANT_TOKEN: 'my-own-token' })
    expect(line).toContain(`:${ADJUTANT_PORT}/#token=my-own-token`)
  })

  it('leaves nothing behind when it is told to stop', async () => {
    const base = folders()
    const { child } = await headless(base)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(existsSync(join(base.data, 'owner.json'))).toBe(false)
    expect(readFileSync(join(base.data, 'adjutant.sqlite')).length).toBeGreaterThan(0)
  })

  it('points to the one that is running where there is one', async () => {
    const base = folders()
    const first = await headless(base)
    const second = await headless(base)
    expect(second.line).toBe(first.line)
    const [code] = second.child.exitCode === null ? await once(second.child, 'exit') : [second.child.exitCode]
    expect(code).toBe(0)
  })
})
