import { Maximize2, ShieldQuestion, SquarePen } from 'lucide-react'
import { useMemo } from 'react'
import { pendingApprovals } from '../store/select.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { n, t } from '../words.ts'

export interface QuickBarProps {
  onOpen: () => void
}

/** What can be attached, what waits elsewhere, and the way to the window. */
export function QuickBar({ onOpen }: QuickBarProps) {
  const { desktop, newConversation } = useActions()
  const selectedId = useStore(({ conversations }) => conversations.selectedId)
  const byId = useStore(({ approvals }) => approvals.byId)
  const elsewhere = useMemo(
    () => pendingApprovals(byId).filter(({ conversationId }) => conversationId !== selectedId),
    [byId, selectedId],
  )
  const first = elsewhere.at(-1)
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1 border-line border-t px-3 py-1.5">
      <span className="flex-1" />
      {first && (
        <Button
          kind="quiet"
          size="small"
          className="text-warn"
          onClick={() =>
            void desktop('window.open', { pane: 'chat', id: first.conversationId, approvalId: first.id })
          }
        >
          <ShieldQuestion aria-hidden />{' '}
          {n(elsewhere.length, '{count} question waits', '{count} questions wait')}
        </Button>
      )}
      {selectedId && (
        <Button kind="quiet" size="small" onClick={newConversation}>
          <SquarePen aria-hidden /> {t('New')}
        </Button>
      )}
      <Button kind="quiet" size="small" onClick={onOpen}>
        <Maximize2 aria-hidden /> {t('Open the window')}
      </Button>
    </div>
  )
}
