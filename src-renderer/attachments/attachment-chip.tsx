import { ClipboardPaste, FileText, Globe, Image, type LucideIcon, TextCursorInput, X } from 'lucide-react'
import { t } from '../words.ts'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  image: Image,
  page: Globe,
  clipboard: ClipboardPaste,
  selection: TextCursorInput,
}

export interface AttachmentChipProps {
  kind: string
  name: string
  /** Its size, and what is to be known of it, in words. */
  about: string
  onOpen?: () => void
  onRemove?: () => void
}

/** Something that hangs on a message. */
export function AttachmentChip({ kind, name, about, onOpen, onRemove }: AttachmentChipProps) {
  const Icon = ICONS[kind] ?? FileText
  const inner = (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-soft" strokeWidth={1.75} />
      <span className="flex min-w-0 flex-col text-start leading-tight">
        <span className="max-w-80 truncate font-medium text-xs" dir="auto">
          {name}
        </span>
        <span className="max-w-80 truncate text-[11px] text-soft">{about}</span>
      </span>
    </>
  )
  const look = 'flex min-w-0 items-center gap-2 px-2 py-1.5'
  return (
    <li
      className="flex min-w-0 items-center rounded-lg border border-line bg-surface"
      title={`${name}\n${about}`}
    >
      {onOpen ? (
        <button
          type="button"
          onClick={onOpen}
          aria-label={t('Show {name}, {about}', { name, about })}
          className={`${look} rounded-lg hover:bg-sunken`}
        >
          {inner}
        </button>
      ) : (
        <span className={look}>{inner}</span>
      )}
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={t('Remove {name}', { name })}
          className="me-1 inline-flex size-6 shrink-0 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </li>
  )
}
