import { z } from 'zod'
import { ToolError } from '../../vocabulary/errors.ts'
import { defineTool } from '../tool.ts'

const LENGTH = 8_000

export const resultsRead = defineTool({
  name: 'results.read',
  title: 'Read on in a result',
  description:
    'Reads a piece of an earlier result that was shown by its beginning only, by its handle. Returns the text, its total length and where the next piece begins.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({
    handle: z.string().trim().min(1).max(200).describe('The handle that stands with the result.'),
    from: z.number().int().min(0).optional().describe('Character to begin at; default 0.'),
    length: z.number().int().min(1).max(12_000).optional().describe(`Most characters; default ${LENGTH}.`),
  }),
  sinks: {},
  placeless: true,
  needs: ['results'],
  run: async ({ handle, from = 0, length = LENGTH }, { results }, { runId }) => {
    const result = await results.read(runId, handle)
    if (!result) {
      throw new ToolError('unknown-handle', `There is no result "${handle}" in this conversation.`, {
        fix: 'Use a handle as it stands with a result, or make the call again.',
      })
    }
    const total = result.text.length
    if (from >= total && total > 0) {
      throw new ToolError(
        'past-the-end',
        `The result "${handle}" has ${total} characters; ${from} is past its end.`,
        {
          fix: `Begin before ${total}.`,
        },
      )
    }
    const end = pieceEnd(result.text, from, length)
    const next = end < total ? end : undefined
    const piece = result.text.slice(from, end)
    return {
      text: `${piece}\n\n[Characters ${from} to ${end} of ${total}.${next === undefined ? ' This is the end.' : ` Next: from ${next}.`}]`,
      data: { handle, from, total, piece, ...(next === undefined ? {} : { next }) },
      labels: result.labels,
      evidence: [{ kind: 'source', what: handle, summary: `Read characters ${from} to ${end} of ${total}` }],
    }
  },
})

/** At the end of a line where one is near; never inside of a character. */
function pieceEnd(text: string, from: number, length: number): number {
  const most = Math.min(text.length, from + length)
  if (most === text.length) return most
  const line = text.lastIndexOf('\n', most)
  if (line > from + length * 0.8) return line + 1
  const last = text.charCodeAt(most - 1)
  return last >= 0xd800 && last <= 0xdbff && most - 1 > from ? most - 1 : most
}
