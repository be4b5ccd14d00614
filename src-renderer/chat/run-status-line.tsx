import type { RunView } from '../../src-preload/contract.ts'
import { fullTime } from '../ui/time-words.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { said, t } from '../words.ts'

/** In words, what a run that goes on is at. */
export function RunStatusLine({ run, writing }: { run: RunView; writing: boolean }) {
  const timeZone = useTimeZone()
  return (
    <p role="status" className="flex items-center gap-2 text-soft text-xs">
      <span
        aria-hidden
        className={
          run.status === 'waiting'
            ? 'size-2 rounded-full bg-warn'
            : 'size-2 animate-breathe rounded-full bg-accent'
        }
      />
      {words(run, writing, timeZone)}
    </p>
  )
}

function words(run: RunView, writing: boolean, timeZone: string | undefined): string {
  if (run.reason) return said(run.reason)
  if (run.status === 'queued') return t('Queued')
  if (run.status === 'waiting') {
    return run.waiting
      .map((wait) => waitWords(wait, timeZone))
      .filter(unique)
      .join(' ')
  }
  const busy = run.effects.filter(({ status }) => status === 'running')
  if (busy.length > 0)
    return `${busy
      .map(({ title }) => title)
      .filter(unique)
      .join(', ')} …`
  return writing ? t('Writing …') : t('Thinking …')
}

function waitWords(
  { for: what, what: id }: RunView['waiting'][number],
  timeZone: string | undefined,
): string {
  switch (what) {
    case 'approval':
      return t('Waits for your permission.')
    case 'answer':
      return t('Waits for your answer.')
    case 'in-doubt':
      return t('Waits for you to say what happened.')
    case 'event':
      return t('Waits for an event.')
    case 'timer': {
      const until = new Date(id)
      return Number.isNaN(until.getTime())
        ? t('Waits.')
        : t('Waits until {time}.', { time: fullTime(until, timeZone) })
    }
  }
}

const unique = (value: string, index: number, all: readonly string[]) => all.indexOf(value) === index
