import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Adjutant, type AdjutantOptions, openAdjutant } from './adjutant.ts'
import type { OperatorApi } from './operator/operator.ts'
import { connectOperator } from './server/client.ts'
import { readOwner, removeOwner, writeOwner } from './server/owner-file.ts'
import { startServer } from './server/server.ts'
import { type OwnerLock, takeOwnership } from './storage/owner-lock.ts'
import { AdjutantError, ConfigError } from './vocabulary/errors.ts'

export interface JoinOptions extends AdjutantOptions {
  /** Folder of the built interface that the owner serves. */
  readonly interfaceFolder?: string
}

/** The agent of a data directory, in this process or in another one. */
export interface JoinedAgent {
  readonly operator: OperatorApi
  readonly owns: boolean
  /** `http://127.0.0.1:PORT`, and the token that opens it. */
  readonly address: string
  readonly token: string
  /** Takes up unfinished runs and the schedules, where this process owns them. Called once its faces can hear. */
  resume(): Promise<void>
  /** The machine was asleep: what came due meanwhile is looked for at once. */
  wake(): void
  /** For what goes wrong in the host: it stands in the log of the data directory, where this process owns that. */
  report(what: string, error: unknown): void
  /** Settles when the owner in another process has gone; never for the owner itself. */
  readonly ownerGone: Promise<void>
  close(): Promise<void>
}

/** How long to wait for an owner that is just starting or ending. */
const PATIENCE_MS = 15_000
const RETRY_MS = 100

/**
 * Becomes the owner of the data directory, and serves its API at a loopback address; or, where another process owns
 * it, becomes that one's client. Throws AdjutantError: 'no-owner' where the owner cannot be reached, 'port-taken',
 * ConfigError, StorageError.
 */
export async function joinAgent(options: JoinOptions): Promise<JoinedAgent> {
  const giveUpAt = performance.now() + PATIENCE_MS
  let last: unknown
  while (performance.now() < giveUpAt) {
    const lock = takeOwnership(options.home, options)
    if (lock) return await own(options, lock)
    try {
      const client = await follow(options.home)
      if (client) return client
    } catch (error) {
      last = error
    }
    await pause(RETRY_MS)
  }
  throw new AdjutantError('no-owner', `Another process has ${options.home} open but does not answer`, {
    fix: 'Close the other Adjutant of this data directory, or set ADJUTANT_HOME to another folder.',
    cause: last,
  })
}

async function follow(home: string): Promise<JoinedAgent | undefined> {
  const owner = readOwner(home)
  if (!owner) return undefined
  const client = await connectOperator(owner)
  return {
    operator: client.operator,
    owns: false,
    address: owner.address,
    token: owner.token,
    resume: async () => undefined,
    wake: () => undefined,
    report: () => undefined,
    ownerGone: client.ended,
    close: async () => client.close(),
  }
}

async function own(options: JoinOptions, lock: OwnerLock): Promise<JoinedAgent> {
  const { home, env = process.env } = options
  let adjutant: Adjutant | undefined
  try {
    // one that was killed left its file behind; nobody must send its token to whoever has that port now
    rmSync(join(home, 'owner.json'), { force: true })
    const port = portOf(env.ADJUTANT_PORT)
    const token = env.ADJUTANT_TOKEN || randomBytes(24).toString('base64url')
    adjutant = openAdjutant(options)
    const { operator } = adjutant
    const server = await startServer({ ...options, report: adjutant.report('server'), operator, token, port })
    adjutant.ownAddress(new URL(server.address).host)
    writeOwner(home, { address: server.address, token, pid: process.pid })
    return {
      operator,
      owns: true,
      address: server.address,
      token,
      resume: adjutant.resume,
      wake: adjutant.wake,
      report: adjutant.report('desktop'),
      ownerGone: new Promise(() => undefined),
      close: async () => {
        removeOwner(home, process.pid)
        await server.close()
        await adjutant?.close()
        lock.release()
      },
    }
  } catch (error) {
    await adjutant?.close()
    lock.release()
    throw error
  }
}

function portOf(given: string | undefined): number {
  if (given === undefined || given === '') return 0
  const port = Number(given)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new ConfigError('bad-port', `ADJUTANT_PORT: "${given}" is not a port number`, {
    fix: 'Use a number from 1 to 65535, or leave it out to take a free one.',
  })
}
