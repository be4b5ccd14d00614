import type { MemoryRow, NewMemory } from '../memory/memory.ts'
import type { LearningMemory } from '../operator/learn.ts'

/** Memory as far as learning needs it, in a map: rows by key, and recall of all rows of a kind. */
export function keyedMemory() {
  const rows = new Map<string, MemoryRow & Pick<NewMemory, 'restsOn' | 'changed'>>()
  let failures = 0
  const memory: LearningMemory = {
    rememberAll: async (_, all) => {
      if (failures-- > 0) throw new Error('the disk is full')
      for (const { key, row, restsOnKeys = [] } of all) {
        if (rows.has(key)) continue
        const at = row.at ?? '2026-05-04T09:00:00.000Z'
        rows.set(key, {
          ...row,
          id: `mem_${rows.size}`,
          kind: row.kind ?? 'fact',
          scope: row.scope ?? 'personal',
          at,
          createdAt: at,
          restsOn: restsOnKeys.flatMap((ground) => rows.get(ground)?.id ?? []),
        })
      }
      return all.flatMap(({ key }) => rows.get(key) ?? [])
    },
    keysThere: async (keys) => keys.filter((key) => rows.has(key)),
    recall: async (_, __, { kinds } = {}) =>
      [...rows.values()]
        .filter(({ kind }) => !kinds || kinds.includes(kind))
        .map((row) => ({ ...row, score: 1, why: 'it is there' })),
  }
  return {
    memory,
    rows,
    failOnce: () => {
      failures = 1
    },
    forget: (key: string) => void rows.set(key, { ...(rows.get(key) as MemoryRow), text: '' }),
  }
}
