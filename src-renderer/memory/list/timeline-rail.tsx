import { classNames } from '../../ui/class-names.ts'
import { t } from '../../words.ts'
import { railOf } from './timeline-items.ts'

export interface TimelineRailProps {
  newest: string
  oldest: string
  timeZone: string | undefined
  /** Key of the month that is seen. */
  seen: string | undefined
  onJump: (month: string) => void
}

/** Years and months at the side of the timeline; the one that is seen stands out, any can be jumped to. */
export function TimelineRail({ newest, oldest, timeZone, seen, onJump }: TimelineRailProps) {
  const years = railOf(newest, oldest, timeZone)
  const open = seen?.slice(0, 4) ?? String(years[0]?.year)
  return (
    <nav
      aria-label={t('Months')}
      className="hidden w-20 shrink-0 overflow-y-auto border-line border-s py-2 text-xs @xl/pane:block"
    >
      <ul>
        {years.map(({ year, months }) => (
          <li key={year}>
            <button
              type="button"
              onClick={() => months[0] && onJump(months[0].key)}
              className="w-full px-3 py-0.5 text-start font-semibold text-soft tabular-nums hover:text-ink"
            >
              {year}
            </button>
            {String(year) === open && (
              <ul>
                {months.map(({ key, name, label }) => (
                  <li key={key}>
                    <button
                      type="button"
                      aria-label={label}
                      aria-current={key === seen ? 'true' : undefined}
                      onClick={() => onJump(key)}
                      className={classNames(
                        'w-full border-s-2 px-3 py-0.5 text-start',
                        key === seen
                          ? 'border-accent font-medium text-accent'
                          : 'border-transparent text-faint hover:text-ink',
                      )}
                    >
                      {name}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
