import type { ConversationSummary } from '../../src-preload/contract.ts'
import { calendarDays } from '../ui/time-words.ts'

export interface ConversationGroup {
  readonly title: string
  readonly conversations: readonly ConversationSummary[]
}

/** Each from this many calendar days ago up to where the one before it begins. */
const GROUPS = [
  { title: 'Today', days: 0 },
  { title: 'Yesterday', days: 1 },
  { title: 'Last seven days', days: 6 },
  { title: 'Earlier', days: Number.POSITIVE_INFINITY },
]

/**
 * Conversations by how long ago something happened in them, in days of the calendar in `timeZone` (the machine's where
 * it is left out). Groups that would be empty are left out.
 */
export function groupConversations(
  conversations: readonly ConversationSummary[],
  now: Date,
  timeZone?: string,
): readonly ConversationGroup[] {
  const titleOf = ({ updatedAt }: ConversationSummary) => {
    const ago = calendarDays(new Date(updatedAt), now, timeZone)
    return GROUPS.find(({ days }) => ago <= days)?.title
  }
  return GROUPS.map(({ title }) => ({
    title,
    conversations: conversations.filter((conversation) => titleOf(conversation) === title),
  })).filter((group) => group.conversations.length > 0)
}
