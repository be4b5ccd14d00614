import { z } from 'zod'
import { ToolError } from '../../vocabulary/errors.ts'
import { defineTool } from '../tool.ts'

/** Lets one remembered row go for good. To forget twice is to forget once, so it may simply be run again. */
export const memoryForget = defineTool({
  name: 'memory.forget',
  title: 'Forget',
  description: 'Removes one remembered row, found before with memory.recall or memory.list, for good.',
  effect: 'write',
  acts: ['forget'],
  inDoubt: 'pure',
  input: z.object({ id: z.string().min(1).describe('Id of the row.') }),
  sinks: {},
  placeless: true,
  irrevocable: true,
  needs: ['memory'],
  /** A card is asked about a single row: its text is shown, since nothing brings it back. */
  preview: async ({ id }, { memory }) => {
    const row = await memory.get('operator', id)
    return { kind: 'text', text: row ? `Forget for good: ${row.text}` : `Forget ${id} for good` }
  },
  run: async ({ id }, { memory }, { principal, runId }) => {
    if (!(await memory.forget(principal, id, runId))) {
      throw new ToolError('not-found', `Nothing is remembered under ${id}`, {
        fix: 'Recall it first to learn its id.',
      })
    }
    return {
      text: `Forgot ${id}.`,
      data: { id },
      evidence: [{ kind: 'forgotten', what: id, summary: `Forgot ${id}` }],
    }
  },
})
