import { useDebounced } from '../ui/use-debounced.ts'
import { useRead } from '../ui/use-read.ts'

/** How long typing rests before it is judged, in ms. */
const REST_MS = 250

/** Why what is typed would be refused, by the rules of config.json and in their words. `undefined`: nothing is typed. */
export function useCheck(path: string, typed: string | string[] | undefined): string | undefined {
  const now = JSON.stringify(typed ?? null)
  const rested = useDebounced(now, REST_MS)
  const value = JSON.parse(rested) as string | string[] | null
  const { value: checked } = useRead('settings.check', value === null ? null : { path, value })
  // what was said of other words says nothing of these
  return rested === now ? checked?.problem : undefined
}
