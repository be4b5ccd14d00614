import {
  SAMPLE_RATE,
  type Transcriber,
  TranscriberError,
  type Transcript,
} from '../ingestion/voice/transcriber.ts'

export interface ScriptedTranscriber extends Transcriber {
  /** Seconds of audio of each utterance that ended. */
  readonly heard: readonly number[]
}

/** Understands one line of the script for each utterance; '' is heard as silence. Throws where the script is over. */
export function createScriptedTranscriber(lines: readonly string[]): ScriptedTranscriber {
  const left = [...lines]
  const heard: number[] = []
  const understand = (samples: number): Transcript => {
    const text = left.shift()
    if (text === undefined) throw new Error('the script has no line for another utterance')
    const audioSeconds = samples / SAMPLE_RATE
    heard.push(audioSeconds)
    const spoken = text !== ''
    return {
      text,
      language: spoken ? 'en' : '',
      confidence: spoken ? 0.9 : 0,
      audioSeconds,
      elapsedMs: 0,
      heard: spoken,
    }
  }
  return {
    id: 'scripted',
    leavesMachine: false,
    heard,
    begin: ({ onPartial } = {}) => {
      let samples = 0
      let ended: Promise<Transcript> | undefined
      return {
        push: (more) => {
          if (ended) return
          samples += more.length
          onPartial?.({ settled: '', open: left[0] ?? '' })
        },
        keptUp: async () => {},
        finish: () => {
          ended ??= (async () => understand(samples))()
          return ended
        },
        cancel: () => {
          ended ??= Promise.reject(
            new TranscriberError('cancelled', 'The recording was cancelled', { passing: false }),
          )
          ended.catch(() => undefined)
        },
      }
    },
    transcribe: async (samples) => understand(samples.length),
    warm: async () => {},
    close: async () => {},
  }
}
