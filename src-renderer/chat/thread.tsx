import { ArrowDown } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { MessageView, RunView } from '../../src-preload/contract.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { t } from '../words.ts'
import { Markdown } from './markdown.tsx'
import { Notice } from './notice.tsx'
import { OperatorMessage } from './operator-message.tsx'
import { RunActivity } from './run-activity.tsx'
import { RunOutcome } from './run-outcome.tsx'
import { type TimelineItem, timelineOf } from './timeline.ts'
import { useStickToEnd } from './use-stick-to-end.ts'

/** The conversation that is shown, with what its runs did. It stays at its end while a person has not scrolled away. */
export function Thread({ conversationId }: { conversationId: string }) {
  const messages = useStore(({ conversations }) => conversations.messages[conversationId])
  const byId = useStore(({ runs }) => runs.byId)
  const items = useMemo(
    () =>
      timelineOf(
        messages ?? [],
        Object.values(byId).filter((run) => run.conversationId === conversationId),
      ),
    [messages, byId, conversationId],
  )
  const { scrollRef, contentRef, atEnd, toEnd } = useStickToEnd(conversationId)
  return (
    <div className="relative min-h-0 flex-1">
      <h2 className="sr-only">{t('Messages')}</h2>
      <div ref={scrollRef} className="h-full overflow-y-auto overscroll-contain">
        <div
          ref={contentRef}
          role="log"
          aria-label={t('Conversation')}
          className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-4 py-6"
        >
          {messages ? (
            items.map((item) => <ThreadItem key={item.key} item={item} />)
          ) : (
            <Loading what={t('conversation')} />
          )}
        </div>
      </div>
      {!atEnd && (
        <Button
          className="-translate-x-1/2 absolute bottom-3 left-1/2 rounded-full shadow-pop"
          size="small"
          onClick={toEnd}
        >
          <ArrowDown aria-hidden /> {t('Jump to latest')}
        </Button>
      )}
    </div>
  )
}

/** One thing that stands in a conversation. */
export const ThreadItem = memo(function ThreadItem({ item }: { item: TimelineItem }) {
  switch (item.kind) {
    case 'message':
      return <Message message={item.message} />
    case 'activity':
      return <RunActivity run={item.run} effects={item.effects} first={item.first} last={item.last} />
    case 'outcome':
      return <RunOutcome run={item.run} />
  }
}, sameItem)

/** Items are made anew at every change; most show what they showed before. */
function sameItem({ item: a }: { item: TimelineItem }, { item: b }: { item: TimelineItem }): boolean {
  if (a.kind === 'message' && b.kind === 'message') return a.message === b.message
  const run = (item: TimelineItem): RunView | undefined => ('run' in item ? item.run : undefined)
  const last = (item: TimelineItem) => item.kind === 'activity' && item.last
  return a.kind === b.kind && run(a) === run(b) && last(a) === last(b)
}

/** How a message came, where it was not typed. */
const CAPTIONS: Readonly<Record<string, string>> = { schedule: 'Started by a schedule', voice: 'Spoken' }

function Message({ message }: { message: MessageView }) {
  const channel = useStore(({ runs }) => (message.runId ? runs.byId[message.runId]?.channel : undefined))
  if (message.role === 'notice') return <Notice message={message} />
  if (message.role === 'agent') {
    return (
      <article aria-label="Adjutant">
        <Markdown text={message.text} />
      </article>
    )
  }
  return <OperatorMessage message={message} caption={t(CAPTIONS[channel ?? ''] ?? '')} />
}
