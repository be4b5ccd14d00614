import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { hostileServer, notesServer } from '../../../testing/mcp/servers.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { createStdioTransport } from './stdio-transport.ts'

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
  const transport = createStdioTransport({ command, args, env: {}, cwd: undefined }, {})
  await transport.start()
  await vi.waitFor(() => expect(existsSync(memory) && readFileSync(memory, 'utf8')).toMatch(/\d+ \d+/))
  const pids = readFileSync(memory, 'utf8').split(' ').map(Number)
  expect(pids.map(isAlive)).toEqual([true, true])
  await transport.close()
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]))
})

it('a server ends when the agent is killed: its input closes', async () => {
  const { command, args } = notesServer()
  const program = `
    import { createStdioTransport } from ${JSON.stringify(new URL('./stdio-transport.ts', import.meta.url).href)}
    const transport = createStdioTransport({ command: ${JSON.stringify(command)}, args: ${JSON.stringify(args)}, env: {}, cwd: undefined }, {})
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
