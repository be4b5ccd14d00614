import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { LogLevelName, LogLineView } from '../../src-preload/contract.ts'
import { Badge } from '../ui/badge.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Select } from '../ui/field.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { Switch } from '../ui/switch.tsx'
import { clockTime, fullTime } from '../ui/time-words.ts'
import type { Tone } from '../ui/tone.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { t } from '../words.ts'
import { useLog } from './use-log.ts'

const LEVELS: readonly (readonly [LogLevelName, string])[] = [
  ['debug', 'Everything'],
  ['info', 'Information and above'],
  ['warn', 'Warnings and above'],
  ['error', 'Errors'],
]
const TONES: Readonly<Record<LogLevelName, Tone>> = {
  debug: 'neutral',
  info: 'neutral',
  warn: 'warn',
  error: 'danger',
}
const PARTS = [
  'agent',
  'runs',
  'effects',
  'models',
  'approvals',
  'schedules',
  'memory',
  'voice',
  'settings',
  'storage',
  'server',
  'desktop',
  'alerts',
]

/** The log, narrowed by level, part and words, and followed while it grows. */
export function LogSection() {
  const [level, setLevel] = useState<LogLevelName>('debug')
  const [part, setPart] = useState('')
  const [words, setWords] = useState('')
  const [follow, setFollow] = useState(true)
  const wanted = useDeferredValue(words.trim())
  const { view, failure } = useLog(
    { level, ...(part === '' ? {} : { part }), ...(wanted === '' ? {} : { words: wanted }) },
    follow,
  )
  return (
    <section aria-labelledby="log-title" className="flex flex-col gap-2">
      <h2 id="log-title" className="font-medium text-ink text-sm">
        {t('Log')}
      </h2>
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          label={t('Search the log')}
          placeholder={t('Words, an id, a code')}
          value={words}
          onChange={setWords}
        />
        <Select
          aria-label={t('Level')}
          className="w-auto! min-w-36"
          value={level}
          onChange={({ target }) => setLevel(target.value as LogLevelName)}
        >
          {LEVELS.map(([name, label]) => (
            <option key={name} value={name}>
              {t(label)}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t('Part')}
          className="w-auto! min-w-28"
          value={part}
          onChange={({ target }) => setPart(target.value)}
        >
          <option value="">{t('Every part')}</option>
          {PARTS.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
        <Switch label={t('Follow')} checked={follow} onChange={setFollow} />
      </div>
      {failure && <ErrorNote failure={failure} />}
      {view && <Lines lines={view.lines} follow={follow} />}
    </section>
  )
}

function Lines({ lines, follow }: { lines: readonly LogLineView[]; follow: boolean }) {
  const timeZone = useTimeZone()
  const box = useRef<HTMLElement>(null)
  const last = lines.at(-1)
  useEffect(() => {
    if (follow && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [follow, last])
  if (lines.length === 0)
    return (
      <p className="rounded-lg border border-line bg-surface px-4 py-6 text-center text-soft text-sm">
        {t('No line fits.')}
      </p>
    )
  return (
    <section
      ref={box}
      aria-label={t('Lines of the log')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-lg border border-line bg-surface shadow-card"
    >
      <ol className="divide-y divide-line">
        {lines.map((line, index) => (
          <li
            key={`${line.time} ${index}`}
            className="flex flex-wrap items-baseline gap-x-2 px-3 py-1 text-xs leading-5"
          >
            <time
              dateTime={line.time}
              title={fullTime(new Date(line.time), timeZone)}
              className="font-mono text-soft"
            >
              {clockTime(new Date(line.time), timeZone)}
            </time>
            <Badge tone={TONES[line.level]}>{line.level}</Badge>
            <span className="text-soft">{line.part}</span>
            <span className="text-ink">{line.message}</span>
            <span dir="ltr" className="min-w-0 font-mono [overflow-wrap:anywhere] text-[11px] text-soft">
              {fieldsOf(line)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const fieldsOf = ({ fields }: LogLineView): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : String(value)}`)
    .join(' ')
