import { describe, expect, it } from 'vitest'
import type { MethodName, Methods } from '../../src-preload/contract.ts'
import { type AdjutantClient, CallError, type ClientListener } from '../adjutant-client.ts'
import { followAgent } from './follow-agent.ts'
import { createAppStore } from './store.ts'

type Answers = { [Name in MethodName]?: () => Promise<Methods[Name]['output']> }

const host = {
  host: 'headless',
  version: '1',
  home: '/data',
  staysInTray: false,
  model: 'offline',
  startedAt: '2026-03-18T09:00:00Z',
} as const

const EMPTY: Answers = {
  'host.get': async () => host,
  'conversations.list': async () => [],
  'approvals.list': async () => [],
  'runs.list': async () => [],
  'schedules.list': async () => [],
}

/** An agent that answers as told, its listener in the test's hand. */
function scripted(answers: Answers) {
  const calls: MethodName[] = []
  let listener: ClientListener | undefined
  const client: AdjutantClient = {
    call: async (method) => {
      calls.push(method)
      const answer = answers[method] ?? EMPTY[method]
      if (!answer) throw new CallError({ code: 'unreachable', message: 'The agent does not answer.' })
      return answer()
    },
    listen: (given) => {
      listener = given
      return () => {}
    },
    signIn: async () => {},
  }
  const store = createAppStore(client)
  followAgent(store)
  const heard = () => {
    if (!listener) throw new Error('nobody listens')
    return listener
  }
  return { store, calls, heard }
}

const talk = {
  id: 'talk',
  title: 'Talk',
  createdAt: '2026-03-18T09:00:00Z',
  updatedAt: '2026-03-18T09:00:00Z',
  active: false,
}

describe('following the agent', () => {
  it('reads all once when it is there', async () => {
    const { store, calls, heard } = scripted({ 'conversations.list': async () => [talk] })
    heard().status('online')
    await expect.poll(() => store.state.getState().conversations.list).toEqual([talk])
    heard().status('offline')
    heard().status('online')
    expect(calls.filter((method) => method === 'host.get')).toHaveLength(1)
  })

  it('reads again where the first reading did not reach the agent', async () => {
    let there = false
    const { store, heard } = scripted({
      'host.get': async () => {
        if (!there) throw new CallError({ code: 'unreachable', message: 'The agent does not answer.' })
        return host
      },
    })
    heard().status('online')
    there = true
    await expect
      .poll(() => {
        heard().status('online')
        return store.state.getState().connection.host
      })
      .toEqual(host)
    await expect.poll(() => store.state.getState().conversations.loaded).toBe(true)
  })

  it('after missed events, reads what is open afresh and leaves it as it is', async () => {
    let reads = 0
    const { store, calls, heard } = scripted({
      'conversations.get': async () => {
        reads += 1
        return { ...talk, messages: [], runs: [] }
      },
      'memory.list': async () => [],
      'voice.models': async () => [],
    })
    await store.actions.openConversation('talk')
    await store.actions.loadMemory()
    await store.actions.loadSpeechModels()
    store.actions.editMessage('m')
    heard().stale()
    // meanwhile the person goes elsewhere
    store.actions.openPane('settings')
    await expect.poll(() => reads).toBe(2)
    expect(calls.filter((method) => method === 'memory.list')).toHaveLength(2)
    expect(calls.filter((method) => method === 'voice.models')).toHaveLength(2)
    const { ui, conversations } = store.state.getState()
    expect([ui.pane, conversations.selectedId, conversations.editingId]).toEqual(['settings', 'talk', 'm'])
  })

  it('says that the agent does not answer only until it does', async () => {
    const { store, heard } = scripted({})
    const said = () => store.state.getState().ui.toasts.map(({ text }) => text)
    await store.actions.loadMemory()
    store.actions.notify({ tone: 'danger', text: 'The disk is full.' })
    expect(said()).toEqual(['The agent does not answer.', 'The disk is full.'])
    heard().status('online')
    expect(said()).toEqual(['The disk is full.'])
  })

  it('does not wait for a conversation that is gone', async () => {
    const { store } = scripted({})
    await store.actions.openConversation('gone')
    expect(store.state.getState().conversations.selectedId).toBeUndefined()
    expect(store.state.getState().ui.toasts.map(({ tone }) => tone)).toEqual(['danger'])
  })
})
