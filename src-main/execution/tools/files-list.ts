import { z } from 'zod'
import { FILE_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'

const MOST_SHOWN = 500

/** What is in a folder. Names are content too: anyone may have chosen them. */
export const filesList = defineTool({
  name: 'files.list',
  title: 'List a folder',
  description: 'Lists the files and folders in a folder, with sizes in bytes and times of change.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({ path: z.string().min(1).describe('Absolute path of the folder; ~ is the home folder.') }),
  sinks: { path: 'path' },
  needs: ['files'],
  run: async ({ path }, { files }) => {
    const all = await files.list(path)
    const entries = all.slice(0, MOST_SHOWN).map((entry) => ({ ...entry }))
    const lines = entries.map(({ path: entry, kind, size, modifiedAt }) => {
      const mark = kind === 'folder' ? '/' : kind === 'link' ? ' (link)' : ''
      return `${entry}${mark}${kind === 'file' ? `  ${size} bytes` : ''}  ${modifiedAt.slice(0, 10)}`
    })
    const more = all.length > entries.length ? `\n… and ${all.length - entries.length} more` : ''
    return {
      text: all.length === 0 ? `${path} is empty.` : `${all.length} in ${path}:\n${lines.join('\n')}${more}`,
      data: { path, entries },
      labels: FILE_LABELS,
      evidence: [{ kind: 'source', what: path, summary: `Listed ${path}: ${all.length} entries` }],
    }
  },
})
