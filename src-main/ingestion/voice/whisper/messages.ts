import type { Detection, DetectorMemory } from '../speech/detection.ts'
import type { HeardText } from './load-whisper.ts'

/** What the speech thread is asked. All that it needs comes with the question: it keeps nothing of a recording. */
export type SpeechQuestion =
  | { readonly kind: 'load' }
  /** Whole frames. */
  | { readonly kind: 'detect'; readonly frames: Float32Array; readonly memory: DetectorMemory }
  | {
      readonly kind: 'hear'
      readonly samples: Float32Array
      readonly language?: string
    }

export interface SpeechAnswers {
  readonly load: undefined
  readonly detect: Detection
  readonly hear: HeardText
}

export type ToSpeechWorker =
  | { readonly id: number; readonly question: SpeechQuestion }
  | { readonly cancel: number }
  | { readonly end: true }

export type FromSpeechWorker =
  | { readonly id: number; readonly answer: SpeechAnswers[keyof SpeechAnswers] }
  | {
      readonly id: number
      readonly code: string
      readonly message: string
      readonly fix?: string
      /** It is not the audio: this thread has no model, and never will. */
      readonly unloaded: boolean
    }
