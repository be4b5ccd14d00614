import { useStore } from '../store/store.ts'
import { t } from '../words.ts'

/** Said across the top while the agent is not heard. */
export function OfflineBar() {
  const offline = useStore(({ connection }) => connection.status === 'offline')
  return (
    <div role="status">
      {offline && (
        <p className="border-line border-b bg-warn-soft px-4 py-1.5 text-center text-ink text-xs">
          {t(
            'The agent does not answer. Runs go on where it left them once it is back; this page reconnects by itself.',
          )}
        </p>
      )}
    </div>
  )
}
