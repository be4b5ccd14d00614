import type { ToolView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, Select } from '../ui/field.tsx'
import { KeyValue } from '../ui/key-value.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'

type Effect = ToolView['effect']

const EFFECTS: readonly (readonly [Effect, string])[] = [
  ['read', 'It only reads'],
  ['write', 'It writes'],
  ['send', 'It sends something out'],
  ['spend', 'It spends money'],
  ['destroy', 'It deletes'],
  ['execute', 'It runs a program'],
]

/** What only tools of servers have: what the operator says of them, and how they have changed. */
export function ServerTool({ tool }: { tool: ToolView }) {
  const { client } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const { name, effect, server } = tool
  if (!server) return null
  const { changed, classified, schema } = server
  const classify = (value: string) =>
    attempt('classify', () =>
      client.call('tools.classify', { name, ...(value === '' ? {} : { effect: value as Effect }) }),
    )
  return (
    <>
      {changed && (
        <Card tone="warn" className="flex flex-col items-start gap-2 p-3">
          <p className="font-medium text-ink text-sm">
            {t('Its server has changed it')}, <TimeAgo at={changed.at} />
          </p>
          <p className="text-soft text-xs leading-relaxed">
            {t('Until you have looked at it, what you said of it does not hold and every call asks.')}
          </p>
          <KeyValue
            label={t('What has changed')}
            rows={[
              { name: t('Described before'), value: changed.before },
              { name: t('Described now'), value: tool.description },
            ]}
          />
          <Button
            size="small"
            busy={busy === 'accept'}
            onClick={() => void attempt('accept', () => client.call('tools.accept', { names: [name] }))}
          >
            {t('I have looked at it')}
          </Button>
        </Card>
      )}
      <Field
        label={t('What it does')}
        hint={t(
          'Its server says nothing here that would count. What only reads is called without a question.',
        )}
      >
        {(control) => (
          <Select
            {...control}
            className="@xl:w-72!"
            value={classified && !changed ? effect : ''}
            disabled={changed !== undefined || busy !== undefined}
            onChange={({ target }) => void classify(target.value)}
          >
            <option value="">{t('Not said: it may do anything')}</option>
            {EFFECTS.map(([value, label]) => (
              <option key={value} value={value}>
                {t(label)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {failure && <ErrorNote failure={failure} />}
      <Disclosure title={t('Its arguments')}>
        <pre className="max-h-64 overflow-auto whitespace-pre-wrap rounded bg-sunken p-2 text-soft text-xs [overflow-wrap:anywhere]">
          {schema}
        </pre>
      </Disclosure>
    </>
  )
}
