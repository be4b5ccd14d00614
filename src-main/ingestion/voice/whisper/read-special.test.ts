import { describe, expect, it } from 'vitest'
import { readSpecial } from './read-special.ts'

/** As the hub has them, shortened. */
const ENGLISH = {
  begin_suppress_tokens: [220, 50256],
  decoder_start_token_id: 50257,
  eos_token_id: 50256,
  forced_decoder_ids: [[1, 50362]],
  is_multilingual: false,
  no_timestamps_token_id: 50362,
  suppress_tokens: [1, 2, 7],
}
const LARGE_V3 = {
  begin_suppress_tokens: [220, 50257],
  decoder_start_token_id: 50258,
  eos_token_id: 50257,
  lang_to_id: { '<|en|>': 50259, '<|yue|>': 50358 },
  no_timestamps_token_id: 50364,
  suppress_tokens: null,
  task_to_id: { transcribe: 50360, translate: 50359 },
}

describe("a model's tokens that are no text", () => {
  it('are without languages and tasks where it knows English alone', () => {
    const special = readSpecial(ENGLISH)
    expect(special).toMatchObject({ start: 50257, end: 50256, withoutTimes: 50362, noSpeech: 50361 })
    expect([special.transcribe, special.languages.size]).toEqual([undefined, 0])
  })

  it('are elsewhere in a model of another vocabulary', () => {
    const special = readSpecial(LARGE_V3)
    expect(special).toMatchObject({ transcribe: 50360, noSpeech: 50363, suppressed: [] })
    expect(special.languages.get('yue')).toBe(50358)
  })

  it('are not guessed', () => {
    expect(() => readSpecial({ ...ENGLISH, no_timestamps_token_id: undefined })).toThrow(/no_timestamps/)
  })
})
