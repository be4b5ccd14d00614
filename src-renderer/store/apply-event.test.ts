import { describe, expect, it } from 'vitest'
import type {
  AgentEvent,
  ApprovalView,
  MessageView,
  RunView,
  SpeechModelView,
} from '../../src-preload/contract.ts'
import { applyEvent, withConversation } from './apply-event.ts'
import { activeRunOf, pendingApprovals } from './select.ts'
import { initialState, type State } from './state.ts'

const run = (change: Partial<RunView> = {}): RunView => ({
  id: 'run',
  conversationId: 'talk',
  goal: 'Save the headlines',
  channel: 'chat',
  principal: 'operator',
  status: 'running',
  waiting: [],
  plan: [],
  effects: [],
  evidence: [],
  answer: '',
  model: 'offline',
  usage: { inputTokens: 0, outputTokens: 0 },
  createdAt: '2026-03-18T09:00:00Z',
  updatedAt: '2026-03-18T09:00:00Z',
  ...change,
})

const summary = (id: string, updatedAt: string) => ({
  id,
  title: id,
  createdAt: updatedAt,
  updatedAt,
  active: false,
})

const said = (id: string, at: string): MessageView => ({ id, role: 'operator', text: id, at })

const approval = (change: Partial<ApprovalView> = {}): ApprovalView => ({
  id: 'ask',
  kind: 'approval',
  runId: 'run',
  conversationId: 'talk',
  goal: '',
  tool: 'files.write',
  title: 'Write a file',
  arguments: {},
  reason: '',
  highImpact: false,
  insideBySettings: false,
  effectClass: 'write',
  preview: { kind: 'text', text: '' },
  restsOn: [],
  status: 'pending',
  createdAt: '2026-03-18T09:00:00Z',
  ...change,
})

const delta = (words: string, change: Partial<Extract<AgentEvent, { type: 'model.delta' }>> = {}) =>
  ({
    type: 'model.delta',
    runId: 'run',
    taskId: 'root',
    callId: 'call',
    attempt: 1,
    delta: words,
    ...change,
  }) as const

const after = (...events: AgentEvent[]): State => events.reduce(applyEvent, initialState)
const streamed = (state: State) => state.runs.streams.run?.root?.text

describe('words of a model call', () => {
  it('join as they come', () => {
    expect(streamed(after(delta('Good '), delta('morning')))).toBe('Good morning')
  })

  it('start over with another attempt, and with another call', () => {
    expect(streamed(after(delta('Goo'), delta('Good', { attempt: 2 })))).toBe('Good')
    expect(streamed(after(delta('Good'), delta('Then', { callId: 'next' })))).toBe('Then')
  })

  it('of two tasks side by side stay apart', () => {
    const state = after(delta('a'), delta('x', { taskId: 't2', callId: 'c2' }), delta('b'))
    expect([streamed(state), state.runs.streams.run?.t2?.text]).toEqual(['ab', 'x'])
  })

  it('go when the run has ended, for the answer has come', () => {
    const ended = { type: 'run.changed', run: run({ status: 'succeeded', answer: 'Good' }) } as const
    expect(streamed(after(delta('Good'), ended))).toBeUndefined()
  })
})

describe('a run', () => {
  it('is what was heard of it last', () => {
    const state = after(
      { type: 'run.changed', run: run() },
      { type: 'run.changed', run: run({ status: 'waiting' }) },
    )
    expect(state.runs.byId.run?.status).toBe('waiting')
    expect(state.runs.list.map(({ status }) => status)).toEqual(['waiting'])
  })

  it('is the one to steer until it has ended', () => {
    const state = after({ type: 'run.changed', run: run({ status: 'waiting' }) })
    const shown = { ...state, conversations: { ...state.conversations, selectedId: 'talk' } }
    expect(activeRunOf(shown)?.id).toBe('run')
    expect(
      activeRunOf(applyEvent(shown, { type: 'run.changed', run: run({ status: 'failed' }) })),
    ).toBeUndefined()
  })
})

describe('a run that is over', () => {
  const over = { type: 'run.changed', run: run({ status: 'succeeded' }) } as const

  it('is kept in short where nobody sees it', () => {
    const state = applyEvent(applyEvent(initialState, { type: 'run.changed', run: run() }), over)
    expect(state.runs.byId).toEqual({})
    expect(state.runs.list.map(({ id, status }) => [id, status])).toEqual([['run', 'succeeded']])
  })

  it.each([
    ['its conversation is shown', { conversations: { ...initialState.conversations, selectedId: 'talk' } }],
    [
      'its conversation was opened before',
      { conversations: { ...initialState.conversations, messages: { talk: [] } } },
    ],
    ['it is looked at itself', { runs: { ...initialState.runs, selectedId: 'run' } }],
  ] as const)('is kept whole where %s', (_where, change) => {
    expect(applyEvent({ ...initialState, ...change }, over).runs.byId.run?.status).toBe('succeeded')
  })
})

