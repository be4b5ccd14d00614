import { Mic } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { useActions, useStore } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { Spinner } from '../ui/spinner.tsx'
import { t } from '../words.ts'
import { chordWords } from './chord.ts'

const LABELS = {
  idle: 'Hold to speak',
  opening: 'Opening the microphone',
  listening: 'Listening: let go to end',
  understanding: 'Understanding what you said',
}

/** Held while one speaks a message, or the answer to an approval: by mouse, finger or key; assistive technology presses it once to begin and once to end. */
export function TalkButton({ approvalId }: { approvalId?: string }) {
  const { beginListening, endListening, onLevel } = useActions()
  const phase = useStore(({ voice }) => (voice.approvalId === approvalId ? voice.phase : 'idle'))
  const key = useStore(({ settings }) => settings.view?.voice.key ?? 'Ctrl+Space')
  const ring = useRef<HTMLSpanElement>(null)
  const active = phase === 'opening' || phase === 'listening'

  useEffect(() => onLevel((level) => ring.current?.style.setProperty('--level', level.toFixed(2))), [onLevel])

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    // the box keeps the focus, and a finger that slips off the button still holds it
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    void beginListening(approvalId)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    if (!event.repeat) void beginListening(approvalId)
  }
  const release = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    void endListening()
  }

  return (
    <button
      type="button"
      aria-label={approvalId && phase === 'idle' ? t('Hold to answer aloud') : t(LABELS[phase])}
      aria-pressed={active}
      title={phase === 'idle' ? t('Hold to speak ({key})', { key: chordWords(key) }) : t(LABELS[phase])}
      onPointerDown={down}
      onPointerUp={() => void endListening()}
      onPointerCancel={() => void endListening()}
      onKeyDown={press}
      onKeyUp={release}
      onContextMenu={(event) => event.preventDefault()}
      onClick={({ detail }) => {
        // a press that no pointer and no key has made
        if (detail === 0) void (active ? endListening() : beginListening(approvalId))
      }}
      className={classNames(
        'relative inline-flex size-8 shrink-0 touch-none select-none items-center justify-center rounded-xl transition-colors [&_svg]:size-4',
        active ? 'bg-danger text-on-danger' : 'text-soft hover:bg-sunken hover:text-ink',
      )}
    >
      {phase === 'listening' && (
        <span
          ref={ring}
          aria-hidden
          className="pointer-events-none absolute inset-0 rounded-xl outline-2 outline-danger [opacity:calc(0.35+var(--level,0)*0.65)] [outline-offset:calc(1px+var(--level,0)*6px)]"
        />
      )}
      {phase === 'understanding' ? <Spinner /> : <Mic aria-hidden />}
    </button>
  )
}
