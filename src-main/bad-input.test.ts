import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAdjutant } from './adjutant.ts'
import { joinAgent } from './join-agent.ts'
import { openDatabase } from './storage/database.ts'
import { runAgentProcess } from './testing/agent-process.ts'
import { type AgentUnderTest, agentUnderTest } from './testing/agent-under-test.ts'
import { startTestSite, type TestSite } from './testing/site/site.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

let site: TestSite
beforeAll(async () => {
  site = await startTestSite()
})
afterAll(() => site.close())

/** Opens an agent over a data directory that holds these files. */
const opening = (files: Readonly<Record<string, string>>, env: Record<string, string> = {}) => {
  const home = temporaryFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text)
  return () => openAdjutant({ home, host: 'terminal', env, userHome: home })
}

describe('settings that cannot be used are refused with the place and the reason', () => {
  it.each<[string, string, RegExp]>([
    ['a key that does not exist', '{"fils": {}}', /fils/],
    ['a key that does not exist, further in', '{"files": {"root": []}}', /files.*root/s],
    ['JSON that breaks off', '{"files": {', /config\.json:1:12: not JSON/],
    [
      'a root that is not a folder',
      '{"files": {"roots": ["/nowhere/at/all"]}}',
      /files\.roots\[0\].*not a folder/,
    ],
    ['a root that is not absolute', '{"files": {"roots": ["notes"]}}', /files\.roots\[0\].*absolute/],
    ['a host that is none', '{"network": {"allow": ["http://x/"]}}', /network\.allow/],
    ['a time zone that does not exist', '{"timeZone": "Mars/Olympus"}', /timeZone/],
    ['a provider that does not exist', '{"model": {"provider": "oracle"}}', /model\.provider/],
  ])('%s', (_, config, message) => {
    expect(opening({ 'config.json': config })).toThrow(message)
  })

  it('an address of a model that is none', () => {
    expect(opening({}, { OPENAI_BASE_URL: 'not an address' })).toThrow(
      expect.objectContaining({ code: 'config-invalid', fix: expect.stringContaining('OPENAI_BASE_URL') }),
    )
  })
})

describe('a data directory in a bad state', () => {
  it('with a database that is none is refused and left as it is', () => {
    const home = temporaryFolder()
    writeFileSync(join(home, 'adjutant.sqlite'), 'dear diary '.repeat(200))
    expect(() => openAdjutant({ home, host: 'terminal', env: {} })).toThrow(/cannot be used/)
    expect(readFileSync(join(home, 'adjutant.sqlite'), 'utf8')).toContain('dear diary')
  })

  it('of a newer version is refused and left as it is', async () => {
    const home = temporaryFolder()
    await openAdjutant({ home, host: 'terminal', env: {} }).close()
    const db = new Sqlite(join(home, 'adjutant.sqlite'))
    db.pragma('user_version = 900')
    db.close()
    expect(() => openAdjutant({ home, host: 'terminal', env: {} })).toThrow(/newer Adjutant/)
  })

  it('that another process owns is shared: the second becomes its client', async () => {
    const home = temporaryFolder()
    const first = await joinAgent({ home, host: 'headless', env: {} })
    const second = await joinAgent({ home, host: 'terminal', env: {} })
    const { id } = await second.operator.call('runs.start', { goal: 'remember that two can talk to one' })
    expect(second.owns).toBe(false)
    expect((await first.operator.call('runs.get', { id })).goal).toContain('two can talk')
    await second.close()
    await first.close()
  })

  it('whose port is taken says which, and gives the directory back', async () => {
    const home = temporaryFolder()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const port = String((other.address() as { port: number }).port)
    await expect(joinAgent({ home, host: 'headless', env: { ADJUTANT_PORT: port } })).rejects.toThrow(
      `Port ${port} is taken`,
    )
    other.close()
    const again = await joinAgent({ home, host: 'headless', env: {} })
    expect(again.owns).toBe(true)
    await again.close()
  })

  it('with a port that is no number says so', async () => {
    const home = temporaryFolder()
    await expect(joinAgent({ home, host: 'headless', env: { ADJUTANT_PORT: 'eighty' } })).rejects.toThrow(
      /ADJUTANT_PORT/,
    )
  })

  it('on a full disk refuses the goal, loses nothing, and goes on when there is space', async () => {
    const folder = temporaryFolder()
    const database = openDatabase(join(folder, 'adjutant.sqlite'))
    const { agent, start, ended } = await agentUnderTest({ database })
    await ended((await start('remember that the disk was not always full')).id)
    const pages = database.pragma('page_count', { simple: true }) as number
    database.pragma(`max_page_count = ${pages}`)
    await expect(start(`remember ${'that it is full, '.repeat(3000)}`)).rejects.toThrow(/full/)
    database.pragma('max_page_count = 1000000')
    const after = await start('remember that there is space again')
    expect((await ended(after.id)).status).toBe('succeeded')
    const texts = (await agent.operator.call('memory.list', { kind: 'fact' })).map(({ text }) => text)
    expect(texts).toEqual(['There is space again', 'The disk was not always full'])
  })
})

