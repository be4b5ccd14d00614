import type { MemoryView } from '../../../src-preload/contract.ts'
import { useActions } from '../../store/store.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { failureOf } from '../../ui/use-attempt.ts'
import { useRead } from '../../ui/use-read.ts'
import { t } from '../../words.ts'

/** Of the rows that go along, those that are named. */
const NAMED = 4

export interface ForgetMemoryProps {
  /** What is to be forgotten; undefined where nothing is asked. */
  row: MemoryView | undefined
  onClose: () => void
}

/** Asks before a row is forgotten, and says what goes with it. */
export function ForgetMemory({ row, onClose }: ForgetMemoryProps) {
  const { client, dropMemory } = useActions()
  const { value: detail } = useRead('memory.get', row ? { id: row.id } : null)
  const along = (row && detail?.row.id === row.id && detail.restingOnIt) || []
  const earlier = (row && detail?.row.id === row.id && detail.versions.length - 1) || 0
  const forget = () =>
    client.call('memory.forget', { id: row?.id ?? '' }).then(
      () => dropMemory(row?.id ?? ''),
      (error: unknown) => failureOf(error),
    )
  return (
    <Confirm
      open={row !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t('Forget this?')}
      action={t('Forget')}
      danger
      onConfirm={forget}
    >
      <div className="flex flex-col gap-2">
        <p className="line-clamp-4 text-ink">“{row?.text}”</p>
        <p>
          {t('Its text')}
          {earlier > 0 &&
            (earlier === 1 ? t(', the earlier one') : t(', the {earlier} earlier ones', { earlier }))}{' '}
          {t('and every index of it are deleted for good, and so is what runs and conversations tell of it.')}
        </p>
        {along.length > 0 && (
          <>
            <p>
              {along.length === 1
                ? t('This was taken from it and goes')
                : t('These were taken from it and go')}{' '}
              {t('with it, unless something else bears')} {along.length === 1 ? t('it') : t('them')}{' '}
              {t('out too:')}
            </p>
            <ul aria-label={t('Goes with it')} className="flex list-disc flex-col gap-0.5 ps-5 text-ink">
              {along.slice(0, NAMED).map(({ id, text }) => (
                <li key={id}>
                  <span className="line-clamp-2">{text}</span>
                </li>
              ))}
              {along.length > NAMED && (
                <li>
                  {t('and')} {along.length - NAMED} {t('more')}
                </li>
              )}
            </ul>
          </>
        )}
      </div>
    </Confirm>
  )
}
