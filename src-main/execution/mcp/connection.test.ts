import { expect, it, onTestFinished, vi } from 'vitest'
import { createManualClock } from '../../testing/manual-clock.ts'
import { hostileServer, notesServer } from '../../testing/mcp/servers.ts'
import { createWeb } from '../web/create-web.ts'
import { createConnection } from './connection.ts'

const connectionTo = ({ command, args }: { command: string; args: string[] }) => {
  const clock = createManualClock(0)
  const states: string[] = []
  const connection = createConnection(
    { name: 'one', disabled: false, kind: 'stdio', command, args, env: {}, cwd: undefined },
    {
      clock,
      guard: createWeb().guard,
      allowedHosts: () => [],
      environment: {},
      processes: { add: () => {}, remove: () => {} },
      changed: () => states.push(connection?.status().state ?? ''),
      told: () => {},
      keep: async () => '',
    },
  )
  onTestFinished(() => connection.close())
  const failed = () => vi.waitFor(() => expect(['waiting', 'broken']).toContain(connection.status().state))
  return { clock, connection, failed, states }
}

it('a server that fails is tried again later and later, and after five times left alone for a while', async () => {
  const { clock, connection, failed } = connectionTo(hostileServer('never-starts'))
  const delays: number[] = []
  await expect(connection.open()).rejects.toThrow('ended with code 7')
  for (let time = 0; time < 5; time += 1) {
    await failed()
    const delay = Date.parse(connection.status().retryAt ?? '') - clock.now()
    delays.push(delay)
    if (time === 4) break
    clock.advance(delay)
    await vi.waitFor(() => expect(connection.status().state).toBe('connecting'))
  }
  expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 300_000])
  expect(connection.status().state).toBe('broken')
  await expect(
    connection.call('x', 'mcp.one.x', {}, { runId: 'r', signal: new AbortController().signal }),
  ).rejects.toThrow('The server "one" cannot be used: The server "one" did not come up')
})

it('a server that is wanted by several at once is started once', async () => {
  const { connection, states } = connectionTo(notesServer())
  await Promise.all([connection.open(), connection.open(), connection.open()])
  expect(states.filter((state) => state === 'connecting')).toHaveLength(1)
  expect(connection.status().state).toBe('ready')
})
