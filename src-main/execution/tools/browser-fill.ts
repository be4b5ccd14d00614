import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { snapshotResult } from './browser-snapshot-result.ts'

/** A field that is named like this holds what no card and no summary repeats. */
const SECRET = /pass(word|phrase|code)|kennwort|passwort|secret|\bpin\b|cvc|cvv/i

export const browserFill = defineTool({
  name: 'browser.fill',
  title: 'Fill in a form',
  description:
    'Opens a page, fills in its form (fields by label or name; check boxes with yes or no) and, where submit is true, submits it. Returns the page that follows.',
  effect: 'send',
  acts: ['fill', 'submit'],
  inDoubt: 'unsafe',
  timeoutMs: 90_000,
  input: z.object({
    url: z.string().min(1).describe('Full address of the page that has the form.'),
    fields: z.record(z.string(), z.string()).describe('Values by label or name of the field.'),
    submit: z.boolean().describe('Whether to submit the form once it is filled in.'),
  }),
  sinks: { url: 'url' },
  needs: ['browser'],
  preview: async ({ url, fields, submit }) => ({
    kind: 'fields',
    title: submit ? 'Fill in and submit a form' : 'Fill in a form, without submitting it',
    fields: [
      { name: 'Page', value: url },
      ...Object.entries(fields).map(([name, value]) => ({
        name,
        value: SECRET.test(name) ? '•'.repeat(8) : value,
      })),
    ],
  }),
  run: async (form, { browser }, { conversationId, allowedHosts, signal }) => {
    const page = await browser.fillForm(conversationId, form, { allowedHosts, signal })
    const names = Object.keys(form.fields).join(', ')
    const done = page.sent
      ? `Filled in ${names || 'nothing'} and submitted: ${page.sent.method} ${page.sent.url} answered ${page.sent.status}`
      : `Filled in ${names || 'nothing'}; the form was not submitted`
    const result = snapshotResult(`${done}.`, page, [
      { kind: 'browser', what: form.url, summary: `${done}; the page is now "${page.title}"` },
    ])
    return page.sent ? result : { ...result, acts: ['fill'] as const }
  },
})
