import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { hostileServer, notesServer } from '../../../testing/mcp/servers.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { createProcessRecord } from './process-record.ts'
import { createStdioTransport } from './stdio-transport.ts'

const nobody = { add: () => {}, remove: () => {} }

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // who has ended and was not yet fetched is no longer there
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

it('a server that stays, with the helper it started, is ended', async () => {
  const memory = join(temporaryFolder(), 'memory')
  const { command, args } = hostileServer('stays', memory)
  const transport = createStdioTransport({ command, args, env: {}, cwd: undefined }, {}, nobody)
  await transport.start()
  await vi.waitFor(() => expect(existsSync(memory) && readFileSync(memory, 'utf8')).toMatch(/\d+ \d+/))
  const pids = readFileSync(memory, 'utf8').split(' ').map(Number)
  expect(pids.map(isAlive)).toEqual([true, true])
  await transport.close()
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]))
})

it('a server that stays when the agent is killed is ended by the next one, and nobody else', async () => {
  const folder = temporaryFolder()
  const memory = join(folder, 'memory')
  const file = join(folder, 'tool-servers.json')
  const { command, args } = hostileServer('stays', memory)
  const program = `
    import { createProcessRecord } from ${JSON.stringify(new URL('./process-record.ts', import.meta.url).href)}
    import { createStdioTransport } from ${JSON.stringify(new URL('./stdio-transport.ts', import.meta.url).href)}
    const record = createProcessRecord(${JSON.stringify(file)})
    await createStdioTransport({ command: ${JSON.stringify(command)}, args: ${JSON.stringify(args)}, env: {}, cwd: undefined }, {}, record).start()
  `
  const agent = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: 'inherit',
  })
  await vi.waitFor(() => expect(existsSync(memory) && readFileSync(memory, 'utf8')).toMatch(/\d+ \d+/), {
    timeout: 10_000,
  })
  const pids = readFileSync(memory, 'utf8').split(' ').map(Number)
  agent.kill('SIGKILL')
  await once(agent, 'exit')
  expect(pids.map(isAlive)).toEqual([true, true])
  const [written] = JSON.parse(readFileSync(file, 'utf8'))
  // a process that got the number of one that has gone is another one
  writeFileSync(file, JSON.stringify([written, { pid: process.pid, began: 'at another time' }]))
  createProcessRecord(file).endLeftovers()
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]))
  expect(existsSync(file)).toBe(false)
})

it('a server ends when the agent is killed: its input closes', async () => {
  const { command, args } = notesServer()
  const program = `
    import { createStdioTransport } from ${JSON.stringify(new URL('./stdio-transport.ts', import.meta.url).href)}
    const transport = createStdioTransport({ command: ${JSON.stringify(command)}, args: ${JSON.stringify(args)}, env: {}, cwd: undefined }, {}, { add() {}, remove() {} })
    await transport.start()
    console.log(transport.pid)
  `
  const agent = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(agent.stdout, 'data')) as [Buffer]
  const pid = Number(line.toString())
  expect(isAlive(pid)).toBe(true)
  agent.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 })
})
