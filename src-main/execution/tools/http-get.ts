import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { responseResult } from './http-response.ts'

export const httpGet = defineTool({
  name: 'http.get',
  title: 'HTTP GET',
  description:
    'Sends a GET request and returns status, content type and body as text, and as JSON where it is.',
  effect: 'read',
  acts: ['http-get', 'look'],
  inDoubt: 'pure',
  input: z.object({
    url: z.string().min(1).describe('Full http or https address.'),
    headers: z
      .record(z.string(), z.string())
      .optional()
      .describe('Request headers, e.g. {"accept": "application/json"}.'),
  }),
  sinks: { url: 'url' },
  needs: ['web'],
  run: async ({ url, headers }, { web }, { allowedHosts, signal }) =>
    responseResult(
      'GET',
      await web.request({ method: 'GET', url, ...(headers ? { headers } : {}) }, { allowedHosts, signal }),
    ),
})
