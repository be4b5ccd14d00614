import type { MemoryView } from '../../../src-preload/contract.ts'
import { useActions } from '../../store/store.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'
import { t } from '../../words.ts'
import { whyNotActivated } from '../memory-words.ts'

/** Whether the agent keeps to a rule. */
export function RuleSwitch({ row }: { row: MemoryView }) {
  const { client, keepMemory } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const refused = whyNotActivated(row)
  const set = async (active: boolean) => {
    const changed = await attempt('set', () => client.call('memory.activate', { id: row.id, active }))
    if (changed) keepMemory(changed)
  }
  return (
    <>
      <Switch
        label={t('The agent keeps to it')}
        hint={refused ?? t('It is told this rule whenever it plans something.')}
        checked={row.status === 'active'}
        disabled={busy !== undefined || refused !== undefined}
        onChange={(active) => void set(active)}
      />
      {failure && <ErrorNote failure={failure} />}
    </>
  )
}
