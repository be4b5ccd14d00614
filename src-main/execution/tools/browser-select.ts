import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { actOnPage } from './browser-acting.ts'

export const browserSelect = defineTool({
  name: 'browser.select',
  title: 'Choose an option',
  description: 'Chooses an option of a list on the page that is open, by its text or value.',
  effect: 'send',
  acts: ['fill'],
  inDoubt: 'unsafe',
  input: z.object({
    ref: z.string().min(1).describe('Reference from the latest snapshot, e.g. e12.'),
    value: z.string().describe("The option's text or value."),
  }),
  sinks: {},
  needs: ['browser'],
  preview: async ({ ref, value }) => ({
    kind: 'fields',
    title: 'Choose an option on the open page',
    fields: [
      { name: 'List', value: ref },
      { name: 'Option', value },
    ],
  }),
  run: ({ ref, value }, { browser }, call) =>
    actOnPage({ kind: 'select', ref, value }, `Chose "${value}" in ${ref}`, browser, call),
})
