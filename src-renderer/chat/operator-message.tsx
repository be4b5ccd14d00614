import { Copy, Pencil } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { MessageView } from '../../src-preload/contract.ts'
import { SentAttachments } from '../attachments/sent-attachments.tsx'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { t } from '../words.ts'
import { useCopy } from './use-copy.ts'

/** What the operator said. It can be said again in other words. */
export function OperatorMessage({
  message,
  caption,
}: {
  message: MessageView
  caption?: string | undefined
}) {
  const { editMessage } = useActions()
  const editing = useStore(({ conversations }) => conversations.editingId === message.id)
  const copy = useCopy()
  if (editing) return <MessageEditor message={message} />
  return (
    <article aria-label={t('You')} className="group relative flex flex-col items-end gap-0.5">
      {caption && <p className="text-faint text-xs">{caption}</p>}
      <p
        dir="auto"
        className="max-w-[85%] whitespace-pre-wrap break-words rounded-2xl rounded-ee-md bg-accent-soft px-3.5 py-2 [overflow-wrap:anywhere]"
      >
        {message.text}
      </p>
      {message.attachments && <SentAttachments attachments={message.attachments} />}
      <div className="absolute top-full end-0 z-10 flex h-7 items-center gap-0.5 rounded-md bg-surface opacity-0 transition-opacity focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:static pointer-coarse:opacity-100">
        <TimeAgo at={message.at} className="me-1 text-faint text-xs" />
        <IconButton label={t('Copy message')} size="small" onClick={() => copy(message.text)}>
          <Copy aria-hidden />
        </IconButton>
        <IconButton label={t('Edit and resend')} size="small" onClick={() => editMessage(message.id)}>
          <Pencil aria-hidden />
        </IconButton>
      </div>
    </article>
  )
}

function MessageEditor({ message }: { message: MessageView }) {
  const { editMessage, sendMessage } = useActions()
  const [text, setText] = useState(message.text)
  const [busy, setBusy] = useState(false)
  const close = () => editMessage(undefined)
  const send = async () => {
    if (!text.trim() || busy) return
    setBusy(true)
    const sent = await sendMessage(text.trim(), {
      interrupt: true,
      attachments: (message.attachments ?? []).map(({ handle }) => ({ handle })),
    })
    setBusy(false)
    if (sent) close()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void send()
    }
  }
  return (
    <div className="flex flex-col gap-2 rounded-xl border border-line-strong bg-surface p-3 focus-within:border-accent">
      <textarea
        aria-label={t('Edit message')}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit
        autoFocus
        rows={Math.min(8, text.split('\n').length + 1)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        className="w-full resize-none bg-transparent outline-none"
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="min-w-0 flex-1 text-faint text-xs">
          {t('Sent as a new message. What was done already stays done.')}
        </p>
        <Button size="small" onClick={close}>
          {t('Cancel')}
        </Button>
        <Button size="small" kind="primary" busy={busy} disabled={!text.trim()} onClick={send}>
          {t('Send again')}
        </Button>
      </div>
    </div>
  )
}
