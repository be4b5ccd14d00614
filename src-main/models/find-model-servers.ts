import { z } from 'zod'
import type { ModelServerView } from '../../src-preload/contract.ts'

/** Where the usual local servers listen unless told otherwise. */
const USUAL = [
  { name: 'Ollama', port: 11434 },
  { name: 'LM Studio', port: 1234 },
  { name: 'vLLM', port: 8000 },
] as const

/** A server on this machine answers at once; one that does not would only hold up who waits. */
const WAIT_MS = 1_000
const MODELS_MOST = 200

/** https://platform.openai.com/docs/api-reference/models/list */
const listed = z.object({ data: z.array(z.object({ id: z.string().min(1).max(200) })) })

/**
 * The local model servers that answer at their usual ports, with their models. Asks nobody but this machine, follows no
 * redirect and sends no key; what is not there, late or no such server is left out.
 */
export async function findModelServers(
  ask: typeof fetch = fetch,
  waitMs: number = WAIT_MS,
): Promise<ModelServerView[]> {
  const found = await Promise.all(
    USUAL.map(async ({ name, port }) => {
      const baseUrl = `http://127.0.0.1:${port}/v1`
      const models = await modelsAt(`${baseUrl}/models`, ask, waitMs)
      return models ? [{ name, baseUrl, models }] : []
    }),
  )
  return found.flat()
}

async function modelsAt(url: string, ask: typeof fetch, waitMs: number): Promise<string[] | undefined> {
  const response = await ask(url, { redirect: 'error', signal: AbortSignal.timeout(waitMs) })
    .then(async (answer) => (answer.ok ? ((await answer.json()) as unknown) : undefined))
    // refused, late or not JSON: there is no such server
    .catch(() => undefined)
  const parsed = listed.safeParse(response)
  return parsed.success ? parsed.data.data.map(({ id }) => id).slice(0, MODELS_MOST) : undefined
}
