import { z } from 'zod'
import { defineTool } from '../tool.ts'

/** One notice at one time. A time that the operator did not name is asked about first. */
export const remindersCreate = defineTool({
  name: 'reminders.create',
  title: 'Set a reminder',
  description: 'Reminds the operator of something once, at a time that is still to come.',
  effect: 'write',
  acts: ['remind'],
  inDoubt: 'keyed',
  undoneBy: 'reminders.cancel',
  input: z.object({
    text: z.string().trim().min(1).max(2000).describe('What to remind of.'),
    at: z.string().min(1).describe('When: ISO 8601 with offset, such as 2026-05-04T09:00:00+02:00.'),
  }),
  sinks: { at: 'date' },
  placeless: true,
  keeps: ['text'],
  needs: ['reminders'],
  preview: async ({ text, at }) => ({
    kind: 'fields',
    title: 'Reminder',
    fields: [
      { name: 'When', value: at },
      { name: 'What', value: text },
    ],
  }),
  run: async ({ text, at }, { reminders }, { conversationId, labels, idempotencyKey }) => {
    const reminder = await reminders.remind({ text, at, conversationId, labels, key: idempotencyKey })
    return {
      text: `Reminder set for ${reminder.words}: ${reminder.text}`,
      data: { id: reminder.id, text: reminder.text, at: reminder.at ?? at, words: reminder.words },
      evidence: [
        { kind: 'reminder', what: reminder.id, summary: `Reminder for ${reminder.words}: ${reminder.text}` },
      ],
    }
  },
})
