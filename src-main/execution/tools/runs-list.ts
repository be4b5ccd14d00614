import { z } from 'zod'
import { joinLabels, OPERATOR_LABELS, TOOL_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'

export const runsList = defineTool({
  name: 'runs.list',
  title: 'List runs',
  description: 'Lists the goals that were pursued lately or are going on, with their status, latest first.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({}),
  sinks: {},
  placeless: true,
  needs: ['runs'],
  run: async (_input, { runs }, { runId }) => {
    const others = (await runs.list()).filter((run) => run.id !== runId)
    return {
      text:
        others.length === 0
          ? 'There are no other runs.'
          : others
              .map(({ id, goal, status, createdAt }) => `- ${status}: ${goal} (${createdAt}, ${id})`)
              .join('\n'),
      data: { items: others.map(({ labels: _, ...run }) => ({ ...run })) },
      labels: joinLabels(OPERATOR_LABELS, TOOL_LABELS, ...others.flatMap(({ labels }) => labels ?? [])),
      evidence: [{ kind: 'source', what: 'runs', summary: `Listed ${others.length} runs` }],
    }
  },
})
