import { Mic, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { createListener, type Listening } from '../voice/listen.ts'
import { type MicrophoneProblem, MUTED, problemOf } from '../voice/microphone-problem.ts'
import { t } from '../words.ts'

/** Says a sentence back: whether the microphone is heard, and what is understood. Nothing is made of it. */
export function VoiceTest() {
  const { client, devices } = useActions()
  const [phase, setPhase] = useState<'idle' | 'listening' | 'understanding'>('idle')
  const [heard, setHeard] = useState<string>()
  const [problem, setProblem] = useState<MicrophoneProblem>()
  const level = useRef<HTMLSpanElement>(null)
  const listening = useRef<Listening>(undefined)
  const gone = useRef(false)

  // whoever leaves the page listens no more
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      listening.current?.cancel()
    }
  }, [])

  const attempt = async (act: () => Promise<void>) => {
    try {
      await act()
    } catch (error) {
      setProblem(problemOf(error))
      setPhase('idle')
    }
  }
  const end = () =>
    attempt(async () => {
      const now = listening.current
      listening.current = undefined
      if (!now) return
      setPhase('understanding')
      const { transcript, problem: found } = await now.end()
      setProblem(found)
      setHeard(transcript?.text ?? '')
      setPhase('idle')
    })
  const begin = () =>
    attempt(async () => {
      setProblem(undefined)
      setHeard(undefined)
      setPhase('listening')
      const begun = await createListener(client, devices).begin({
        keepOpen: false,
        onLevel: (now) => level.current?.style.setProperty('width', `${Math.round(now * 100)}%`),
        onMuted: (muted) => setProblem(muted ? MUTED : undefined),
        onLost: () => void end(),
      })
      if (gone.current) begun.cancel()
      else listening.current = begun
    })

  return (
    <div className="flex flex-col gap-2 border-line border-t pt-4">
      <div className="flex flex-wrap items-center gap-3">
        {phase === 'listening' ? (
          <Button onClick={() => void end()}>
            <Square aria-hidden /> {t('That was it')}
          </Button>
        ) : (
          <Button busy={phase === 'understanding'} onClick={() => void begin()}>
            <Mic aria-hidden /> {t('Try the microphone')}
          </Button>
        )}
        {phase === 'listening' && (
          <span
            role="img"
            aria-label={t('Level of the microphone')}
            className="h-2 w-32 overflow-hidden rounded-full bg-sunken"
          >
            <span ref={level} className="block h-full w-0 rounded-full bg-accent" />
          </span>
        )}
        <p role="status" className="min-w-0 text-sm text-soft">
          {phase === 'listening' && t('Say a sentence.')}
          {phase === 'understanding' && t('It is being understood …')}
          {phase === 'idle' &&
            heard !== undefined &&
            (heard === '' ? t('Nothing was heard.') : t('Heard: “{words}”', { words: heard }))}
        </p>
      </div>
      {problem && <ErrorNote failure={{ message: t(problem.message), fix: t(problem.fix) }} />}
    </div>
  )
}
