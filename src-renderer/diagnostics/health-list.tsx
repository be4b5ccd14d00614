import { CircleAlert, CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react'
import { classNames } from '../ui/class-names.ts'
import type { Tone } from '../ui/tone.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { t } from '../words.ts'
import { partName, type ShownPart, sentenceOf, stateTone, stateWord } from './health-words.ts'

const ICONS = { ok: CircleCheck, warn: TriangleAlert, failed: CircleAlert, off: CircleMinus }
const COLOURS: Readonly<Record<Tone, string>> = {
  neutral: 'text-soft',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  danger: 'text-danger',
}

/** Each part with its state, a sentence, and what to do where it is not well. */
export function HealthList({ parts, at }: { parts: readonly ShownPart[]; at: string }) {
  const timeZone = useTimeZone()
  return (
    <ul
      aria-label={t('Health')}
      className="grid overflow-hidden rounded-lg border border-line bg-surface shadow-card @3xl:grid-cols-2"
    >
      {parts.map((part) => {
        const Icon = ICONS[part.state]
        return (
          <li
            key={part.part}
            aria-label={partName(part.part)}
            className="-mb-px flex items-start gap-3 border-line border-b px-4 py-2.5 @3xl:odd:border-e"
          >
            <Icon
              aria-hidden
              className={classNames('mt-0.5 size-4 shrink-0', COLOURS[stateTone(part.state)])}
            />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                <span className="font-medium text-ink">{partName(part.part)}</span>
                <span className={classNames('text-xs', COLOURS[stateTone(part.state)])}>
                  {stateWord(part.state)}
                </span>
              </p>
              <p className="break-words text-soft text-xs leading-relaxed">
                {sentenceOf(part, new Date(at), timeZone)}
              </p>
              {part.fix && part.state !== 'ok' && (
                <p className="break-words text-ink text-xs leading-relaxed">{t(part.fix)}</p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
