import { useRef, useState } from 'react'
import type { ImportSource, Methods } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useRead } from '../ui/use-read.ts'
import { n, t } from '../words.ts'
import { CLIENT_NAMES } from './connection-words.ts'
import { ImportCandidate } from './import-candidate.tsx'

type Preview = Methods['connections.preview']['output']

/** Takes servers over from another program's file: first it is shown what they are, then the ticked ones are taken. */
export function ImportServers({ onDone }: { onDone: () => void }) {
  const { client } = useActions()
  const { value: sources } = useRead('connections.sources', {})
  const { busy, failure, attempt } = useAttempt()
  const [source, setSource] = useState<ImportSource>()
  const [preview, setPreview] = useState<Preview>()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const file = useRef<HTMLInputElement>(null)

  const look = async (chosen: ImportSource) => {
    const found = await attempt('look', () => client.call('connections.preview', chosen))
    setSource(chosen)
    setPreview(found)
    // what deserves a thought first is ticked by the operator alone
    const plain = found?.servers.filter(
      ({ problem, exists, warnings }) => !problem && !exists && warnings.length === 0,
    )
    setTicked(new Set(plain?.map(({ name }) => name)))
  }

  const tick = (name: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(name)
    else next.delete(name)
    setTicked(next)
  }

  const take = async () => {
    const names = [...ticked]
    if (source && (await attempt('take', () => client.call('connections.import', { ...source, names }))))
      onDone()
  }

  return (
    <section
      aria-label={t('Import servers')}
      className="flex flex-col gap-3 rounded-md border border-line bg-sunken/50 p-3"
    >
      <p className="text-soft text-xs leading-relaxed">
        {t('Nothing is started before it is saved here. Values are kept in secret and are not shown.')}
      </p>
      <div className="flex flex-wrap gap-2">
        {sources?.map(({ client: program, file: path }) => (
          <Button key={program} size="small" title={path} onClick={() => void look({ client: program })}>
            {CLIENT_NAMES[program]}
          </Button>
        ))}
        <Button size="small" onClick={() => file.current?.click()}>
          {t('Choose a file …')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,.jsonc,application/json"
          aria-label={t('File with servers')}
          className="sr-only"
          tabIndex={-1}
          onChange={async ({ target }) => {
            const chosen = target.files?.[0]
            target.value = ''
            if (chosen) await look({ text: await chosen.text() })
          }}
        />
      </div>
      {failure && <ErrorNote failure={failure} />}
      {preview && (
        <ul aria-label={t('Servers in the file')} className="divide-y divide-line">
          {preview.servers.map((candidate) => (
            <ImportCandidate
              key={candidate.name}
              candidate={candidate}
              ticked={ticked.has(candidate.name)}
              onTick={(on) => tick(candidate.name, on)}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {preview && (
          <Button kind="primary" busy={busy === 'take'} disabled={ticked.size === 0} onClick={take}>
            {n(ticked.size, 'Import {count} server', 'Import {count} servers')}
          </Button>
        )}
        <Button kind="quiet" onClick={onDone}>
          {t('Cancel')}
        </Button>
      </div>
    </section>
  )
}
