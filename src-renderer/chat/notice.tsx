import { Bell } from 'lucide-react'
import type { MessageView } from '../../src-preload/contract.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import { t } from '../words.ts'

/** The agent's own word: a reminder that is due, a schedule that was missed. */
export const Notice = ({ message }: { message: MessageView }) => (
  <article
    aria-label={t('Notice')}
    className="flex items-start gap-2.5 rounded-lg border border-line bg-info-soft px-3 py-2"
  >
    <Bell aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
    <p className="min-w-0 flex-1 whitespace-pre-wrap break-words">{message.text}</p>
    <TimeAgo at={message.at} className="shrink-0 text-faint text-xs leading-5" />
  </article>
)
