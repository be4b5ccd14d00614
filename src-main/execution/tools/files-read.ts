import { z } from 'zod'
import { sha256 } from '../../vocabulary/json.ts'
import { FILE_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'

export const filesRead = defineTool({
  name: 'files.read',
  title: 'Read a file',
  description: 'Reads a text file of up to 2 MiB and returns its text.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({ path: z.string().min(1).describe('Absolute path of the file; ~ is the home folder.') }),
  sinks: { path: 'path' },
  needs: ['files'],
  run: async ({ path }, { files }) => {
    const text = await files.read(path)
    return {
      text: text === '' ? `${path} is empty.` : text,
      data: { path, text },
      labels: FILE_LABELS,
      evidence: [{ kind: 'source', what: path, summary: `Read ${path}`, sha256: sha256(text) }],
    }
  },
})
