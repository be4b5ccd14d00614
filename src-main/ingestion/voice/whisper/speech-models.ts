import type { SpeechModelName } from '../../../vocabulary/speech-model.ts'

/** A Whisper that can be used: the bundled one, or one that the operator downloads. */
export interface SpeechModel {
  /** Of its folder, and in the settings. */
  readonly name: SpeechModelName
  /** Whose files the hub publishes. */
  readonly hubId: string
  /** In millions, as OpenAI publishes it: https://github.com/openai/whisper#available-models-and-languages */
  readonly parameters: number
  readonly languages: 'many' | 'english'
}

const xenova = (name: SpeechModelName) => `Xenova/${name}`

/** The smallest first. */
export const SPEECH_MODELS: readonly SpeechModel[] = [
  { name: 'whisper-tiny', hubId: xenova('whisper-tiny'), parameters: 39, languages: 'many' },
  { name: 'whisper-base', hubId: xenova('whisper-base'), parameters: 74, languages: 'many' },
  { name: 'whisper-base.en', hubId: xenova('whisper-base.en'), parameters: 74, languages: 'english' },
  { name: 'whisper-small', hubId: xenova('whisper-small'), parameters: 244, languages: 'many' },
  { name: 'whisper-small.en', hubId: xenova('whisper-small.en'), parameters: 244, languages: 'english' },
  {
    name: 'whisper-large-v3-turbo',
    hubId: 'onnx-community/whisper-large-v3-turbo',
    parameters: 809,
    languages: 'many',
  },
]

/** What of a published model is needed to hear. */
export const SPEECH_MODEL_FILES: readonly string[] = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/encoder_model_quantized.onnx',
  'onnx/decoder_model_merged_quantized.onnx',
]
