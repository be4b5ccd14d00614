import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { actOnPage, previewOfAct } from './browser-acting.ts'

export const browserClick = defineTool({
  name: 'browser.click',
  title: 'Click on the page',
  description:
    'Clicks an element of the page that is open. To follow a plain link use browser.open with its address instead.',
  effect: 'send',
  acts: ['fill', 'submit'],
  inDoubt: 'unsafe',
  input: z.object({ ref: z.string().min(1).describe('Reference from the latest snapshot, e.g. e12.') }),
  sinks: {},
  needs: ['browser'],
  preview: ({ ref }, { browser }, call) => previewOfAct('Click on the open page', ref, [], browser, call),
  run: ({ ref }, { browser }, call) => actOnPage({ kind: 'click', ref }, `Clicked ${ref}`, browser, call),
})
