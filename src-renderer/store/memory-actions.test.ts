import { describe, expect, it } from 'vitest'
import type { AgentEvent, MemoryView, MethodName, Methods } from '../../src-preload/contract.ts'
import { type AdjutantClient, CallError, type ClientListener } from '../adjutant-client.ts'
import { followAgent } from './follow-agent.ts'
import { createAppStore } from './store.ts'

const row = (id: string, text = id): MemoryView => ({
  id,
  kind: 'fact',
  text,
  source: { kind: 'api', ref: '' },
  trust: 'trusted',
  origins: [],
  scope: 'personal',
  at: '2026-03-18T09:00:00Z',
  createdAt: '2026-03-18T09:00:00Z',
})

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => row(`mem_${from + index}`))

type Answer = (method: MethodName, input: Record<string, unknown>) => unknown

/** An agent that answers as told; every call is kept. */
function scripted(answer: Answer) {
  const calls: { method: MethodName; input: Record<string, unknown> }[] = []
  let listener: ClientListener | undefined
  const client: AdjutantClient = {
    call: async <Name extends MethodName>(method: Name, input: Methods[Name]['input']) => {
      const given = input as Record<string, unknown>
      calls.push({ method, input: given })
      return (await answer(method, given)) as Methods[Name]['output']
    },
    listen: (given) => {
      listener = given
      return () => {}
    },
    signIn: async () => {},
  }
  const store = createAppStore(client)
  followAgent(store)
  const memory = () => store.state.getState().memory
  const hear = (event: AgentEvent) => listener?.event(event)
  const of = (method: MethodName) => calls.filter((call) => call.method === method).map(({ input }) => input)
  return { store, actions: store.actions, memory, hear, of }
}

const paged =
  (all: readonly MemoryView[]): Answer =>
  (_, { offset = 0, limit = 50 }) =>
    all.slice(offset as number, (offset as number) + (limit as number))

