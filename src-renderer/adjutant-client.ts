import type { AdjutantBridge, AgentEvent, CallFailure, MethodName, Methods } from '../src-preload/contract.ts'

declare global {
  interface Window {
    /** There in the desktop window, absent in a plain browser. */
    readonly adjutant?: AdjutantBridge
  }
}

/** connecting: not heard from yet; offline: lost and being tried again; signed-out: this browser has no session. */
export type ConnectionStatus = 'connecting' | 'online' | 'offline' | 'signed-out'

export interface ClientListener {
  /** In order. */
  event(event: AgentEvent): void
  status(status: ConnectionStatus): void
  /** Events were missed: whatever was read before may be out of date. */
  stale(): void
}

/** The agent as the interface sees it, whatever lies between. */
export interface AdjutantClient {
  /** Throws CallError. */
  call<Name extends MethodName>(method: Name, input: Methods[Name]['input']): Promise<Methods[Name]['output']>
  /** Returns the function that ends it. One listener at a time. */
  listen(listener: ClientListener): () => void
  /** Exchanges a token for a session of this browser. Throws CallError. */
  signIn(token: string): Promise<void>
}

/** A call that the agent refused, or that did not reach it. */
export class CallError extends Error {
  readonly code: string
  readonly fix: string | undefined
  constructor({ code, message, fix }: CallFailure) {
    super(message)
    this.name = 'CallError'
    this.code = code
    this.fix = fix
  }
}
