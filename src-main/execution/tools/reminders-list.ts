import { z } from 'zod'
import { joinLabels, TOOL_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'

export const remindersList = defineTool({
  name: 'reminders.list',
  title: 'List reminders and schedules',
  description: 'Lists the reminders and schedules that are still to come, next first.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({}),
  sinks: {},
  placeless: true,
  needs: ['reminders'],
  run: async (_input, { reminders }) => {
    const active = (await reminders.list()).filter((each) => each.status === 'active')
    return {
      text:
        active.length === 0
          ? 'There are no reminders or schedules.'
          : active
              .map(
                ({ id, kind, text, words, pausedAt }) =>
                  `- ${kind}, ${words}${pausedAt === undefined ? '' : ', paused'}: ${text} (${id})`,
              )
              .join('\n'),
      data: {
        items: active.map(({ id, kind, text, words, nextAt, at, cron, pausedAt }) => ({
          id,
          kind,
          text,
          words,
          ...(nextAt === undefined ? {} : { nextAt }),
          ...(at === undefined ? {} : { at }),
          ...(cron === undefined ? {} : { cron }),
          ...(pausedAt === undefined ? {} : { pausedAt }),
        })),
      },
      labels: joinLabels(TOOL_LABELS, ...active.map((each) => each.labels)),
      evidence: [
        { kind: 'source', what: 'reminders', summary: `Listed ${active.length} reminders and schedules` },
      ],
    }
  },
})
