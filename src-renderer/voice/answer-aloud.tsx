import { useStore } from '../store/store.ts'
import { t } from '../words.ts'
import { TalkButton } from './talk-button.tsx'

/** Beside the buttons of an approval: the same answers, spoken. */
export function AnswerAloud({ approvalId }: { approvalId: string }) {
  const voice = useStore((state) => state.voice)
  const mine = voice.approvalId === approvalId
  const heard = [voice.settled, voice.open].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 items-center gap-2">
      <TalkButton approvalId={approvalId} />
      <p role="status" aria-live="polite" className="min-w-0 break-words text-soft text-xs">
        {mine && voice.phase === 'listening' && (
          <span className="text-faint italic">
            {heard || t('Say “approve”, “reject because …” or “what is it?”')}
          </span>
        )}
        {mine && voice.phase === 'understanding' && t('Understanding what you said …')}
        {mine && voice.phase === 'idle' && voice.note && (
          <>
            {t(voice.note.message)} {voice.note.fix && t(voice.note.fix)}
          </>
        )}
      </p>
    </div>
  )
}
