import { useRead } from '../../ui/use-read.ts'

/** When the oldest row happened, so that the rail reaches back to it before it was scrolled to. */
export function useOldest(wanted: boolean): string | undefined {
  const { value: status } = useRead('memory.status', wanted ? {} : null)
  const offset = (status?.rows ?? 0) - 1
  const { value } = useRead(
    'memory.list',
    wanted && offset >= 0 ? { from: '0001-01-01T00:00:00.000Z', limit: 1, offset } : null,
  )
  return value?.[0]?.at
}
