import type { Ref } from 'react'
import { useStore } from '../store/store.ts'
import { markDoubtful } from './doubtful.ts'

/**
 * Lies behind the text of the box, letter by letter at the same place: underlines words that may have been misheard,
 * and shows in grey what is being understood.
 */
export function SpokenLayer({ text, ref }: { text: string; ref: Ref<HTMLDivElement> }) {
  const voice = useStore((state) => state.voice)
  const selected = useStore(({ conversations }) => conversations.selectedId ?? '')
  const { heard, settled, open, approvalId } = voice
  const doubtful = heard?.conversationId === selected ? heard.doubtful : []
  const provisional = approvalId ? '' : [settled, open].filter(Boolean).join(' ')
  let at = 0
  return (
    <div
      ref={ref}
      aria-hidden
      data-testid="spoken"
      className="pointer-events-none col-start-1 row-start-1 max-h-48 min-h-8 overflow-hidden whitespace-pre-wrap break-words py-1.5 text-transparent leading-5"
    >
      {markDoubtful(text, doubtful).map((piece) => {
        at += piece.text.length
        return piece.doubtful ? (
          <span
            key={at}
            className="underline decoration-2 decoration-warn decoration-wavy underline-offset-3"
          >
            {piece.text}
          </span>
        ) : (
          piece.text
        )
      })}
      {provisional && (
        <span className="text-faint italic">
          {text && ' '}
          {provisional}
        </span>
      )}
    </div>
  )
}
