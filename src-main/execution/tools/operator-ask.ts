import { z } from 'zod'
import { ToolError } from '../../vocabulary/errors.ts'
import { defineTool } from '../tool.ts'

/** The tool whose call opens a question instead of running: the outcome is the operator's answer. */
export const ASK_OPERATOR = 'operator.ask'

export const operatorAsk = defineTool({
  name: ASK_OPERATOR,
  title: 'Ask the operator',
  description:
    'Asks the operator a question and waits for the answer. Only where the goal cannot be pursued without it; other work goes on meanwhile.',
  effect: 'read',
  acts: ['ask'],
  inDoubt: 'pure',
  input: z.object({
    question: z.string().trim().min(1).max(2000),
    choices: z
      .array(z.string().trim().min(1).max(200))
      .min(2)
      .max(8)
      .optional()
      .describe('Answers to choose from.'),
  }),
  sinks: {},
  placeless: true,
  needs: [],
  run: async () => {
    throw new ToolError('not-answered', 'A question is answered by the operator, not by a handler', {
      fix: 'Open it as a question of the run.',
    })
  },
})
