import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { actOnPage, previewOfAct } from './browser-acting.ts'

export const browserPress = defineTool({
  name: 'browser.press',
  title: 'Press a key',
  description: 'Presses a key or chord on the page that is open, e.g. Enter, Escape, ArrowDown, Control+A.',
  effect: 'send',
  acts: ['fill', 'submit'],
  inDoubt: 'unsafe',
  input: z.object({ key: z.string().min(1).max(40) }),
  sinks: {},
  needs: ['browser'],
  preview: ({ key }, { browser }, call) =>
    previewOfAct('Press a key on the open page', undefined, [{ name: 'Key', value: key }], browser, call),
  run: ({ key }, { browser }, call) => actOnPage({ kind: 'press', key }, `Pressed ${key}`, browser, call),
})
