import { useState } from 'react'
import type { ConnectionTest, ConnectionView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { type ConnectionDraft, draftOf, isWhole, NEW_DRAFT, serverOf } from './connection-draft.ts'
import { TestResult } from './test-result.tsx'
import { ValuesField } from './values-field.tsx'

export interface ConnectionFormProps {
  /** The one that is changed; without it, a new one. */
  connection?: ConnectionView
  onDone: () => void
}

/** A server as it is written down; it can be tried before it is saved. */
export function ConnectionForm({ connection, onDone }: ConnectionFormProps) {
  const { client } = useActions()
  const { busy, failure, attempt, clear } = useAttempt()
  const [draft, setDraft] = useState<ConnectionDraft>(connection ? draftOf(connection) : NEW_DRAFT)
  const [tested, setTested] = useState<ConnectionTest>()
  const edit = (change: Partial<ConnectionDraft>) => {
    setDraft({ ...draft, ...change })
    setTested(undefined)
    clear()
  }
  const name = draft.name.trim()
  const server = serverOf(draft, connection?.server.disabled)
  const program = draft.kind === 'program'

  const save = async () => {
    const was = connection ? { was: connection.name } : {}
    if (await attempt('save', () => client.call('connections.save', { name, ...was, server }))) onDone()
  }

  return (
    <form
      aria-label={connection ? t('Change {name}', { name: connection.name }) : t('New server')}
      className="flex flex-col gap-4 rounded-md border border-line bg-sunken/50 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="grid gap-4 @xl:grid-cols-2">
        <Field label={t('Name of the server')}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              spellCheck={false}
              value={draft.name}
              onChange={({ target }) => edit({ name: target.value })}
            />
          )}
        </Field>
        <Field label={t('What it is')}>
          {(control) => (
            <Select
              {...control}
              value={draft.kind}
              onChange={({ target }) => edit({ kind: target.value as ConnectionDraft['kind'], values: [] })}
            >
              <option value="program">{t('A program on this computer')}</option>
              <option value="address">{t('A server at an address')}</option>
            </Select>
          )}
        </Field>
      </div>
      {program ? (
        <ProgramFields draft={draft} onEdit={edit} />
      ) : (
        <AddressFields draft={draft} onEdit={edit} />
      )}
      <ValuesField
        title={program ? t('Environment') : t('Headers')}
        add={program ? t('Add a variable') : t('Add a header')}
        values={draft.values}
        onChange={(values) => edit({ values })}
      />
      {failure && <ErrorNote failure={failure} />}
      <TestResult tested={tested} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={busy === 'save'} disabled={!isWhole(draft)}>
          {t('Save')}
        </Button>
        <Button
          busy={busy === 'test'}
          disabled={!isWhole(draft)}
          onClick={async () =>
            setTested(
              await attempt('test', () =>
                client.call('connections.test', { name: connection?.name ?? name, server }),
              ),
            )
          }
        >
          {t('Test')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}

interface FieldsProps {
  draft: ConnectionDraft
  onEdit: (change: Partial<ConnectionDraft>) => void
}

const ProgramFields = ({ draft, onEdit }: FieldsProps) => (
  <>
    <Field label={t('Program')} hint={t('Its name or full path. It is started without a shell.')}>
      {(control) => (
        <TextInput
          {...control}
          className="font-mono"
          autoComplete="off"
          spellCheck={false}
          placeholder="npx"
          value={draft.command}
          onChange={({ target }) => onEdit({ command: target.value })}
        />
      )}
    </Field>
    <Field label={t('Arguments')} hint={t('One a line.')}>
      {(control) => (
        <TextArea
          {...control}
          rows={3}
          className="font-mono"
          spellCheck={false}
          value={draft.args}
          onChange={({ target }) => onEdit({ args: target.value })}
        />
      )}
    </Field>
    <Field label={t('Working folder')} hint={t('Where it is started. May be left empty.')}>
      {(control) => (
        <TextInput
          {...control}
          className="font-mono"
          autoComplete="off"
          spellCheck={false}
          value={draft.cwd}
          onChange={({ target }) => onEdit({ cwd: target.value })}
        />
      )}
    </Field>
  </>
)

const AddressFields = ({ draft, onEdit }: FieldsProps) => (
  <Field label={t('Address of the server')} hint={t('The only host that it is asked at.')}>
    {(control) => (
      <TextInput
        {...control}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://example.org/mcp"
        value={draft.url}
        onChange={({ target }) => onEdit({ url: target.value })}
      />
    )}
  </Field>
)
