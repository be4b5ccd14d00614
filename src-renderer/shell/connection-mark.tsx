import type { ConnectionStatus } from '../adjutant-client.ts'
import { useStore } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { t } from '../words.ts'

const WORDS: Record<ConnectionStatus, string> = {
  connecting: 'Connecting',
  online: 'Connected',
  offline: 'Reconnecting',
  'signed-out': 'Signed out',
}

/** Whether the agent is heard, and which model thinks for it. */
export function ConnectionMark() {
  const status = useStore(({ connection }) => connection.status)
  const model = useStore(({ settings }) => settings.view?.model)
  const name = model && (model.provider === 'offline' ? t('offline planner') : model.name)
  return (
    <p
      role="status"
      className="flex max-w-full flex-col items-center gap-1 px-1 text-center text-[10px] text-faint leading-3"
      title={name ? t('{status}. Model: {name}', { status: t(WORDS[status]), name }) : t(WORDS[status])}
    >
      <span
        aria-hidden
        className={classNames(
          'size-2 rounded-full',
          status === 'online' ? 'bg-good' : 'animate-breathe bg-warn',
        )}
      />
      <span className={status === 'online' ? 'sr-only' : ''}>{t(WORDS[status])}</span>
      {status === 'online' && name && <span className="line-clamp-2 break-words">{name}</span>}
    </p>
  )
}
