import { CircleAlert, MicOff, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { t } from '../words.ts'
import { SpellingOffer } from './spelling-offer.tsx'

export interface VoiceStripProps {
  onSend: () => void
  /** What stands there while nothing is spoken. */
  children: ReactNode
}

/** Below the box: that it listens, what is the matter, or that what was said is about to be sent. */
export function VoiceStrip({ onSend, children }: VoiceStripProps) {
  const voice = useStore((state) => state.voice)
  const elsewhere = voice.approvalId !== undefined
  const selected = useStore(({ conversations }) => conversations.selectedId ?? '')
  const { holdHeard } = useActions()
  const { heard, muted } = voice
  const phase = elsewhere ? 'idle' : voice.phase
  const note = elsewhere ? undefined : voice.note
  const provisional = [voice.settled, voice.open].filter(Boolean).join(' ')
  const counting = phase === 'idle' && heard?.sendAt !== undefined && heard.conversationId === selected
  const doubtful = heard?.conversationId === selected ? heard.doubtful.length : 0

  return (
    <div className="px-4">
      <p role="status" aria-live="polite" className="sr-only">
        {phase === 'listening' ? t('Listening. {provisional}', { provisional }) : ''}
        {phase === 'understanding' ? t('Understanding.') : ''}
        {counting ? t('What you said is about to be sent. Escape stops it.') : ''}
      </p>
      {phase !== 'idle' && (
        <p aria-hidden className="mt-1.5 flex items-center gap-1.5 text-faint text-xs">
          {muted ? (
            <>
              <MicOff className="size-3.5 text-warn" />
              <span className="text-warn">{t('The microphone gives nothing but silence. Is it muted?')}</span>
            </>
          ) : (
            WORDS[phase === 'listening' && voice.handsFree ? 'listeningFree' : phase]
          )}
        </p>
      )}
      {counting && (
        <div className="mt-1.5 flex items-center gap-2 text-soft text-xs">
          <span className="relative h-1 w-16 overflow-hidden rounded-full bg-sunken">
            <span
              key={heard.sendAt}
              className="absolute inset-0 origin-left animate-drain rounded-full bg-accent"
              style={{ animationDuration: `${heard.waitMs}ms` }}
            />
          </span>
          <span>{t('About to be sent. Type, click or press Esc to stop it.')}</span>
          <Button size="small" kind="quiet" onClick={onSend}>
            <Send aria-hidden /> {t('Send now')}
          </Button>
          <Button size="small" kind="quiet" onClick={holdHeard}>
            {t('Wait')}
          </Button>
        </div>
      )}
      {phase === 'idle' && !counting && doubtful > 0 && (
        <p className="mt-1.5 text-faint text-xs">
          {t('Underlined words may have been misheard. What they name is not acted on without asking you.')}
        </p>
      )}
      {voice.offer && phase === 'idle' && !counting && <SpellingOffer offer={voice.offer} />}
      {phase === 'idle' && !counting && doubtful === 0 && !note && !voice.offer && children}
      {note && phase === 'idle' && (
        <p role="alert" className="mt-1.5 flex items-start gap-1.5 text-xs">
          <CircleAlert
            aria-hidden
            className={`mt-0.5 size-3.5 shrink-0 ${note.tone === 'danger' ? 'text-danger' : 'text-info'}`}
          />
          <span>
            <span className="text-ink">{t(note.message)}</span>{' '}
            {note.fix && <span className="text-soft">{t(note.fix)}</span>}
          </span>
        </p>
      )}
    </div>
  )
}

const WORDS = {
  opening: 'Opening the microphone …',
  listening: 'Listening. Let go to end, Esc throws it away.',
  listeningFree: 'Listening until you stop speaking. Esc throws it away.',
  understanding: 'Understanding what you said …',
}