describe('reading memory', () => {
  it('goes on where it ended, until there is no more', async () => {
    const { actions, memory } = scripted(paged(rows(0, 250)))
    await actions.loadMemory()
    expect([memory().list.length, memory().more]).toEqual([100, true])
    await actions.loadMemory({ more: true })
    await actions.loadMemory({ more: true })
    expect([memory().list.length, memory().more]).toEqual([250, false])
  })

  it('shows no row twice, though new ones came in above meanwhile', async () => {
    const all = rows(0, 150)
    const { actions, memory } = scripted((method, input) => paged(all)(method, input))
    await actions.loadMemory()
    all.unshift(row('mem_new'))
    await actions.loadMemory({ more: true })
    const ids = memory().list.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('asks for what fits the filter, and drops the answer to an earlier one', async () => {
    let slow: (() => void) | undefined
    const { actions, memory, of } = scripted(async (_, { kind }) => {
      if (!kind) await new Promise<void>((resolve) => (slow = resolve))
      return [row(kind ? 'mem_rule' : 'mem_any')]
    })
    const first = actions.loadMemory()
    await actions.filterMemory({ period: 'all', kind: 'rule', person: 'Ada' })
    slow?.()
    await first
    expect(of('memory.list').at(-1)).toMatchObject({ kind: 'rule', person: 'Ada', offset: 0 })
    expect(memory().list.map(({ id }) => id)).toEqual(['mem_rule'])
  })

  it('the timeline is asked for in order of time, from where it was jumped to', async () => {
    const { actions, of } = scripted(() => [])
    await actions.viewMemory('timeline')
    expect(of('memory.list').at(-1)).toMatchObject({ from: '0001-01-01T00:00:00.000Z' })
    await actions.jumpMemory('2025-04-01T00:00:00Z')
    expect(of('memory.list').at(-1)).toMatchObject({ to: '2025-04-01T00:00:00Z' })
    await actions.viewMemory('list')
    expect(of('memory.list').at(-1)).toEqual({ limit: 100, offset: 0 })
  })
})

describe('when memory changes', () => {
  it('the open pane is read again, once for many changes', async () => {
    const all = rows(0, 3)
    const { actions, memory, hear, of } = scripted((method, input) => paged(all)(method, input))
    actions.openPane('memory')
    await actions.loadMemory()
    all.unshift(row('mem_new'))
    for (let count = 0; count < 50; count += 1) hear({ type: 'memory.changed' })
    await expect.poll(() => memory().list[0]?.id).toBe('mem_new')
    expect(of('memory.list').length).toBeLessThanOrEqual(3)
    expect(memory().changes).toBe(50)
  })

  it('who has scrolled far is not taken back, and is told', async () => {
    const { actions, memory } = scripted(paged(rows(0, 1300)))
    await actions.loadMemory()
    while (memory().more) await actions.loadMemory({ more: true })
    await actions.refreshMemory()
    expect([memory().list.length, memory().stale]).toEqual([1300, true])
    await actions.loadMemory()
    expect([memory().list.length, memory().stale]).toEqual([100, false])
  })

  it('a row that was edited stands where it stood; one that was forgotten is gone, from the hits too', async () => {
    const { actions, memory } = scripted((method) =>
      method === 'memory.search'
        ? { hits: [{ ...row('mem_1'), score: 0.5, why: 'by words' }], known: true, elapsedMs: 2 }
        : rows(0, 3),
    )
    await actions.loadMemory()
    await actions.searchMemory('one')
    actions.selectMemory('mem_1')
    actions.keepMemory(row('mem_1', 'put differently'))
    expect(memory().list.map(({ text }) => text)).toEqual(['mem_0', 'put differently', 'mem_2'])
    expect(memory().search?.hits[0]).toMatchObject({ text: 'put differently', why: 'by words' })
    actions.dropMemory('mem_1')
    expect(memory().list.map(({ id }) => id)).toEqual(['mem_0', 'mem_2'])
    expect(memory().search?.hits).toEqual([])
    expect(memory().selectedId).toBeUndefined()
  })
})

describe('searching', () => {
  const found = (id: string) => ({ hits: [row(id)], known: true, elapsedMs: 1 })

  it('an answer to earlier words is dropped, whichever comes first', async () => {
    const waiting: Record<string, () => void> = {}
    const { actions, memory } = scripted(async (_, { q }) => {
      await new Promise<void>((resolve) => (waiting[q as string] = resolve))
      return found(`mem_${q}`)
    })
    const both = [actions.searchMemory('ki'), actions.searchMemory('kiel')]
    await expect.poll(() => Object.keys(waiting)).toEqual(['ki', 'kiel'])
    waiting.kiel?.()
    waiting.ki?.()
    await Promise.all(both)
    expect(memory().search).toMatchObject({ q: 'kiel', hits: [{ id: 'mem_kiel' }] })
  })

  it('emptied words end it, and an answer on its way does not bring it back', async () => {
    let come: (() => void) | undefined
    const { actions, memory } = scripted(async () => {
      await new Promise<void>((resolve) => (come = resolve))
      return found('mem_1')
    })
    const search = actions.searchMemory('kiel')
    await expect.poll(() => come).toBeDefined()
    actions.typeMemoryWords('')
    come?.()
    await search
    expect(memory().search).toBeUndefined()
  })

  it('says in place what went wrong, and forgets that when it goes well', async () => {
    let broken = true
    const { actions, memory, store } = scripted(() => {
      if (broken) throw new CallError({ code: 'x', message: 'The index is being made.', fix: 'Wait.' })
      return found('mem_1')
    })
    await actions.searchMemory('kiel')
    expect(memory().searchFailure).toEqual({ message: 'The index is being made.', fix: 'Wait.' })
    expect(store.state.getState().ui.toasts).toEqual([])
    broken = false
    await actions.searchMemory('kiel')
    expect(memory().searchFailure).toBeUndefined()
  })
})

describe('importing a file', () => {
  const file = (lines: number) => {
    const text = Array.from({ length: lines }, (_, index) => `{"externalId":"${index}","text":"x"}\n`).join(
      '',
    )
    const blob = new Blob([text])
    return { name: 'notes.jsonl', size: blob.size, stream: () => blob.stream() }
  }
  /** Counts what comes in. */
  const importer = (refuseAt = Number.POSITIVE_INFINITY) => {
    let received = 0
    return (input: Record<string, unknown>) => {
      const { lines, last } = input as Methods['memory.import']['input']
      if (received + lines.length > refuseAt) throw new CallError({ code: 'x', message: 'The disk is full.' })
      received += lines.length
      return {
        importId: 'import_1',
        status: last ? 'finished' : 'running',
        received,
        added: received,
        changed: 0,
        unchanged: 0,
        forgotten: 0,
        refused: 0,
        problems: [],
        pending: received,
      }
    }
  }

  it('sends five hundred lines at a time, says who wrote them, and ends it', async () => {
    const take = importer()
    const { actions, memory, of } = scripted((_, input) => take(input))
    await actions.importMemory(file(1200), { mine: true })
    const calls = of('memory.import') as Methods['memory.import']['input'][]
    expect(
      calls.map(({ importId, firstLine, lines, last, mine }) => [
        importId,
        firstLine,
        lines.length,
        last,
        mine,
      ]),
    ).toEqual([
      [undefined, 1, 500, undefined, true],
      ['import_1', 501, 500, undefined, true],
      ['import_1', 1001, 200, undefined, true],
      ['import_1', undefined, 0, true, true],
    ])
    expect(memory().upload).toMatchObject({ status: 'finished', importId: 'import_1' })
    expect(memory().imports.import_1).toMatchObject({ received: 1200, status: 'finished' })
  })

  it('goes on in another pane, and stops when told', async () => {
    const take = importer()
    const { actions, memory, of } = scripted((_, input) => {
      if (of('memory.import').length === 2) actions.stopImport()
      return take(input)
    })
    const done = actions.importMemory(file(5000))
    actions.openPane('chat')
    await done
    expect(of('memory.import').map(({ last }) => last)).toEqual([undefined, undefined, true])
    expect(memory().upload?.status).toBe('stopped')
    expect(memory().imports.import_1?.received).toBe(1000)
  })

  it('says what failed, and begins again on request', async () => {
    let take = importer(700)
    const { actions, memory, of } = scripted((_, input) => take(input))
    await actions.importMemory(file(1200))
    expect(memory().upload).toMatchObject({ status: 'failed', failure: { message: 'The disk is full.' } })
    take = importer()
    await actions.retryImport()
    expect(memory().upload?.status).toBe('finished')
    expect(of('memory.import').filter(({ importId }) => importId === undefined)).toHaveLength(2)
  })

  it('one at a time', async () => {
    const take = importer()
    const { actions, of } = scripted((_, input) => take(input))
    await Promise.all([actions.importMemory(file(10)), actions.importMemory(file(10))])
    expect(of('memory.import')).toHaveLength(2)
  })

  it('one that was started elsewhere is seen, and taken away when it has ended', () => {
    const { actions, memory, hear } = scripted(() => [])
    const view = {
      ...(importer()({ lines: ['{}'] }) as Extract<AgentEvent, { type: 'memory.import' }>['import']),
    }
    hear({ type: 'memory.import', import: { ...view, received: 900 } })
    // an earlier state that comes late changes nothing
    hear({ type: 'memory.import', import: { ...view, received: 400 } })
    expect(memory().imports.import_1?.received).toBe(900)
    hear({ type: 'memory.import', import: { ...view, received: 900, status: 'finished' } })
    expect(memory().imports.import_1?.status).toBe('finished')
    actions.dismissImport('import_1')
    expect(memory().imports).toEqual({})
  })
})
