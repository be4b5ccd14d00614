import {
  Ban,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  Hand,
  type LucideIcon,
} from 'lucide-react'
import type { EffectStatus, TaskStatus } from '../../src-preload/contract.ts'
import { statusWord } from '../ui/status.ts'

const ICONS: Record<EffectStatus | TaskStatus, readonly [LucideIcon, colour: string]> = {
  pending: [Circle, 'text-faint'],
  intended: [Circle, 'text-faint'],
  running: [CircleDashed, 'text-accent motion-safe:animate-[spin_3s_linear_infinite]'],
  waiting: [Hand, 'text-warn'],
  asking: [Hand, 'text-warn'],
  'in-doubt': [CircleAlert, 'text-warn'],
  succeeded: [CircleCheck, 'text-good'],
  failed: [CircleX, 'text-danger'],
  denied: [Ban, 'text-danger'],
  skipped: [CircleSlash, 'text-faint'],
  cancelled: [CircleSlash, 'text-faint'],
}

/** How a call or a task stands: its shape says it as well as its colour, and its word says it to a screen reader. */
export function EffectIcon({ status }: { status: EffectStatus | TaskStatus }) {
  const [Icon, colour] = ICONS[status]
  return (
    <span title={statusWord(status)} className={`inline-flex shrink-0 ${colour}`}>
      <Icon aria-hidden className="size-4" strokeWidth={2} />
      <span className="sr-only">{statusWord(status)}</span>
    </span>
  )
}
