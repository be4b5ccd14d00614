import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { responseResult } from './http-response.ts'

/**
 * Sends an Idempotency-Key header as well. That is a courtesy and no promise: most servers ignore it, so a call whose
 * end is not known is put before the operator.
 */
export const httpPost = defineTool({
  name: 'http.post',
  title: 'HTTP POST',
  description: 'Sends JSON to an address with POST and returns status and body. Never repeated by itself.',
  effect: 'send',
  acts: ['http-post'],
  inDoubt: 'unsafe',
  input: z.object({
    url: z.string().min(1).describe('Full http or https address.'),
    json: z.json().describe('The body, as a JSON value.'),
    headers: z.record(z.string(), z.string()).optional().describe('Request headers.'),
  }),
  sinks: { url: 'url' },
  needs: ['web'],
  preview: async ({ url, json, headers }) => ({
    kind: 'fields',
    title: 'Send an HTTP request',
    fields: [
      { name: 'Request', value: `POST ${url}` },
      ...Object.entries(headers ?? {}).map(([name, value]) => ({ name: `Header ${name}`, value })),
      { name: 'Body', value: JSON.stringify(json, null, 2) },
    ],
  }),
  run: async ({ url, json, headers }, { web }, { allowedHosts, signal, idempotencyKey }) =>
    responseResult(
      'POST',
      await web.request(
        { method: 'POST', url, body: JSON.stringify(json), idempotencyKey, ...(headers ? { headers } : {}) },
        { allowedHosts, signal },
      ),
    ),
})
