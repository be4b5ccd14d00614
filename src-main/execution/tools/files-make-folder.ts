import { z } from 'zod'
import { defineTool } from '../tool.ts'

export const filesMakeFolder = defineTool({
  name: 'files.make_folder',
  title: 'Make a folder',
  description:
    'Makes a folder, and the folders above it where they are missing. One that is there already is fine.',
  effect: 'write',
  acts: ['make-folder'],
  inDoubt: 'pure',
  undoneBy: 'files.trash',
  input: z.object({ path: z.string().min(1).describe('Absolute path of the folder; ~ is the home folder.') }),
  sinks: { path: 'path' },
  needs: ['files'],
  preview: async ({ path }) => ({ kind: 'text', text: `Make the folder ${path}` }),
  run: async ({ path }, { files }) => {
    const there = (await files.kindAt(path)) === 'folder'
    await files.makeFolder(path)
    return {
      text: there ? `The folder ${path} was there already.` : `Made the folder ${path}.`,
      data: { path },
      evidence: [{ kind: 'folder', what: path, summary: `The folder ${path} is there` }],
    }
  },
})
