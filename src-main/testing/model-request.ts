import type { ModelRequest, ResultForModel, ToolDescriptor } from '../planning/model.ts'
import { TOOL_LABELS } from '../vocabulary/labels.ts'

/** A request for the first answer to a goal, but for what is said otherwise. */
export const modelRequest = (given: Partial<ModelRequest> = {}): ModelRequest => ({
  call: { runId: 'run_1', taskId: 'root', callId: 'run_1:m:root:1.0', attempt: 1 },
  now: '2026-03-02T08:30:00.000Z',
  timeZone: 'Europe/Berlin',
  home: '/home/op',
  goal: 'read the news',
  intent: { clauses: [] },
  canPlan: true,
  plan: [],
  history: [],
  inputs: [],
  memory: [],
  thread: [],
  tools: [toolDescriptor('web.fetch'), toolDescriptor('files.write')],
  ...given,
})

export const toolDescriptor = (name: string): ToolDescriptor => ({
  name,
  title: name,
  description: `Does ${name}.`,
  effect: 'read',
  schema: { type: 'object', properties: {} },
})

export const resultForModel = (given: Partial<ResultForModel> = {}): ResultForModel => ({
  callId: 'c1',
  tool: 'web.fetch',
  arguments: {},
  ok: true,
  text: 'done',
  labels: TOOL_LABELS,
  evidence: [],
  ...given,
})
