import type { AdjutantBridge } from '../../src-preload/contract.ts'
import { type AdjutantClient, CallError } from '../adjutant-client.ts'

/** The agent in the same application: its process is there as long as this window is. */
export const createBridgeClient = (bridge: AdjutantBridge): AdjutantClient => ({
  call: async (method, input) => {
    const result = await bridge.call(method, input)
    if (!result.ok) throw new CallError(result.error)
    return result.value
  },
  listen: (listener) => {
    listener.status('online')
    return bridge.onEvent((event) => listener.event(event))
  },
  signIn: async () => {
    throw new CallError({ code: 'no-session', message: 'The desktop window needs no token.' })
  },
})
