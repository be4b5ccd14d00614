import { ClipboardCopy, ExternalLink, Eye, FileText, Folder, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { ArtifactView } from '../../../src-preload/contract.ts'
import { useCopy } from '../../chat/use-copy.ts'
import { useActions } from '../../store/store.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { sizeWords } from '../../ui/size-words.ts'
import { useRead } from '../../ui/use-read.ts'
import { t } from '../../words.ts'
import { ArtifactText } from './artifact-text.tsx'

const STATES = {
  'as-written': undefined,
  there: undefined,
  changed: ['warn', 'Changed since'],
  gone: ['danger', 'No longer there'],
} as const

/** What a run wrote, with ways to see it: in the desktop its own program or its folder, everywhere its text and path. */
export function ArtifactList({ runId, updatedAt }: { runId: string; updatedAt: string }) {
  const { value: artifacts } = useRead('runs.artifacts', { id: runId }, updatedAt)
  if (!artifacts || artifacts.length === 0) return null
  return (
    <section aria-label={t('Artifacts')} className="flex flex-col gap-2">
      <h3 className="font-medium text-soft text-xs">{t('Artifacts')}</h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {artifacts.map((artifact) => (
          <Artifact key={artifact.path} artifact={artifact} runId={runId} />
        ))}
      </ul>
    </section>
  )
}

function Artifact({ artifact, runId }: { artifact: ArtifactView; runId: string }) {
  const { desktop } = useActions()
  const copy = useCopy()
  const [shown, setShown] = useState(false)
  const { path, kind, state, bytes } = artifact
  const name = path.split(/[\\/]/).at(-1) ?? path
  const Icon = kind === 'folder' ? Folder : FileText
  const onDesktop = window.adjutant !== undefined && state !== 'gone'
  const mark = STATES[state]
  return (
    <li aria-label={name} className="flex flex-col gap-2 px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Icon aria-hidden className="size-4 shrink-0 text-soft" />
        <p className="min-w-0 flex-1 basis-40">
          <span className="block truncate text-ink text-sm">{name}</span>
          <span className="block break-all text-faint text-xs">
            {path}
            {bytes !== undefined && ` · ${sizeWords(bytes)}`}
          </span>
        </p>
        {mark && <Badge tone={mark[0]}>{t(mark[1])}</Badge>}
        <div className="ms-auto flex shrink-0">
          {kind === 'file' && state !== 'gone' && (
            <IconButton
              label={t('Show the text of {name}', { name })}
              size="small"
              aria-expanded={shown}
              onClick={() => setShown(!shown)}
            >
              <Eye />
            </IconButton>
          )}
          {onDesktop && (
            <>
              <IconButton
                label={t('Open {name}', { name })}
                size="small"
                onClick={() => void desktop('artifact.open', { runId, path, how: 'open' })}
              >
                <ExternalLink />
              </IconButton>
              <IconButton
                label={t('Show {name} in its folder', { name })}
                size="small"
                onClick={() => void desktop('artifact.open', { runId, path, how: 'reveal' })}
              >
                <FolderOpen />
              </IconButton>
            </>
          )}
          <IconButton
            label={t('Copy the path of {name}', { name })}
            size="small"
            onClick={() => void copy(path)}
          >
            <ClipboardCopy />
          </IconButton>
        </div>
      </div>
      {shown && <ArtifactText runId={runId} path={path} name={name} />}
    </li>
  )
}
