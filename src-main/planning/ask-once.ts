import type { Model } from './model.ts'

/** How long an answer outside of a run is waited for, in ms. */
const PATIENCE_MS = 60_000

/** One question to a model, without tools, plan or history; its words. Throws ModelError. */
export async function askOnce(
  model: Model,
  prompt: string,
  place: { readonly now: string; readonly timeZone: string; readonly home: string },
): Promise<string> {
  const words: string[] = []
  const request = {
    call: { runId: 'none', taskId: 'root', callId: 'once', attempt: 1 },
    ...place,
    goal: prompt,
    intent: { clauses: [] },
    canPlan: false,
    plan: [],
    history: [],
    inputs: [],
    rules: [],
    memory: [],
    thread: [],
    tools: [],
  }
  for await (const event of model.respond(request, AbortSignal.timeout(PATIENCE_MS)))
    if (event.type === 'text') words.push(event.delta)
  return words.join('')
}
