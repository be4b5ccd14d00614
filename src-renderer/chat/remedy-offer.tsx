import { FolderPlus, Globe, PlugZap, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { EffectView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { t } from '../words.ts'
import { safeLink } from './safe-link.ts'

export type Remedy = NonNullable<EffectView['remedy']>

/** What would help a run that failed, to be given on the spot, and the way to try again. */
export function RemedyOffer({ remedy, runId }: { remedy: Remedy | undefined; runId: string }) {
  const { allowFolder, allowHost, openPane, retryRun } = useActions()
  const [given, setGiven] = useState(false)
  const [busy, setBusy] = useState(false)

  const give = async (act: () => Promise<boolean>) => {
    setBusy(true)
    setGiven(await act())
    setBusy(false)
  }

  return (
    <div className="flex flex-col gap-2">
      {remedy && (
        <p className="break-words text-soft text-xs" role="status">
          {given ? allowedWords(remedy) : offerWords(remedy)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {remedy?.kind === 'allow-folder' && !given && (
          <Button kind="primary" busy={busy} onClick={() => give(() => allowFolder(remedy.value))}>
            <FolderPlus aria-hidden /> {t('Allow this folder')}
          </Button>
        )}
        {remedy?.kind === 'allow-host' && !given && (
          <Button kind="primary" busy={busy} onClick={() => give(() => allowHost(remedy.value))}>
            <Globe aria-hidden /> {t('Allow this host')}
          </Button>
        )}
        {remedy?.kind === 'connect-model' && (
          <Button kind="primary" onClick={() => openPane('settings')}>
            <PlugZap aria-hidden /> {t('Connect a model')}
          </Button>
        )}
        <Button kind={given ? 'primary' : 'secondary'} onClick={() => retryRun(runId)}>
          <RotateCcw aria-hidden /> {t('Try again')}
        </Button>
      </div>
    </div>
  )
}

function offerWords({ kind, value }: Remedy): string {
  switch (kind) {
    case 'allow-folder':
      return `Allowing ${value} lets the agent read and write there from now on. Settings takes it back.`
    case 'allow-host':
      return `Allowing ${value} lets the agent reach it from now on. Settings takes it back.`
    case 'connect-model':
      return 'The offline planner knows a fixed set of requests. With a model connected the agent understands any wording.'
    case 'install':
      return safeLink(value)
        ? `Install what is missing from ${value}, then try again.`
        : 'Install Chrome, Chromium or Edge, then try again.'
  }
}

const allowedWords = ({ value }: Remedy): string => `${value} is allowed now.`
