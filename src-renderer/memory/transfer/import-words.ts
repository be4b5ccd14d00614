import type { MemoryImportView } from '../../../src-preload/contract.ts'
import type { Upload } from '../../store/state.ts'

const number = (value: number) => value.toLocaleString('en')

/** What an import has brought so far: '9,990 new · 10 changed · 2 refused'. What is none is not said. */
export function importCounts(view: MemoryImportView | undefined): string {
  if (!view) return ''
  const { added, changed, unchanged, forgotten, refused } = view
  const counts: [number, string][] = [
    [added, 'new'],
    [changed, 'changed'],
    [unchanged, 'there already'],
    [forgotten, 'forgotten here and left out'],
    [refused, 'refused'],
  ]
  const said = counts.flatMap(([count, words]) => (count > 0 ? [`${number(count)} ${words}`] : []))
  return said.length > 0 ? said.join(' · ') : 'nothing yet'
}

/** How far a file is, 0 to 1. */
export const progressOf = ({ read, bytes, status }: Upload): number =>
  status === 'finished' || bytes === 0 ? 1 : Math.min(1, read / bytes)

/** How an import from here stands, in words. */
export function uploadWords({ name, status }: Upload): string {
  switch (status) {
    case 'running':
      return `Importing ${name} …`
    case 'stopping':
      return `Stopping the import of ${name} …`
    case 'stopped':
      return `The import of ${name} was stopped. What came in so far is kept.`
    case 'finished':
      return `${name} is imported.`
    case 'failed':
      return `The import of ${name} did not come to its end. What came in so far is kept.`
  }
}
