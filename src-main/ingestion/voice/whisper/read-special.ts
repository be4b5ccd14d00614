import { z } from 'zod'
import type { SpecialTokens } from './understand.ts'

/** generation_config.json. A model that knows English alone names neither languages nor tasks. */
const settings = z.object({
  lang_to_id: z.record(z.string(), z.int()).nullish(),
  task_to_id: z.object({ transcribe: z.int() }).nullish(),
  suppress_tokens: z.array(z.int()).nullish(),
  begin_suppress_tokens: z.array(z.int()).nullish(),
  no_timestamps_token_id: z.int(),
  decoder_start_token_id: z.int(),
  eos_token_id: z.int(),
})

/** Reads which tokens are no text from a model's generation_config.json. */
export function readSpecial(config: unknown): SpecialTokens {
  const read = settings.parse(config)
  const languages = Object.entries(read.lang_to_id ?? {}).map(
    ([token, id]) => [token.replace(/^<\||\|>$/g, ''), id] as const,
  )
  return {
    end: read.eos_token_id,
    start: read.decoder_start_token_id,
    transcribe: read.task_to_id?.transcribe,
    withoutTimes: read.no_timestamps_token_id,
    // the one before it, in every Whisper
    noSpeech: read.no_timestamps_token_id - 1,
    languages: new Map(languages),
    suppressed: read.suppress_tokens ?? [],
    suppressedFirst: read.begin_suppress_tokens ?? [],
  }
}
