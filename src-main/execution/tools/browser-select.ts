import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { actOnPage, previewOfAct } from './browser-acting.ts'

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
  preview: ({ ref, value }, { browser }, call) =>
    previewOfAct('Choose an option on the open page', ref, [{ name: 'Option', value }], browser, call),
  run: ({ ref, value }, { browser }, call) =>
    actOnPage({ kind: 'select', ref, value }, `Chose "${value}" in ${ref}`, browser, call),
})
