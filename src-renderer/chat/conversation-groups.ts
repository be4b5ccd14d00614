import type { ConversationSummary } from '../../src-preload/contract.ts'

export interface ConversationGroup {
  readonly title: string
  readonly conversations: readonly ConversationSummary[]
}

const DAY_MS = 86_400_000

/** Conversations by how long ago something happened in them, in local days. Groups that would be empty are left out. */
export function groupConversations(
  conversations: readonly ConversationSummary[],
  now: Date,
): readonly ConversationGroup[] {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  const groups = [
    { title: 'Today', since: midnight },
    { title: 'Yesterday', since: midnight - DAY_MS },
    { title: 'Last seven days', since: midnight - 6 * DAY_MS },
    { title: 'Earlier', since: Number.NEGATIVE_INFINITY },
  ]
  const titleOf = ({ updatedAt }: ConversationSummary) =>
    groups.find(({ since }) => Date.parse(updatedAt) >= since)?.title ?? 'Earlier'
  return groups
    .map(({ title }) => ({
      title,
      conversations: conversations.filter((conversation) => titleOf(conversation) === title),
    }))
    .filter((group) => group.conversations.length > 0)
}
