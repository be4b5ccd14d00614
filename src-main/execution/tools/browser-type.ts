import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { actOnPage, previewOfAct } from './browser-acting.ts'

export const browserType = defineTool({
  name: 'browser.type',
  title: 'Type into a field',
  description: 'Replaces the text of a field on the page that is open.',
  effect: 'send',
  acts: ['fill'],
  inDoubt: 'unsafe',
  input: z.object({
    ref: z.string().min(1).describe('Reference from the latest snapshot, e.g. e12.'),
    text: z.string().max(100_000),
  }),
  sinks: {},
  needs: ['browser'],
  preview: ({ ref, text }, { browser }, call) =>
    previewOfAct('Type into the open page', ref, [{ name: 'Text', value: text }], browser, call),
  run: ({ ref, text }, { browser }, call) =>
    actOnPage({ kind: 'type', ref, text }, `Typed into ${ref}`, browser, call),
})
