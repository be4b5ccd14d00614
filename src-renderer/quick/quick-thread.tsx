import { useMemo } from 'react'
import { ThreadItem } from '../chat/thread.tsx'
import { timelineOf } from '../chat/timeline.ts'
import { useStickToEnd } from '../chat/use-stick-to-end.ts'
import { useStore } from '../store/store.ts'
import { t } from '../words.ts'

/** What was said last in a conversation, and what came of it. */
export function QuickThread({ conversationId }: { conversationId: string }) {
  const messages = useStore(({ conversations }) => conversations.messages[conversationId])
  const byId = useStore(({ runs }) => runs.byId)
  const items = useMemo(() => {
    const all = timelineOf(
      messages ?? [],
      Object.values(byId).filter((run) => run.conversationId === conversationId),
    )
    return all.slice(
      all.findLastIndex(
        ({ kind, ...item }) => kind === 'message' && 'message' in item && item.message.role === 'operator',
      ),
    )
  }, [messages, byId, conversationId])
  const { scrollRef, contentRef } = useStickToEnd(conversationId)
  return (
    <div
      ref={scrollRef}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain border-line border-t bg-surface"
    >
      <div ref={contentRef} role="log" aria-label={t('Answer')} className="flex flex-col gap-3 px-4 py-3">
        {items.map((item) => (
          <ThreadItem key={item.key} item={item} />
        ))}
      </div>
    </div>
  )
}
