import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { t } from '../words.ts'

export interface ConversationMenuProps {
  title: string
  onRename: () => void
  onDelete: () => void
}

const BUTTON =
  'me-1 inline-flex size-6 shrink-0 items-center justify-center rounded opacity-0 hover:bg-line focus-visible:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100'
const ITEM =
  'flex cursor-pointer items-center gap-2 rounded px-2 py-1.5 text-[13px] outline-none data-[highlighted]:bg-sunken [&_svg]:size-3.5'

/** What can be done with a conversation. Until it is opened the first time it is no more than its button. */
export function ConversationMenu({ title, onRename, onDelete }: ConversationMenuProps) {
  const [opened, setOpened] = useState(false)
  const label = t('Options for {title}', { title })
  const dots = <Ellipsis aria-hidden className="size-4" />
  if (!opened)
    return (
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        onClick={() => setOpened(true)}
        className={BUTTON}
      >
        {dots}
      </button>
    )
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger aria-label={label} className={BUTTON}>
        {dots}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="z-50 min-w-36 rounded-lg border border-line bg-raised p-1 text-ink shadow-pop"
        >
          <DropdownMenu.Item className={ITEM} onSelect={onRename}>
            <Pencil aria-hidden /> {t('Rename')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={`${ITEM} text-danger`} onSelect={onDelete}>
            <Trash2 aria-hidden /> {t('Delete')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
