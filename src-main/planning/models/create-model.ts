import { type Clock, systemClock } from '../../vocabulary/clock.ts'
import { type Model, ModelError } from '../model.ts'
import { createOfflinePlanner } from './offline/offline-planner.ts'
import type { Embed } from './offline/paraphrase/paraphraser.ts'
import { createOpenAiModel, probeOpenAi } from './openai/openai-model.ts'

export interface ModelConfig {
  readonly provider: 'offline' | 'openai'
  /** Ignored by the offline planner, which has no models to choose from. */
  readonly name: string
  readonly baseUrl: string
  readonly apiKey?: string | undefined
  /** Longest silence before and between the parts of an answer, in ms. */
  readonly timeoutMs?: number
}

/** The provider that the settings name. With `embed` the offline planner understands other words for what it can do. */
export function createModel(config: ModelConfig, clock: Clock = systemClock, embed?: Embed): Model {
  return config.provider === 'offline'
    ? createOfflinePlanner(embed ? { embed } : {})
    : createOpenAiModel(openAiOptions(config, clock))
}

const TEST_TIMEOUT_MS = 20_000

/** Whether the model answers now; what failed and what to do where it does not. Never throws. */
export async function testModel(
  config: ModelConfig,
  clock: Clock = systemClock,
): Promise<{ ok: boolean; model: string; latencyMs: number; error?: string; fix?: string }> {
  const start = clock.now()
  const tested = (error?: ModelError) => ({
    ok: error === undefined,
    model: config.provider === 'offline' ? 'offline' : config.name,
    latencyMs: clock.now() - start,
    ...(error ? { error: error.message } : {}),
    ...(error?.fix ? { fix: error.fix } : {}),
  })
  if (config.provider === 'offline') return tested()
  const patience = Math.min(config.timeoutMs ?? TEST_TIMEOUT_MS, TEST_TIMEOUT_MS)
  try {
    await probeOpenAi({ ...openAiOptions(config, clock), timeoutMs: patience }, new AbortController().signal)
    return tested()
  } catch (error) {
    if (error instanceof ModelError) return tested(error)
    throw error
  }
}

const openAiOptions = ({ name, baseUrl, apiKey, timeoutMs }: ModelConfig, clock: Clock) => ({
  model: name,
  baseUrl,
  clock,
  ...(apiKey ? { apiKey } : {}),
  ...(timeoutMs === undefined ? {} : { timeoutMs }),
})
