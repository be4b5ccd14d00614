import type { ReactNode } from 'react'
import type { UpdateView } from '../../src-preload/contract.ts'
import { useCopy } from '../chat/use-copy.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { sizeWords } from '../ui/size-words.ts'
import { t } from '../words.ts'

/** What is known of a newer version, and what can be done about it now. */
export function UpdateState({ update }: { update: UpdateView }) {
  const { version } = update
  const { desktop } = useActions()
  const copy = useCopy()
  const check = (
    <Button busy={update.state === 'checking'} onClick={() => void desktop('updates.check', {})}>
      {t('Look for updates')}
    </Button>
  )
  switch (update.state) {
    case 'off':
      return <Said text={t('Version {version}. No feed is set.', { version })} />
    case 'idle':
    case 'checking':
      return <Said text={t('Version {version} runs here.', { version })}>{check}</Said>
    case 'current':
      return <Said text={t('Version {version} is the newest.', { version })}>{check}</Said>
    case 'offered':
      return (
        <Said
          text={t('Version {version} is there ({size}).', {
            version: update.version,
            size: sizeWords(update.bytes),
          })}
          more={update.notes}
        >
          <Button kind="primary" onClick={() => void desktop('updates.download', {})}>
            {t('Download')}
          </Button>
        </Said>
      )
    case 'downloading': {
      const percent = Math.floor((100 * update.done) / update.bytes)
      return (
        <Said text={t('Version {version} is being downloaded.', { version })}>
          <progress
            aria-label={t('Download')}
            max={100}
            value={percent}
            className="h-1.5 w-32 overflow-hidden rounded-full bg-sunken accent-accent"
          />
          <span className="text-soft text-xs tabular-nums">{percent} %</span>
          <Button onClick={() => void desktop('updates.cancel', {})}>{t('Cancel')}</Button>
        </Said>
      )
    }
    case 'ready': {
      const { command, file } = update
      return (
        <Said
          text={t('Version {version} was downloaded and checked. You install it.', { version })}
          more={command ?? file}
        >
          {command && <Button onClick={() => void copy(command)}>{t('Copy the command')}</Button>}
          <Button kind="primary" onClick={() => void desktop('updates.show', {})}>
            {update.how === 'installer' ? t('Open the installer') : t('Show the file')}
          </Button>
        </Said>
      )
    }
    case 'failed':
      return <ErrorNote failure={update} actions={check} />
  }
}

/** A sentence, more of it below, and what can be done. */
const Said = ({ text, more, children }: { text: string; more?: string; children?: ReactNode }) => (
  <div className="flex flex-col gap-2">
    <p role="status" className="text-ink text-sm">
      {text}
    </p>
    {more && <p className="whitespace-pre-line break-words text-soft text-xs leading-relaxed">{more}</p>}
    {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
  </div>
)
