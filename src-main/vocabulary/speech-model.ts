/** Models that can understand speech on this machine, the smallest first. */
export const SPEECH_MODEL_NAMES = [
  'whisper-tiny',
  'whisper-base',
  'whisper-base.en',
  'whisper-small',
  'whisper-small.en',
  'whisper-large-v3-turbo',
] as const
export type SpeechModelName = (typeof SPEECH_MODEL_NAMES)[number]

/** It comes along. */
export const BUNDLED_SPEECH_MODEL: SpeechModelName = 'whisper-base'
