import { z } from 'zod'
import { ToolError } from '../../vocabulary/errors.ts'
import { defineTool } from '../tool.ts'

export const runsCancel = defineTool({
  name: 'runs.cancel',
  title: 'Cancel a run',
  description: 'Stops a goal that is being pursued, found before with runs.list.',
  effect: 'write',
  acts: ['cancel'],
  inDoubt: 'pure',
  input: z.object({ id: z.string().min(1).describe('Id of the run.') }),
  sinks: {},
  placeless: true,
  needs: ['runs'],
  preview: async ({ id }, { runs }) => {
    const found = (await runs.list()).find((run) => run.id === id)
    return { kind: 'text', text: found ? `Stop: ${found.goal}` : `Stop ${id}` }
  },
  run: async ({ id }, { runs }, { runId }) => {
    if (id === runId) {
      throw new ToolError('own-run', 'A run cannot cancel itself', { fix: 'Answer instead: that ends it.' })
    }
    await runs.cancel(id)
    return {
      text: `Cancelled ${id}.`,
      data: { id },
      evidence: [{ kind: 'cancelled', what: id, summary: `Cancelled the run ${id}` }],
    }
  },
})
