import { z } from 'zod'
import type { AgentEvent, CallFailure, CallResult, MethodName, Methods } from '../../src-preload/contract.ts'
import { METHOD_NAMES } from '../../src-preload/contract.ts'
import { AdjutantError, messageOf, RequestError } from '../vocabulary/errors.ts'
import { REQUESTS } from './requests.ts'

/** One function a method, already with a checked input. */
export type Handlers = {
  readonly [Name in MethodName]: (
    input: Methods[Name]['input'],
  ) => Methods[Name]['output'] | Promise<Methods[Name]['output']>
}

/** The agent as its faces see it: every face calls these methods and hears these events, whatever lies between. */
export interface OperatorApi {
  /** Checks the input and calls the method. Throws RequestError for a bad input, AdjutantError for what went wrong. */
  call<Name extends MethodName>(method: Name, input: Methods[Name]['input']): Promise<Methods[Name]['output']>
  /** Returns the function that ends it. */
  subscribe(listener: (event: AgentEvent) => void): () => void
}

/** Joins handlers and events to the one API. */
export function createOperatorApi(handlers: Handlers, events: EventHub): OperatorApi {
  return {
    call: async (method, input) => {
      const schema = REQUESTS[method] as z.ZodType<Methods[typeof method]['input']> | undefined
      if (!schema || !METHOD_NAMES.includes(method))
        throw new RequestError('unknown-method', `There is no method "${method}".`)
      const parsed = schema.safeParse(input)
      if (!parsed.success)
        throw new RequestError('bad-request', `${method}: ${z.prettifyError(parsed.error)}`)
      return await handlers[method](parsed.data)
    },
    subscribe: events.subscribe,
  }
}

/** The same as a value, for a face on the other side of a line. Never throws. */
export async function callResult<Name extends MethodName>(
  api: OperatorApi,
  method: Name,
  input: unknown,
): Promise<CallResult<Name>> {
  try {
    return { ok: true, value: await api.call(method, input as Methods[Name]['input']) }
  } catch (error) {
    return { ok: false, error: failureOf(error) }
  }
}

export function failureOf(error: unknown): CallFailure {
  if (!(error instanceof AdjutantError)) return { code: 'internal', message: messageOf(error) }
  return { code: error.code, message: error.message, ...(error.fix ? { fix: error.fix } : {}) }
}

/** Passes events on, in order, to whoever listens now. A listener that throws does not keep others from hearing. */
export interface EventHub {
  emit(event: AgentEvent): void
  subscribe(listener: (event: AgentEvent) => void): () => void
  /** Whether anyone listens. */
  heard(): boolean
}

/** `noted` is told of each event too, and is nobody who listens. */
export function createEventHub(
  failed: (error: unknown) => void,
  noted: (event: AgentEvent) => void = () => {},
): EventHub {
  const listeners = new Set<(event: AgentEvent) => void>()
  return {
    emit: (event) => {
      for (const listener of [noted, ...listeners]) {
        try {
          listener(event)
        } catch (error) {
          failed(error)
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    heard: () => listeners.size > 0,
  }
}
