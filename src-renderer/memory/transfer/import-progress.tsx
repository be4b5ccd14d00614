import { Square, X } from 'lucide-react'
import type { MemoryImportView } from '../../../src-preload/contract.ts'
import type { Upload } from '../../store/state.ts'
import { useActions, useStore } from '../../store/store.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { t } from '../../words.ts'
import { importCounts, progressOf, uploadWords } from './import-words.ts'

/** Imports from here and from elsewhere, while they run and until they are taken away. */
export function ImportProgress() {
  const upload = useStore(({ memory }) => memory.upload)
  const imports = useStore(({ memory }) => memory.imports)
  const elsewhere = Object.values(imports).filter(({ importId }) => importId !== upload?.importId)
  return (
    <>
      {upload && <OwnImport upload={upload} view={upload.importId ? imports[upload.importId] : undefined} />}
      {/* until the agent has answered, the first import that is heard of may be the one from here */}
      {(!upload || upload.importId) &&
        elsewhere.map((view) => <OtherImport key={view.importId} view={view} />)}
    </>
  )
}

function OwnImport({ upload, view }: { upload: Upload; view: MemoryImportView | undefined }) {
  const { stopImport, retryImport, dismissImport } = useActions()
  const goesOn = upload.status === 'running' || upload.status === 'stopping'
  const part = Math.round(progressOf(upload) * 100)
  return (
    <Card className="flex flex-col gap-2 p-3">
      <section aria-label={t('Import under way')} className="contents">
        <div className="flex items-center gap-2">
          <p role="status" className="min-w-0 flex-1 text-ink text-sm [overflow-wrap:anywhere]">
            {uploadWords(upload)}
          </p>
          {goesOn ? (
            <Button size="small" disabled={upload.status === 'stopping'} onClick={stopImport}>
              <Square aria-hidden className="fill-current" /> {t('Stop importing')}
            </Button>
          ) : (
            <>
              {upload.status !== 'finished' && (
                <Button size="small" onClick={() => void retryImport()}>
                  {t('Import it again')}
                </Button>
              )}
              <IconButton label={t('Dismiss')} size="small" onClick={() => dismissImport()}>
                <X />
              </IconButton>
            </>
          )}
        </div>
        {goesOn && (
          <div
            role="progressbar"
            aria-label={t('Import of {name}', { name: upload.name })}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={part}
            className="h-1.5 overflow-hidden rounded-full bg-sunken"
          >
            <div className="h-full bg-accent" style={{ width: `${part}%` }} />
          </div>
        )}
        <p className="text-soft text-xs tabular-nums">{importCounts(view)}</p>
        {upload.failure && <ErrorNote failure={upload.failure} />}
        <Refused view={view} />
      </section>
    </Card>
  )
}

function OtherImport({ view }: { view: MemoryImportView }) {
  const { dismissImport } = useActions()
  const words = {
    running: 'An import that was started elsewhere is under way.',
    finished: 'An import that was started elsewhere has come to its end.',
    failed: 'An import that was started elsewhere has failed.',
  }[view.status]
  return (
    <Card className="flex flex-col gap-1 p-3">
      <div className="flex items-center gap-2">
        <p role="status" className="min-w-0 flex-1 text-ink text-sm">
          {words}
        </p>
        {view.status !== 'running' && (
          <IconButton label={t('Dismiss')} size="small" onClick={() => dismissImport(view.importId)}>
            <X />
          </IconButton>
        )}
      </div>
      <p className="text-soft text-xs tabular-nums">{importCounts(view)}</p>
      <Refused view={view} />
    </Card>
  )
}

function Refused({ view }: { view: MemoryImportView | undefined }) {
  if (!view || view.problems.length === 0) return null
  const unsaid = view.refused - view.problems.length
  return (
    <Disclosure startsOpen={view.status !== 'running'} title={t('{count} refused', { count: view.refused })}>
      <ul
        aria-label={t('Refused lines')}
        className="max-h-40 overflow-y-auto rounded-md bg-sunken px-2.5 py-1.5 text-xs"
      >
        {view.problems.map(({ line, message }, index) => (
          <li key={index} className="break-words py-0.5">
            <span className="text-faint tabular-nums">
              {t('Line')} {line.toLocaleString('en')}:{' '}
            </span>
            {message}
          </li>
        ))}
        {unsaid > 0 && (
          <li className="py-0.5 text-soft">
            {t('and')} {unsaid.toLocaleString('en')} {t('more')}
          </li>
        )}
      </ul>
    </Disclosure>
  )
}