describe('conversations', () => {
  it('stand with the latest first', () => {
    const state = after(
      { type: 'conversation.changed', conversation: summary('old', '2026-03-17T09:00:00Z') },
      { type: 'conversation.changed', conversation: summary('new', '2026-03-18T09:00:00Z') },
      { type: 'conversation.changed', conversation: summary('old', '2026-03-18T10:00:00Z') },
    )
    expect(state.conversations.list.map(({ id }) => id)).toEqual(['old', 'new'])
  })

  it('take what belongs to them along when they are deleted', () => {
    const state = after(
      { type: 'conversation.changed', conversation: summary('talk', '2026-03-18T09:00:00Z') },
      { type: 'run.changed', run: run() },
      { type: 'run.changed', run: run({ id: 'other', conversationId: 'kept' }) },
      { type: 'approval.opened', approval: approval() },
      { type: 'conversation.deleted', id: 'talk' },
    )
    expect(state.conversations.list).toEqual([])
    expect(Object.keys(state.runs.byId)).toEqual(['other'])
    expect(state.runs.list.map(({ id }) => id)).toEqual(['other'])
    expect(pendingApprovals(state.approvals.byId)).toEqual([])
  })

  it('that were not opened keep no messages', () => {
    const message = said('m', '2026-03-18T09:00:00Z')
    expect(after({ type: 'message.added', conversationId: 'talk', message }).conversations.messages).toEqual(
      {},
    )
  })

  it('are read without losing what was heard meanwhile, and say nothing twice', () => {
    const early = said('early', '2026-03-18T09:00:00Z')
    const late = said('late', '2026-03-18T09:05:00Z')
    const view = { ...summary('talk', '2026-03-18T09:00:00Z'), messages: [early], runs: [run()] }
    const opened = withConversation(initialState, view)
    const heard = [
      { type: 'message.added', conversationId: 'talk', message: late },
      { type: 'message.added', conversationId: 'talk', message: late },
      { type: 'run.changed', run: run({ status: 'waiting', updatedAt: '2026-03-18T09:05:00Z' }) },
    ] as const
    const state = withConversation(heard.reduce(applyEvent, opened), view)
    expect(state.conversations.messages.talk?.map(({ id }) => id)).toEqual(['early', 'late'])
    expect(state.runs.byId.run?.status).toBe('waiting')
  })
})

it('an approval is pending until it is answered or withdrawn', () => {
  const opened = after({ type: 'approval.opened', approval: approval() })
  expect(pendingApprovals(opened.approvals.byId)).toHaveLength(1)
  const closed = applyEvent(opened, {
    type: 'approval.closed',
    approval: approval({ status: 'answered', answer: 'once' }),
  })
  expect(pendingApprovals(closed.approvals.byId)).toHaveLength(0)
})

it.each([
  [false, 'Reminder: call home'],
  [true, 'Missed reminder: call home'],
])('a reminder that is due (missed: %s) says: %s', (missed, words) => {
  const schedule = {
    id: 's',
    kind: 'reminder',
    text: 'call home',
    words: 'at 9',
    timeZone: 'Europe/Berlin',
    status: 'done',
    conversationId: 'talk',
    createdAt: '2026-03-18T08:00:00Z',
  } as const
  const due = { type: 'reminder.due', schedule, dueAt: '2026-03-18T09:00:00Z', missed } as const
  expect(after(due).ui.toasts.map(({ text, conversationId }) => [text, conversationId])).toEqual([
    [words, 'talk'],
  ])
})

it('a speech model that changes is kept true to once the models were read', () => {
  const model = (state: SpeechModelView['state']): SpeechModelView => ({
    name: 'whisper-tiny',
    label: 'Whisper tiny',
    parameters: 39,
    sizeBytes: 44_000_000,
    quality: '',
    languages: 'many',
    removable: false,
    state,
  })
  const event = { type: 'voice.model', model: model('downloading') } as const
  expect(after(event).settings.speechModels).toBeUndefined()
  const read = { ...initialState, settings: { speechModels: [model('absent')] } }
  expect(applyEvent(read, event).settings.speechModels).toEqual([model('downloading')])
})

it('an event of a kind it does not know changes nothing', () => {
  expect(applyEvent(initialState, { type: 'weather.changed' } as unknown as AgentEvent)).toBe(initialState)
})
