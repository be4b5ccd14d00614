import { CircleSlash } from 'lucide-react'
import { useCallback } from 'react'
import type { MemoryView } from '../../../src-preload/contract.ts'
import { useStore } from '../../store/store.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useRead } from '../../ui/use-read.ts'
import { t } from '../../words.ts'
import { useMemoryChange } from '../use-memory-change.ts'
import { MemoryDetail } from './memory-detail.tsx'

export interface SelectedMemoryProps {
  id: string
  onForget: (row: MemoryView) => void
  onClose: () => void
}

/** A row by its id, read again whenever memory changes. */
export function SelectedMemory({ id, onForget, onClose }: SelectedMemoryProps) {
  const hits = useStore(({ memory }) => memory.search?.hits)
  const { value: detail, failure, again } = useRead('memory.get', { id })
  const changed = useCallback(() => again(), [again])
  useMemoryChange(changed)
  if (failure) {
    return (
      <EmptyState
        icon={CircleSlash}
        title={failure.message}
        actions={
          <>
            <Button onClick={again}>{t('Try again')}</Button>
            <Button kind="quiet" onClick={onClose}>
              {t('Close')}
            </Button>
          </>
        }
      >
        {failure.fix ?? t('What was forgotten is gone for good.')}
      </EmptyState>
    )
  }
  if (!detail) return <Loading what={t('the memory')} />
  return (
    <MemoryDetail
      detail={detail}
      hit={hits?.find((hit) => hit.id === id)}
      onForget={onForget}
      onClose={onClose}
      onChanged={again}
    />
  )
}
