import { Menu, SquarePen } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { DropZone } from '../attachments/drop-zone.tsx'
import { useActions, useStore } from '../store/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { t } from '../words.ts'
import { Composer } from './composer.tsx'
import { ConversationList } from './conversation-list.tsx'
import { EmptyChat } from './empty-chat.tsx'
import { LazyThread } from './lazy-thread.tsx'
import { useWide } from './use-wide.ts'

/** Conversations at the left (a drawer where the window is narrow), the one that is shown at the right. */
export function ChatPane() {
  const wide = useWide()
  const selectedId = useStore(({ conversations }) => conversations.selectedId)
  const drawerOpen = useStore(({ ui }) => ui.drawerOpen)
  const { showDrawer } = useActions()
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      {wide ? (
        <aside
          aria-label={t('Conversations')}
          className="flex w-64 shrink-0 flex-col border-line border-e bg-canvas"
        >
          <ConversationList />
        </aside>
      ) : (
        <Dialog.Root open={drawerOpen} onOpenChange={showDrawer}>
          <Dialog.Portal>
            <Dialog.Overlay className="fixed inset-0 z-30 bg-shade" />
            <Dialog.Content
              aria-describedby={undefined}
              className="fixed inset-y-0 start-0 z-40 flex w-72 max-w-[85vw] flex-col border-line border-e bg-canvas shadow-pop"
            >
              <Dialog.Title className="sr-only">{t('Conversations')}</Dialog.Title>
              <ConversationList />
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>
      )}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
        {wide ? selectedId && <ThreadTitle /> : <NarrowHeader />}
        {selectedId ? <LazyThread conversationId={selectedId} /> : <EmptyChat />}
        <Composer />
        <DropZone />
      </div>
    </div>
  )
}

const useTitle = () =>
  useStore(
    ({ conversations }) =>
      conversations.list.find(({ id }) => id === conversations.selectedId)?.title ?? t('New chat'),
  )

/** The list beside it shows which conversation it is; this says it to those who do not see the list. */
function ThreadTitle() {
  return <h1 className="sr-only">{useTitle()}</h1>
}

function NarrowHeader() {
  const { showDrawer, newConversation } = useActions()
  const title = useTitle()
  return (
    <header className="flex shrink-0 items-center gap-1 border-line border-b bg-canvas px-2 py-1.5">
      <IconButton label={t('Conversations')} onClick={() => showDrawer(true)}>
        <Menu aria-hidden />
      </IconButton>
      <h1 className="min-w-0 flex-1 truncate text-center font-medium">{title}</h1>
      <IconButton label={t('New chat')} onClick={newConversation}>
        <SquarePen aria-hidden />
      </IconButton>
    </header>
  )
}
