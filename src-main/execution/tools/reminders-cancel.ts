import { z } from 'zod'
import { joinLabels, TOOL_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'

export const remindersCancel = defineTool({
  name: 'reminders.cancel',
  title: 'Cancel a reminder or schedule',
  description: 'Cancels a reminder or schedule, found before with reminders.list.',
  effect: 'write',
  acts: ['cancel'],
  inDoubt: 'pure',
  input: z.object({ id: z.string().min(1).describe('Id of the reminder or schedule.') }),
  sinks: {},
  placeless: true,
  needs: ['reminders'],
  preview: async ({ id }, { reminders }) => {
    const found = (await reminders.list()).find((each) => each.id === id)
    return { kind: 'text', text: found ? `Cancel: ${found.words}, ${found.text}` : `Cancel ${id}` }
  },
  run: async ({ id }, { reminders }) => {
    const cancelled = await reminders.cancel(id)
    return {
      text: `Cancelled the ${cancelled.kind} ${cancelled.words}: ${cancelled.text}`,
      data: { id, kind: cancelled.kind, text: cancelled.text, words: cancelled.words },
      labels: joinLabels(TOOL_LABELS, cancelled.labels),
      evidence: [
        { kind: 'cancelled', what: id, summary: `Cancelled the ${cancelled.kind} "${cancelled.text}"` },
      ],
    }
  },
})
