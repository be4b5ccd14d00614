import { AdjutantError } from '../../vocabulary/errors.ts'

/** Samples per second of all audio that a transcriber takes: mono, each sample between -1 and 1. */
export const SAMPLE_RATE = 16_000

/** Speech to text. The words are what was said; what they mean is read from them later (normalise-transcript). */
export interface Transcriber {
  /** Names the model, e.g. 'whisper-base' or 'openai/whisper-1'. */
  readonly id: string
  /** Whether speech is sent to another machine. */
  readonly leavesMachine: boolean
  /**
   * Opens an utterance that is still being spoken. Never throws and never waits: audio is kept until the model is
   * loaded, and what fails is told by `finish`. Rejects with TranscriberError 'too-many' where others wait already.
   */
  begin(options?: UtteranceOptions): Utterance
  /** The same for audio that is there as a whole. Rejects with TranscriberError, or with the signal's reason. */
  transcribe(samples: Float32Array, options?: TranscribeOptions): Promise<Transcript>
  /** Loads the model before it is needed, e.g. when a key goes down. Rejects where it cannot be loaded. */
  warm(): Promise<void>
  close(): Promise<void>
}

export interface ListeningOptions {
  /** ISO 639-1, e.g. 'de'; left out, the language is heard from the speech. */
  readonly language?: string | undefined
  /** Names and words of the speaker's own, spelled as they should be. */
  readonly vocabulary?: readonly string[]
  /** Names the speaker is known to use. They never leave this machine. */
  readonly knownNames?: readonly string[]
  /** What is understood so far, about once for each second of new speech. Not called after the end. */
  readonly onPartial?: (partial: PartialTranscript) => void
}

export interface TranscribeOptions extends ListeningOptions {
  readonly signal?: AbortSignal
}

export interface UtteranceOptions extends ListeningOptions {
  /** Called when speech is first heard, and whenever it stops or goes on: for a face that shows that it listens. */
  readonly onSpeech?: (speaking: boolean) => void
  /**
   * For listening without a key: called once when the speaker has been silent for `endAfterMs` after speech, or has
   * said nothing for `giveUpAfterMs`. The caller then calls `finish`, or goes on pushing.
   */
  readonly handsFree?: {
    readonly onEnd: (why: 'silence' | 'nothing-said') => void
    /** 1,000 unless said otherwise. */
    readonly endAfterMs?: number
    /** 8,000 unless said otherwise. */
    readonly giveUpAfterMs?: number
  }
}

/** Speech that is being spoken. It ends by `finish` or `cancel`; `finish` may be called again, with the same result. */
export interface Utterance {
  /** Takes the next samples, of any number; they are copied. After the end they are ignored. */
  push(samples: Float32Array): void
  /** For audio that is there sooner than it was spoken: resolves when more of it may be pushed. Never rejects. */
  keptUp(): Promise<void>
  /**
   * No more will come. Resolves to the text of all that was pushed: a worker that dies on the way loses nothing.
   * Rejects with TranscriberError.
   */
  finish(): Promise<Transcript>
  /** Nothing of it is wanted, even after `finish`: what is under way stops, `finish` rejects with 'cancelled'. */
  cancel(): void
}

export interface PartialTranscript {
  /** Text that will not change any more. */
  readonly settled: string
  /** Text after it that may still change. */
  readonly open: string
}

export interface Transcript {
  /** Empty where nothing was heard; never invented. */
  readonly text: string
  /** ISO 639-1 of what was heard or chosen; '' where nothing was heard. */
  readonly language: string
  readonly words?: readonly TranscribedWord[]
  /** Between 0 and 1: how likely the model finds its own words; 0 where nothing was heard. */
  readonly confidence: number
  /** Length of all audio, silence included. */
  readonly audioSeconds: number
  /** From the end of the audio (the call of `finish` or `transcribe`) to the text. */
  readonly elapsedMs: number
  /** False: there was no speech in it. Faces say "I heard nothing". */
  readonly heard: boolean
}

/** One word as it is written, with what belongs to it: `invoice.` */
export interface TranscribedWord {
  readonly text: string
  /** Seconds from the beginning of the audio. Estimated: the speech found around it, shared out by length. */
  readonly start: number
  readonly end: number
  /** Between 0 and 1: the probability of its least likely part. */
  readonly confidence: number
}

/** Speech cannot be transcribed: no weights, damaged weights, no audio, an endpoint that is down, or it was cancelled. */
export class TranscriberError extends AdjutantError {
  /** Whether it may work again by itself later. */
  readonly passing: boolean
  constructor(code: string, message: string, options: { passing: boolean; fix?: string; cause?: unknown }) {
    super(code, message, options)
    this.passing = options.passing
  }
}
