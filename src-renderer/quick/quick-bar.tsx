import { ClipboardPaste, Maximize2, ShieldQuestion, SquarePen, TextCursorInput } from 'lucide-react'
import { useMemo } from 'react'
import { COMPOSER_ID } from '../shell/use-shortcuts.ts'
import { pendingApprovals } from '../store/select.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { n, t } from '../words.ts'

export interface QuickBarProps {
  onOpen: () => void
}

/** What can be attached, what waits elsewhere, and the way to the window. */
export function QuickBar({ onOpen }: QuickBarProps) {
  const { desktop, newConversation, attachText, notify } = useActions()
  const selectedId = useStore(({ conversations }) => conversations.selectedId)
  const byId = useStore(({ approvals }) => approvals.byId)
  const elsewhere = useMemo(
    () => pendingApprovals(byId).filter(({ conversationId }) => conversationId !== selectedId),
    [byId, selectedId],
  )
  const first = elsewhere.at(-1)
  const attach = async (from: 'clipboard' | 'selection') => {
    const read = await desktop('clipboard.read', { from })
    if (read?.text.trim()) await attachText(read.text, from)
    else if (read)
      notify({
        tone: 'info',
        text: from === 'clipboard' ? t('No text has been copied.') : t('No text is marked anywhere.'),
      })
    document.getElementById(COMPOSER_ID)?.focus()
  }
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1 border-line border-t px-3 py-1.5">
      <Button kind="quiet" size="small" onClick={() => void attach('clipboard')}>
        <ClipboardPaste aria-hidden /> {t('Attach the clipboard')}
      </Button>
      {navigator.userAgent.includes('Linux') && (
        <Button kind="quiet" size="small" onClick={() => void attach('selection')}>
          <TextCursorInput aria-hidden /> {t('Attach what is marked')}
        </Button>
      )}
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
