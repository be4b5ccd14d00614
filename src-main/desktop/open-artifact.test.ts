import { describe, expect, it } from 'vitest'
import type { ArtifactView } from '../../src-preload/contract.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { openArtifacts } from './open-artifact.ts'

function opening(...artifacts: Pick<ArtifactView, 'path' | 'kind' | 'state'>[]) {
  const done: string[] = []
  const operator = { call: async () => artifacts } as unknown as Pick<OperatorApi, 'call'>
  const open = openArtifacts(operator, {
    openPath: async (path) => {
      done.push(`open ${path}`)
      return ''
    },
    showItemInFolder: (path) => void done.push(`reveal ${path}`),
  })
  return { done, open: (path: string, how: 'open' | 'reveal') => open({ runId: 'r', path, how }) }
}

const written = (path: string) => ({ path, kind: 'file', state: 'as-written' }) as const

describe('what a run wrote', () => {
  it.each(['/n/a.md', '/n/table.CSV', '/n/b.pdf'])('%s is opened with its program', async (path) => {
    const { done, open } = opening(written(path))
    await open(path, 'open')
    expect(done).toEqual([`open ${path}`])
  })

  it.each(['/n/run.sh', '/n/x.desktop', '/n/page.html', '/n/noname', '/n/a.md.exe'])(
    '%s may be run: it is shown in its folder alone',
    async (path) => {
      const { done, open } = opening(written(path))
      await expect(open(path, 'open')).rejects.toMatchObject({ code: 'may-run' })
      await open(path, 'reveal')
      expect(done).toEqual([`reveal ${path}`])
    },
  )

  it.each(['open', 'reveal'] as const)('is all that is there to %s', async (how) => {
    const { done, open } = opening(written('/n/a.md'), { path: '/n/b.md', kind: 'file', state: 'gone' })
    await expect(open('/etc/passwd', how)).rejects.toMatchObject({ code: 'no-artifact' })
    await expect(open('/n/../n/a.md', how)).rejects.toMatchObject({ code: 'no-artifact' })
    await expect(open('/n/b.md', how)).rejects.toMatchObject({ code: 'no-file' })
    expect(done).toEqual([])
  })
})
