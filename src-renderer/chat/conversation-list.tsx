import { MessageSquareText, SquarePen } from 'lucide-react'
import { useMemo, useState } from 'react'
import { COMPOSER_ID, SEARCH_ID } from '../shell/use-shortcuts.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { t } from '../words.ts'
import { groupConversations } from './conversation-groups.ts'
import { ConversationRow } from './conversation-row.tsx'

export function ConversationList() {
  const { newConversation, searchConversations } = useActions()
  const query = useStore(({ conversations }) => conversations.search?.query ?? '')
  const start = () => {
    newConversation()
    document.getElementById(COMPOSER_ID)?.focus()
  }
  return (
    <>
      <div className="flex shrink-0 flex-col gap-2 p-3">
        <Button onClick={start} className="w-full">
          <SquarePen aria-hidden /> {t('New chat')}
        </Button>
        <div id={SEARCH_ID} className="flex">
          <SearchBox
            label={t('Search conversations')}
            placeholder={t('Search')}
            value={query}
            onChange={(words) => void searchConversations(words)}
          />
        </div>
      </div>
      <nav aria-label={t('Conversations')} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        <Rows />
      </nav>
    </>
  )
}

/** So many are drawn; the others come on request. */
const AT_A_TIME = 100

function Rows() {
  const { loaded, list, search, selectedId } = useStore(({ conversations }) => conversations)
  const timeZone = useTimeZone()
  const [most, setMost] = useState(AT_A_TIME)
  const found = useMemo(() => {
    const ids = search?.ids && new Set(search.ids)
    return ids ? list.filter(({ id }) => ids.has(id)) : list
  }, [list, search])
  const groups = useMemo(
    () => groupConversations(found.slice(0, most), new Date(), timeZone),
    [found, most, timeZone],
  )
  if (!loaded) return <Loading what={t('conversations')} />
  if (groups.length === 0) {
    return (
      <p role="status" className="flex flex-col items-center gap-2 px-4 py-8 text-center text-soft text-xs">
        <MessageSquareText aria-hidden className="size-5 text-faint" strokeWidth={1.5} />
        {search
          ? t('Nothing was said about “{query}”.', { query: search.query })
          : t('What you ask will be kept here.')}
      </p>
    )
  }
  const sections = groups.map(({ title, conversations }) => (
    <section key={title} aria-label={t(title)} className="mb-3">
      <h2 className="px-2 pb-1 text-[11px] text-faint">{t(title)}</h2>
      <ul className="flex flex-col gap-px">
        {conversations.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            current={conversation.id === selectedId}
          />
        ))}
      </ul>
    </section>
  ))
  return (
    <>
      {sections}
      {found.length > most && (
        <Button kind="quiet" size="small" className="w-full" onClick={() => setMost(most + AT_A_TIME)}>
          {t('Show earlier ones')}
        </Button>
      )}
    </>
  )
}
