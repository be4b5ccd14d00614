import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { MethodName, Methods } from '../../src-preload/contract.ts'
import { ATTACHMENTS_BYTES_MOST, CALL_PATH } from '../../src-preload/contract.ts'
import { callResult, type OperatorApi } from '../operator/operator.ts'
import { RequestError } from '../vocabulary/errors.ts'

interface Route<Name extends MethodName = MethodName> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly call: Name
  /** Names in the query that are numbers. */
  readonly numbers?: readonly string[]
  readonly created?: boolean
  /** Whether files come with it. */
  readonly files?: boolean
  /** What the way in says of itself. */
  readonly adds?: Record<string, unknown>
}

/** Each method as a resource: its input is what the path, the query and the body say, checked by the method's schema. */
const ROUTES: readonly Route[] = [
  { method: 'GET', url: '/api/host', call: 'host.get' },
  {
    method: 'POST',
    url: '/api/runs',
    call: 'runs.start',
    created: true,
    files: true,
    adds: { channel: 'api' },
  },
  { method: 'GET', url: '/api/runs', call: 'runs.list', numbers: ['limit'] },
  { method: 'GET', url: '/api/runs/:id', call: 'runs.get' },
  { method: 'GET', url: '/api/runs/:id/steps', call: 'runs.steps' },
  { method: 'GET', url: '/api/runs/:id/steps/:seq', call: 'runs.at', numbers: ['seq'] },
  { method: 'GET', url: '/api/runs/:id/artifacts', call: 'runs.artifacts' },
  { method: 'GET', url: '/api/runs/:id/verify', call: 'runs.verify' },
  { method: 'POST', url: '/api/runs/:id/cancel', call: 'runs.cancel' },
  { method: 'POST', url: '/api/runs/:id/retry', call: 'runs.retry', created: true },
  { method: 'GET', url: '/api/conversations', call: 'conversations.list' },
  { method: 'GET', url: '/api/conversations/:id', call: 'conversations.get' },
  { method: 'PATCH', url: '/api/conversations/:id', call: 'conversations.rename' },
  { method: 'DELETE', url: '/api/conversations/:id', call: 'conversations.delete' },
  { method: 'POST', url: '/api/conversations/:id/messages', call: 'conversations.send', files: true },
  { method: 'GET', url: '/api/approvals', call: 'approvals.list' },
  { method: 'POST', url: '/api/approvals/:id', call: 'approvals.answer', adds: { via: 'api' } },
  { method: 'GET', url: '/api/schedules', call: 'schedules.list' },
  { method: 'POST', url: '/api/schedules', call: 'schedules.create', created: true },
  { method: 'DELETE', url: '/api/schedules/:id', call: 'schedules.cancel' },
  { method: 'GET', url: '/api/schedules/:id/history', call: 'schedules.get' },
  { method: 'POST', url: '/api/schedules/:id/pause', call: 'schedules.pause' },
  { method: 'POST', url: '/api/schedules/:id/resume', call: 'schedules.resume' },
  { method: 'POST', url: '/api/schedules/:id/run', call: 'schedules.run', created: true },
  { method: 'POST', url: '/api/schedules/:id/snooze', call: 'schedules.snooze' },
  { method: 'GET', url: '/api/runs/:id/context', call: 'runs.context' },
  { method: 'POST', url: '/api/memory', call: 'memory.add', created: true },
  { method: 'GET', url: '/api/memory/facets', call: 'memory.facets' },
  { method: 'GET', url: '/api/memory/status', call: 'memory.status' },
  { method: 'POST', url: '/api/memory/reindex', call: 'memory.reindex' },
  { method: 'GET', url: '/api/memory/:id', call: 'memory.get' },
  { method: 'PATCH', url: '/api/memory/:id', call: 'memory.edit' },
  { method: 'POST', url: '/api/memory/:id/active', call: 'memory.activate' },
  { method: 'DELETE', url: '/api/memory/:id', call: 'memory.forget' },
  { method: 'GET', url: '/api/tools', call: 'tools.list' },
  { method: 'GET', url: '/api/activity', call: 'activity.list', numbers: ['limit'] },
  { method: 'GET', url: '/api/health', call: 'diagnostics.health' },
  { method: 'GET', url: '/api/pause', call: 'pause.get' },
  { method: 'POST', url: '/api/pause', call: 'pause.begin' },
  { method: 'DELETE', url: '/api/pause', call: 'pause.end' },
  { method: 'POST', url: '/api/stop', call: 'stop' },
]

/** Bytes of a message with its files, which base64 makes a third longer. */
const LARGEST_MESSAGE = Math.ceil(ATTACHMENTS_BYTES_MOST * 1.5)

export function registerRoutes(app: FastifyInstance, operator: OperatorApi): void {
  for (const { method, url, call, numbers = [], created, files, adds } of ROUTES) {
    app.route({
      method,
      url,
      ...(files ? { bodyLimit: LARGEST_MESSAGE } : {}),
      handler: async (request, reply) => {
        const input = { ...inputOf(request, numbers), ...adds }
        const value = await operator.call(call, input as Methods[typeof call]['input'])
        return reply.code(created ? 201 : 200).send(value)
      },
    })
  }
  // without words to look for, memory is simply listed
  app.get('/api/memory', async (request) => {
    const input = inputOf(request, ['k', 'limit', 'offset'])
    if (input.q !== undefined)
      return operator.call('memory.search', input as Methods['memory.search']['input'])
    return { hits: await operator.call('memory.list', input as Methods['memory.list']['input']) }
  })
  app.get<{ Params: { id: string } }>('/api/schedules/:id', async ({ params }) => {
    const schedule = (await operator.call('schedules.list', {})).find(({ id }) => id === params.id)
    if (!schedule) throw new RequestError('no-schedule', `There is no reminder or schedule ${params.id}.`)
    return schedule
  })
  app.post<{ Params: { method: string } }>(`${CALL_PATH}:method`, { bodyLimit: LARGEST_MESSAGE }, (request) =>
    callResult(operator, request.params.method as MethodName, request.body ?? {}),
  )
}

/** The path wins over the body, the body over the query. */
function inputOf(
  { params, query, body }: FastifyRequest,
  numbers: readonly string[],
): Record<string, unknown> {
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body))) {
    throw new RequestError('bad-request', 'The body must be a JSON object.')
  }
  const asked = Object.entries(query as Record<string, string>).map(([name, value]) => [
    name,
    numbers.includes(name) ? Number(value) : value,
  ])
  return { ...Object.fromEntries(asked), ...body, ...(params as object) }
}
