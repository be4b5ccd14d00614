import type { LoggedFields } from './allowed-fields.ts'

const PLACES_MOST = 8

/**
 * Of an error what may be written: its class, its code, and where in the program it came from. Its words may hold
 * anything that was worked on, so they are left out.
 */
export function failureFields(error: unknown): LoggedFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code } = error as { code?: unknown }
  const at = placesOf(error)
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(at.length > 0 ? { at } : {}),
  }
}

/** The stack without its first words and without folders: `    at openCall (file:///opt/…/run-tool.ts:96:11)`. */
function placesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      const found = /^\s+at (?:(.*) \()?(?:[^()]*[\\/])?([\w.@-]+):(\d+):\d+\)?$/.exec(line)
      return found ? [`${found[1] ?? ''} (${found[2]}:${found[3]})`.trim()] : []
    })
    .slice(0, PLACES_MOST)
}
