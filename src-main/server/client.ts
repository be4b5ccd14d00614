import type { AgentEvent, CallResult, MethodName, Methods } from '../../src-preload/contract.ts'
import { CALL_PATH, EVENTS_PATH } from '../../src-preload/contract.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { AdjutantError, messageOf, RequestError } from '../vocabulary/errors.ts'
import type { Owner } from './owner-file.ts'
import { readEvents } from './read-events.ts'

export interface OperatorClient {
  readonly operator: OperatorApi
  /** Settles when the events end: the owner has gone, or `close` was called. */
  readonly ended: Promise<void>
  close(): void
}

/**
 * The operator's API of an agent in another process. Events are heard from the moment the promise resolves.
 * Throws AdjutantError 'owner-gone' where nobody answers, as `call` does later; RequestError for what the agent refuses.
 */
export async function connectOperator({
  address,
  token,
}: Pick<Owner, 'address' | 'token'>): Promise<OperatorClient> {
  const listeners = new Set<(event: AgentEvent) => void>()
  const controller = new AbortController()
  const gone = (cause: unknown) =>
    new AdjutantError('owner-gone', `The Adjutant at ${address} does not answer: ${messageOf(cause)}`, {
      fix: 'Start it again.',
      cause,
    })
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      return await fetch(new URL(path, address), {
        ...init,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      })
    } catch (cause) {
      throw gone(cause)
    }
  }
  // an answer may also break off in the middle
  const body = (response: Response): Promise<unknown> =>
    response.json().catch((cause: unknown) => {
      throw gone(cause)
    })

  const stream = await request(EVENTS_PATH, { signal: controller.signal })
  if (!stream.ok || !stream.body) throw await refusal(stream)
  const hear = async (body: AsyncIterable<Uint8Array>) => {
    for await (const { type, data } of readEvents(body)) {
      if (type !== 'message') continue
      const event = JSON.parse(data) as AgentEvent
      for (const listener of listeners) listener(event)
    }
  }
  // a connection that breaks is an end like any other: whoever waits for it connects again
  const ended = hear(stream.body).then(
    () => undefined,
    () => undefined,
  )

  return {
    ended,
    close: () => controller.abort(),
    operator: {
      call: async <Name extends MethodName>(method: Name, input: Methods[Name]['input']) => {
        const response = await request(`${CALL_PATH}${method}`, {
          method: 'POST',
          body: JSON.stringify(input),
        })
        if (!response.ok) throw await refusal(response)
        const result = (await body(response)) as CallResult<Name>
        if (result.ok) return result.value
        throw new RequestError(result.error.code, result.error.message, fixOf(result.error.fix))
      },
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  }
}

async function refusal(response: Response): Promise<RequestError> {
  const { error } = (await response.json()) as { error: { code: string; message: string; fix?: string } }
  return new RequestError(error.code, error.message, fixOf(error.fix))
}

const fixOf = (fix: string | undefined) => (fix === undefined ? {} : { fix })