describe('a goal that cannot be done says why, and does nothing', () => {
  const cases: [string, (agent: AgentUnderTest) => string, RegExp][] = [
    ['a page of 50 MB', () => `read ${site.origin}/big`, /larger than/],
    ['a page that unpacks to 50 MB', () => `read ${site.origin}/bomb`, /larger than/],
    [
      'a redirect to a private address',
      () => `read ${site.origin}/redirect/private`,
      /10\.0\.0\.5.*not allowed/s,
    ],
    ['a redirect to the cloud’s metadata', () => `read ${site.origin}/redirect/metadata`, /169\.254/],
    ['a redirect to another site', () => `read ${site.origin}/redirect/elsewhere`, /elsewhere\.example/],
    ['redirects in a circle', () => `read ${site.origin}/redirect/loop`, /redirects more than/],
    ['a redirect to a file', () => `read ${site.origin}/redirect/file`, /file:/],
    ['a connection that is dropped', () => `read ${site.origin}/drop`, /connection/],
    ['a page that does not exist', () => `read ${site.origin}/no-such-page`, /404/],
    ['a port where nothing listens', () => 'read http://127.0.0.1:9/', /127\.0\.0\.1:9/],
    ['a time in the past', () => 'remind me yesterday at 9 to pay', /past/],
    ['a time of day that does not exist', () => 'every monday at 25:00 water the plants', /no time of day/],
    ['a file that does not exist', ({ home }) => `read ${home}/notes/none.txt`, /nothing at this path|not/],
    ['a file that is not text', ({ home }) => `read ${home}/notes/noise.bin`, /binary/],
    [
      'a file that is in the way',
      ({ home }) => `move ${home}/notes/a.txt to ${home}/notes/b.txt`,
      /there already/,
    ],
    ['the agent’s own data', ({ data }) => `read ${data}/config.json`, /never allowed/],
    ['what the offline planner cannot do', () => 'compose a fugue in four voices', /connect a model/],
  ]
  it.each(cases)('%s', async (_, goal, reason) => {
    const agent = await agentUnderTest({ config: { files: { roots: [] } } })
    writeFileSync(join(agent.home, 'notes', 'noise.bin'), Buffer.from([0, 255, 254, 0, 1]))
    writeFileSync(join(agent.home, 'notes', 'a.txt'), 'a')
    writeFileSync(join(agent.home, 'notes', 'b.txt'), 'b')
    const { id } = await agent.start(goal(agent))
    const run = await agent.ended(id)
    expect(run.status).toBe('failed')
    expect(`${run.reason ?? ''} ${run.answer}`).toMatch(reason)
    expect(readFileSync(join(agent.home, 'notes', 'b.txt'), 'utf8')).toBe('b')
  })

  it('a date that does not exist is asked about', async () => {
    const agent = await agentUnderTest()
    const { id } = await agent.start('remind me on 31 February to pay')
    const run = await agent.until(id, ({ status }) => status === 'waiting' || status === 'failed')
    expect(run.effects.filter(({ tool }) => tool === 'reminders.create')).toEqual([])
  })
})

describe('a path that leads out asks first, and says where it leads', () => {
  const asks = async (prepare: (home: string) => string) => {
    const base = temporaryFolder()
    const folders = { data: join(base, 'data'), home: join(base, 'home') }
    mkdirSync(join(folders.home, 'notes'), { recursive: true })
    const agent = await agentUnderTest({
      folders,
      config: { files: { roots: [join(folders.home, 'notes')] } },
    })
    const { id } = await agent.start(prepare(folders.home))
    await agent.until(id, ({ status }) => status === 'waiting')
    const [card] = await agent.pending()
    await agent.answer(card?.id ?? '', 'reject', 'not there')
    const run = await agent.ended(id)
    return { card, run, home: folders.home }
  }

  it('a link out of the roots', async () => {
    const { card, run } = await asks((home) => {
      symlinkSync('/etc', join(home, 'notes', 'out'))
      return `write "x" to ${home}/notes/out/adjutant-test.txt`
    })
    expect(card?.reason).toMatch(/links elsewhere/)
    expect(run.status).toBe('failed')
    expect(existsSync('/etc/adjutant-test.txt')).toBe(false)
  })

  it('a dotfile', async () => {
    const { card, home } = await asks((place) => `write "alias ls=rm" to ${place}/.bashrc`)
    expect(card).toMatchObject({ tool: 'files.write', preview: { kind: 'diff', after: 'alias ls=rm\n' } })
    expect(existsSync(join(home, '.bashrc'))).toBe(false)
  })
})

describe('a call that no face should make', () => {
  it.each<[string, (agent: AgentUnderTest) => Promise<unknown>, RegExp]>([
    ['an empty goal', ({ start }) => start('   '), /empty/],
    ['a goal of a megabyte', ({ start }) => start('x'.repeat(1_000_000)), /goal/],
    ['a run that does not exist', ({ run }) => run('run_none'), /no run run_none/],
    ['a conversation that does not exist', ({ start }) => start('remember x', 'cnv_none'), /no conversation/],
    ['an approval that does not exist', ({ answer }) => answer('q_none', 'once'), /no approval/],
    [
      'a member that is misspelt',
      ({ agent }) => agent.operator.call('runs.start', { gaol: 'x' } as unknown as { goal: string }),
      /gaol|goal/,
    ],
  ])('%s', async (_, call, message) => {
    await expect(call(await agentUnderTest())).rejects.toThrow(message)
  })
})

describe('the command line', () => {
  it('with a flag that does not exist says how it is used', async () => {
    const base = temporaryFolder()
    const result = await runAgentProcess(['--frobnicate', 'x'], { data: join(base, 'd'), home: base })
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('--frobnicate')
  })

  const old = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((path) => existsSync(path) && !path.includes('node_modules') && /^v2[0-3]\./.test(versionOf(path)))
  it.skipIf(old === undefined)('under an old Node says which it needs and where it is', () => {
    const result = spawnSync(
      old as string,
      [join(import.meta.dirname, '..', 'scripts', 'run.mjs'), 'agent', 'x'],
      { encoding: 'utf8' },
    )
    expect(result.status).toBe(1)
    expect(result.stderr).toMatch(/need Node 24.*this is v2\d/s)
  })
})

function versionOf(path: string): string {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout
}
