import { z } from 'zod'
import { FILE_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'

const LIMIT = 50

export const filesSearch = defineTool({
  name: 'files.search',
  title: 'Search in files',
  description:
    'Finds files under a folder whose name or text holds all the words of the query. Returns paths, line numbers and excerpts.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({
    folder: z.string().min(1).describe('Absolute path of the folder; ~ is the home folder.'),
    query: z.string().trim().min(1).max(500).describe('Words to find, in any order and case.'),
  }),
  sinks: { folder: 'path' },
  needs: ['files'],
  run: async ({ folder, query }, { files }, { signal }) => {
    const hits = await files.search(folder, query, { limit: LIMIT, signal })
    const lines = hits.map(
      ({ path, line, excerpt }) => `${path}${line === undefined ? '' : `:${line}`}: ${excerpt}`,
    )
    const count = hits.length === LIMIT ? `The first ${LIMIT}` : `${hits.length}`
    return {
      text:
        hits.length === 0
          ? `Nothing under ${folder} holds "${query}".`
          : `${count} found:\n${lines.join('\n')}`,
      data: { folder, query, hits: hits.map((hit) => ({ ...hit })) },
      labels: FILE_LABELS,
      evidence: [
        { kind: 'source', what: folder, summary: `Searched ${folder} for "${query}": ${hits.length} found` },
      ],
    }
  },
})
