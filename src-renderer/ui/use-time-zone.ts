import { useStore } from '../store/store.ts'

/** The operator's time zone, so that times here and in the agent's words are the same. The machine's until it is known. */
export const useTimeZone = (): string | undefined => useStore(({ settings }) => settings.view?.timeZone)
