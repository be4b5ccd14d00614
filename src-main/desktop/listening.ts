import type { CallResult, MethodName } from '../../src-preload/contract.ts'

/** Whether a recording is open: only then may the window have the microphone. */
export interface Listening {
  readonly now: () => boolean
  /** Makes a call of the window, and hears from it what begins and ends. */
  readonly during: (
    method: MethodName,
    input: unknown,
    call: () => Promise<CallResult<MethodName>>,
  ) => Promise<CallResult<MethodName>>
  /** The page is another one, or gone: nobody is left to end its recordings. */
  readonly left: () => void
}

export function followListening(): Listening {
  const open = new Set<string>()
  return {
    now: () => open.size > 0,
    during: async (method, input, call) => {
      const { id } = (input ?? {}) as { id?: unknown }
      const close = () => typeof id === 'string' && open.delete(id)
      // what was said may take a while to understand: nobody listens any more
      if (method === 'voice.finish' || method === 'voice.cancel') close()
      const result = await call()
      if (method === 'voice.begin' && result.ok) open.add((result.value as { id: string }).id)
      // the agent has dropped it
      if (method === 'voice.push' && !result.ok) close()
      return result
    },
    left: () => open.clear(),
  }
}
