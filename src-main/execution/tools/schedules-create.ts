import { z } from 'zod'
import { defineTool } from '../tool.ts'

/** The goal is pursued again and again; when it fires, only words that were the operator's own instruct it. */
export const schedulesCreate = defineTool({
  name: 'schedules.create',
  title: 'Set a schedule',
  description:
    'Pursues a goal again and again, at the times of a cron pattern in the time zone of the operator.',
  effect: 'write',
  acts: ['schedule'],
  inDoubt: 'keyed',
  undoneBy: 'reminders.cancel',
  input: z.object({
    text: z.string().trim().min(1).max(2000).describe("The goal, in the operator's own words."),
    cron: z
      .string()
      .trim()
      .min(1)
      .describe('Five fields: minute, hour, day of the month, month, day of the week.'),
    words: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('The same times in words, such as "every weekday at 9:00".'),
  }),
  sinks: {},
  placeless: true,
  keeps: ['text'],
  needs: ['reminders'],
  preview: async ({ text, cron, words }) => ({
    kind: 'fields',
    title: 'Schedule',
    fields: [
      { name: 'When', value: `${words} (${cron})` },
      { name: 'Goal', value: text },
    ],
  }),
  run: async ({ text, cron, words }, { reminders }, { conversationId, labels, idempotencyKey }) => {
    const schedule = await reminders.schedule({
      text,
      cron,
      words,
      conversationId,
      labels,
      key: idempotencyKey,
    })
    const next = schedule.nextAt ?? ''
    return {
      text: `Scheduled ${schedule.words}: ${schedule.text} (next: ${next})`,
      data: { id: schedule.id, text: schedule.text, cron, words: schedule.words, nextAt: next },
      evidence: [
        { kind: 'schedule', what: schedule.id, summary: `Scheduled ${schedule.words}: ${schedule.text}` },
      ],
    }
  },
})
