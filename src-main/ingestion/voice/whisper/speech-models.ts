import type { SpeechModelName } from '../../../vocabulary/speech-model.ts'

/** A Whisper that can be used: the bundled one, or one that the operator downloads. */
export interface SpeechModel {
  /** Of its folder, and in the settings. */
  readonly name: SpeechModelName
  readonly label: string
  /** Whose files the hub publishes. */
  readonly hubId: string
  /** In millions, as OpenAI publishes it: https://github.com/openai/whisper#available-models-and-languages */
  readonly parameters: number
  /** Of its download, about: the hub tells exactly when it is asked. */
  readonly sizeBytes: number
  /** How well and how fast it hears, beside the others. */
  readonly quality: string
  /**
   * Wrong words of a hundred, on average over 14 sets of English speech from read books to meetings, written greedily:
   * OLMoASR (2025), table 4; those of the English models are the Whisper paper's own (Radford et al. 2022, D.1).
   */
  readonly wrongInEnglish?: number
  readonly languages: 'many' | 'english'
}

const MB = 1_000_000

/** The smallest first. */
export const SPEECH_MODELS: readonly SpeechModel[] = [
  {
    name: 'whisper-tiny',
    label: 'Whisper tiny',
    hubId: 'Xenova/whisper-tiny',
    parameters: 39,
    sizeBytes: 44 * MB,
    quality: 'The quickest, with the most wrong words.',
    languages: 'many',
  },
  {
    name: 'whisper-base',
    label: 'Whisper base',
    hubId: 'Xenova/whisper-base',
    parameters: 74,
    sizeBytes: 78 * MB,
    quality: 'Quick, and good for everyday requests.',
    languages: 'many',
  },
  {
    name: 'whisper-base.en',
    label: 'Whisper base, English',
    hubId: 'Xenova/whisper-base.en',
    parameters: 74,
    sizeBytes: 80 * MB,
    quality: 'Quick, with fewer wrong words in English.',
    wrongInEnglish: 16.9,
    languages: 'english',
  },
  {
    name: 'whisper-small',
    label: 'Whisper small',
    hubId: 'Xenova/whisper-small',
    parameters: 244,
    sizeBytes: 252 * MB,
    quality: 'Clearly fewer wrong words, and slower.',
    languages: 'many',
  },
  {
    name: 'whisper-small.en',
    label: 'Whisper small, English',
    hubId: 'Xenova/whisper-small.en',
    parameters: 244,
    sizeBytes: 252 * MB,
    quality: 'Fewer still in English, and as slow.',
    wrongInEnglish: 13.7,
    languages: 'english',
  },
  {
    name: 'whisper-large-v3-turbo',
    label: 'Whisper large v3 turbo',
    hubId: 'onnx-community/whisper-large-v3-turbo',
    parameters: 809,
    sizeBytes: 1_090 * MB,
    quality: 'The fewest wrong words; it wants a fast computer with memory to spare.',
    wrongInEnglish: 12.1,
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
