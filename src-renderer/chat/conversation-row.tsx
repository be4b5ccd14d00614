import { type KeyboardEvent, memo, useState } from 'react'
import type { ConversationSummary } from '../../src-preload/contract.ts'
import { hrefOf } from '../shell/place.ts'
import { useActions } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { Confirm } from '../ui/confirm.tsx'
import { CONTROL } from '../ui/field.tsx'
import { t } from '../words.ts'
import { ConversationMenu } from './conversation-menu.tsx'

interface RowProps {
  conversation: ConversationSummary
  current: boolean
}

/** There may be hundreds of them: what few of them ever show is made when it is first wanted. */
export const ConversationRow = memo(function ConversationRow({ conversation, current }: RowProps) {
  const { openConversation, deleteConversation } = useActions()
  const [renaming, setRenaming] = useState(false)
  const [deleting, setDeleting] = useState<boolean>()
  const { id, title, active } = conversation
  if (renaming) return <RenameRow conversation={conversation} onDone={() => setRenaming(false)} />
  return (
    <li
      className={classNames(
        'group flex items-center rounded-md',
        current ? 'bg-accent-soft text-ink' : 'text-soft hover:bg-sunken hover:text-ink',
      )}
    >
      <a
        href={hrefOf({ pane: 'chat', id })}
        aria-current={current ? 'true' : undefined}
        title={title}
        onClick={(event) => {
          event.preventDefault()
          void openConversation(id)
        }}
        className="flex min-w-0 flex-1 items-center gap-2 rounded-md py-1.5 ps-2 text-[13px]"
      >
        <span className="min-w-0 flex-1 truncate">{title || t('Untitled')}</span>
        {active && (
          <span title={t('A goal is going on')} className="size-2 shrink-0 rounded-full bg-accent">
            <span className="sr-only">{t('going on')}</span>
          </span>
        )}
      </a>
      <ConversationMenu title={title} onRename={() => setRenaming(true)} onDelete={() => setDeleting(true)} />
      {deleting !== undefined && (
        <Confirm
          open={deleting}
          onOpenChange={setDeleting}
          title={t('Delete this conversation?')}
          action={t('Delete')}
          danger
          onConfirm={() => deleteConversation(id)}
        >
          “{title}
          {t('”, its goals, answers and results are forgotten for good')}
          {active && t(', and what goes on is stopped')}
          {t('. Files, reminders and memories that came of it stay.')}
        </Confirm>
      )}
    </li>
  )
})

function RenameRow({ conversation, onDone }: { conversation: ConversationSummary; onDone: () => void }) {
  const { renameConversation } = useActions()
  const [title, setTitle] = useState(conversation.title)
  const save = () => {
    const wanted = title.trim()
    if (wanted && wanted !== conversation.title) void renameConversation(conversation.id, wanted)
    onDone()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save()
    if (event.key !== 'Escape') return
    event.preventDefault()
    onDone()
  }
  return (
    <li className="px-1 py-0.5">
      <input
        aria-label={t('Conversation title')}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to rename
        autoFocus
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={press}
        onBlur={save}
        className={`${CONTROL} h-7 text-[13px]`}
      />
    </li>
  )
}
