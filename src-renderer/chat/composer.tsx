import { ArrowUp, Square } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { AttachButton } from '../attachments/attach-button.tsx'
import { DraftChips } from '../attachments/draft-chips.tsx'
import { modifierName } from '../shell/shortcuts.ts'
import { COMPOSER_ID } from '../shell/use-shortcuts.ts'
import { attachedOf } from '../store/attachment-actions.ts'
import { activeRunOf } from '../store/select.ts'
import { useActions, useStore, useStoreApi } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { SpokenLayer } from '../voice/spoken-layer.tsx'
import { TalkButton } from '../voice/talk-button.tsx'
import { VoiceStrip } from '../voice/voice-strip.tsx'
import { t } from '../words.ts'

export interface ComposerProps {
  /** What Enter does in an empty box. */
  onEmptyEnter?: () => void
  /** Instead of the line that tells the keys. */
  hint?: string
}

/** Where the operator writes. While a goal runs, a message steers it, or interrupts it on request. */
export function Composer({ onEmptyEnter, hint }: ComposerProps) {
  const {
    sendMessage,
    setDraft,
    cancelRun,
    editMessage,
    holdHeard,
    spokenOf,
    heardSent,
    forgetHeard,
    attachFiles,
  } = useActions()
  const store = useStoreApi()
  const selectedId = useStore(({ conversations }) => conversations.selectedId)
  const text = useStore(({ conversations }) => conversations.drafts[conversations.selectedId ?? ''] ?? '')
  const run = useStore(activeRunOf)
  const phase = useStore(({ voice }) => (voice.approvalId ? 'idle' : voice.phase))
  const partial = useStore(({ voice }) => (voice.approvalId ? '' : voice.settled + voice.open))
  const attached = useStore(attachedOf)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const layer = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [text, selectedId])

  // whoever opens the chat can write at once; a touch screen would cover half of it with its keyboard
  useEffect(() => {
    const free = document.activeElement === document.body
    if (free && !window.matchMedia('(pointer: coarse)').matches) box.current?.focus()
  }, [])

  const send = async (interrupt: boolean) => {
    const words = text.trim()
    if (!(words || attached.length > 0) || busy) return
    setBusy(true)
    holdHeard()
    const spoken = spokenOf(words)
    setDraft('')
    const taken = await sendMessage(words, {
      ...(interrupt && run ? { interrupt } : {}),
      ...(spoken ? { spoken } : {}),
    })
    setBusy(false)
    // words that did not arrive are not lost
    if (taken) heardSent(words)
    else setDraft(words)
    box.current?.focus()
  }

  const write = (words: string) => {
    // whoever types wants to say it otherwise
    holdHeard()
    if (words.trim() === '') forgetHeard()
    setDraft(words)
  }

  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    void attachFiles(files)
  }

  const editLast = () => {
    const { conversations } = store.getState()
    const said = conversations.messages[conversations.selectedId ?? '']
    const last = said?.findLast(({ role }) => role === 'operator')
    if (last) editMessage(last.id)
    return last !== undefined
  }

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      if (text.trim() === '' && attached.length === 0 && onEmptyEnter) onEmptyEnter()
      else void send(event.ctrlKey || event.metaKey)
    } else if (event.key === 'ArrowUp' && text === '' && editLast()) {
      event.preventDefault()
    }
  }

  return (
    <div className="shrink-0 px-3 pb-3">
      <div className="@container mx-auto w-full max-w-3xl">
        <DraftChips />
        <div className="flex items-end gap-2 rounded-2xl border border-line-strong bg-surface py-1.5 pe-1.5 ps-4 shadow-card focus-within:border-accent">
          <div className="grid min-w-0 flex-1" onPointerDown={holdHeard}>
            <SpokenLayer ref={layer} text={text} />
            <textarea
              ref={box}
              id={COMPOSER_ID}
              dir="auto"
              aria-label={t('Message')}
              aria-describedby="composer-hint"
              rows={1}
              value={text}
              onChange={(event) => write(event.target.value)}
              onKeyDown={press}
              onPaste={paste}
              onScroll={({ currentTarget }) => layer.current?.scrollTo({ top: currentTarget.scrollTop })}
              placeholder={
                partial
                  ? ''
                  : phase === 'idle'
                    ? run
                      ? t('Add to what it is doing …')
                      : attached.length > 0
                        ? t('What shall I do with it? Enter alone summarises it')
                        : t('What shall I do?')
                    : t('Listening …')
              }
              className="relative col-start-1 row-start-1 max-h-48 min-h-8 min-w-0 resize-none bg-transparent py-1.5 leading-5 outline-none placeholder:overflow-hidden placeholder:text-ellipsis placeholder:whitespace-nowrap"
            />
          </div>
          <AttachButton />
          <TalkButton />
          {run && (
            <Button
              aria-label={t('Stop')}
              onClick={() => cancelRun(run.id)}
              className="rounded-xl"
              title={t('Stop this run (Esc)')}
            >
              <Square aria-hidden className="fill-current" />{' '}
              <span className="@max-md:hidden">{t('Stop')}</span>
            </Button>
          )}
          <Button
            kind="primary"
            aria-label={t('Send')}
            disabled={!text.trim() && attached.length === 0}
            busy={busy}
            onClick={() => send(false)}
            className="rounded-xl"
          >
            <ArrowUp aria-hidden strokeWidth={2.5} /> <span className="@max-md:hidden">{t('Send')}</span>
          </Button>
        </div>
        <VoiceStrip onSend={() => void send(false)}>
          <p id="composer-hint" className="mt-1.5 truncate text-faint text-xs">
            {hint ??
              (run
                ? t('Enter steers the running goal · {modifier}+Enter interrupts it · Esc stops it', {
                    modifier: t(modifierName()),
                  })
                : t('Enter sends · {modifier}+K finds everything · ? shows all shortcuts', {
                    modifier: t(modifierName()),
                  }))}
          </p>
        </VoiceStrip>
      </div>
    </div>
  )
}
