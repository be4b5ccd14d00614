import { Pencil, RotateCw, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { ConnectionTest, ConnectionView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Switch } from '../ui/switch.tsx'
import { failureOf, useAttempt } from '../ui/use-attempt.ts'
import { n, said, t } from '../words.ts'
import { ConnectionForm } from './connection-form.tsx'
import { ConnectionState } from './connection-state.tsx'
import { targetWords } from './connection-words.ts'
import { TestResult } from './test-result.tsx'

/** A server: how it stands, and what can be done with it. */
export function ConnectionRow({ connection }: { connection: ConnectionView }) {
  const { client } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const [editing, setEditing] = useState(false)
  const [tested, setTested] = useState<ConnectionTest>()
  const heading = useId()
  const { name, server, state, problem, tools, open } = connection
  const waits = state === 'waiting' || state === 'broken'

  if (editing)
    return (
      <li>
        <ConnectionForm connection={connection} onDone={() => setEditing(false)} />
      </li>
    )
  return (
    <li aria-labelledby={heading} className="flex flex-col gap-2 py-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 id={heading} className="min-w-0 font-medium text-ink text-sm [overflow-wrap:anywhere]">
          {name}
        </h3>
        <ConnectionState state={state} />
        <span className="text-soft text-xs">{n(tools, '{count} tool', '{count} tools')}</span>
        <span className="ms-auto flex items-center gap-1">
          <Button
            size="small"
            aria-label={t('Test {name}', { name })}
            busy={busy === 'test'}
            onClick={async () =>
              setTested(await attempt('test', () => client.call('connections.test', { name })))
            }
          >
            {t('Test')}
          </Button>
          {waits && (
            <IconButton
              label={t('Connect {name} again', { name })}
              size="small"
              disabled={busy !== undefined}
              onClick={() => void attempt('restart', () => client.call('connections.restart', { name }))}
            >
              <RotateCw />
            </IconButton>
          )}
          <IconButton label={t('Change {name}', { name })} size="small" onClick={() => setEditing(true)}>
            <Pencil />
          </IconButton>
          <Confirm
            trigger={
              <IconButton label={t('Remove {entry}', { entry: name })} size="small" danger>
                <Trash2 />
              </IconButton>
            }
            title={t('Remove the server {name}?', { name })}
            action={t('Remove')}
            dismiss={t('Cancel')}
            danger
            onConfirm={() => client.call('connections.remove', { name }).then(() => undefined, failureOf)}
          >
            {t('Its tools are gone at once, and what was kept for it in secret is deleted.')}
          </Confirm>
        </span>
      </div>
      <code className="text-soft text-xs [overflow-wrap:anywhere]">{targetWords(server)}</code>
      {open.length > 0 && (
        <p className="text-warn text-xs">
          {t('Readable in config.json: {names}. Enter them here once more to keep them in secret.', {
            names: open.join(', '),
          })}
        </p>
      )}
      {problem && <ErrorNote failure={{ message: problem }} />}
      {failure && <ErrorNote failure={failure} />}
      <TestResult tested={tested} />
      <Switch
        label={t('Connect {name}', { name })}
        checked={!server.disabled}
        disabled={busy !== undefined}
        onChange={(on) => void attempt('switch', () => client.call('connections.switch', { name, on }))}
      />
      <Said connection={connection} />
    </li>
  )
}

/** What the server told beside its answers, and which of its tools are not taken. */
function Said({ connection: { said: wrote, leftOut } }: { connection: ConnectionView }) {
  return (
    <>
      {leftOut.length > 0 && (
        <Disclosure title={n(leftOut.length, '{count} tool is left out', '{count} tools are left out')}>
          <ul className="text-soft text-xs">
            {leftOut.map(({ remote, why }) => (
              <li key={`${remote} ${why}`}>
                <code>{remote}</code>: {said(why)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {wrote.length > 0 && (
        <Disclosure title={t('What it last wrote')}>
          <pre className="max-h-48 overflow-auto whitespace-pre-wrap rounded bg-sunken p-2 text-soft text-xs [overflow-wrap:anywhere]">
            {wrote.join('\n')}
          </pre>
        </Disclosure>
      )}
    </>
  )
}
