import type { ConnectionView } from '../../src-preload/contract.ts'
import { Badge } from '../ui/badge.tsx'
import { stateTone, stateWord } from './connection-words.ts'

/** How a server stands, in a word. */
export const ConnectionState = ({ state }: { state: ConnectionView['state'] }) => (
  <Badge tone={stateTone(state)}>{stateWord(state)}</Badge>
)
