import { useState } from 'react'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useDebounced } from '../ui/use-debounced.ts'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'
import { Times } from './schedule-detail.tsx'
import { scheduleWords } from './schedule-words.ts'

const RESTED_MS = 250
/** What the agent's parser reads; shown in the operator's language. */
const EXAMPLES = [
  'every weekday at 9',
  'every Monday at 8:30',
  'on the first day of every month at 10',
  'tomorrow at 9',
]

/** Makes a schedule or reminder of words; what they come to is shown before anything is saved. */
export function NewAutomation({ onClose }: { onClose: () => void }) {
  const { client, loadSchedules } = useActions()
  const [when, setWhen] = useState('')
  const [text, setText] = useState('')
  const { busy, failure, attempt } = useAttempt()
  const asked = useDebounced(when.trim(), RESTED_MS)
  const { value: read, failure: unread } = useRead('schedules.read', asked === '' ? null : { when: asked })
  const settled = asked === when.trim()
  const meant = settled && !unread ? read : undefined
  const ready = meant !== undefined && text.trim() !== ''

  const create = async () => {
    const made = await attempt('create', async () => {
      const schedule = await client.call('schedules.create', { when: when.trim(), text: text.trim() })
      await loadSchedules()
      return schedule
    })
    if (made) onClose()
  }

  return (
    <form
      aria-label={t('New schedule or reminder')}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-card"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void create()
      }}
    >
      <Field
        label={t('When')}
        hint={t('In English words, such as “every weekday at 9” or “tomorrow at 17:30”.')}
        error={settled && unread ? [unread.message, unread.fix].filter(Boolean).join(' ') : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={when}
            onChange={({ target }) => setWhen(target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-1.5">
        {EXAMPLES.map((example) => (
          <Button key={example} size="small" kind="secondary" onClick={() => setWhen(example)}>
            {t(example)}
          </Button>
        ))}
      </div>
      <div aria-live="polite" className="text-xs empty:hidden">
        {meant && (
          <section
            aria-label={t('The next five times')}
            className="flex flex-col gap-1.5 rounded-md bg-sunken px-3 py-2"
          >
            <p className="font-medium text-ink text-sm">
              {t(meant.kind === 'schedule' ? 'A schedule: {words}' : 'A reminder: {words}', {
                words: scheduleWords(meant),
              })}
            </p>
            <Times times={meant.next} timeZone={meant.timeZone} />
            <p className="text-soft">{t('The time zone is {timeZone}.', { timeZone: meant.timeZone })}</p>
          </section>
        )}
      </div>
      <Field
        label={t('What')}
        hint={t('What comes again is pursued as a goal each time; what comes once reminds you of it.')}
      >
        {(control) => (
          <TextInput
            {...control}
            value={text}
            placeholder={t('For example: list what is new in ~/Downloads')}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      {failure && <ErrorNote failure={failure} />}
      <div className="flex gap-2">
        <Button type="submit" kind="primary" disabled={!ready} busy={busy !== undefined}>
          {t('Create')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('Close the form')}
        </Button>
      </div>
    </form>
  )
}
