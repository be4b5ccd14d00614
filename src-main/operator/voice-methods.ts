import type { AgentEvent, TranscriptView } from '../../src-preload/contract.ts'
import { doubtfulWords } from '../ingestion/voice/meaning/doubtful-words.ts'
import { normaliseTranscript } from '../ingestion/voice/meaning/normalise-transcript.ts'
import {
  SAMPLE_RATE,
  type Transcriber,
  type Transcript,
  type Utterance,
  type UtteranceOptions,
} from '../ingestion/voice/transcriber.ts'
import type { Clock, NewId } from '../vocabulary/clock.ts'
import type { Act } from '../vocabulary/effect.ts'
import { RequestError } from '../vocabulary/errors.ts'
import type { Handlers } from './operator.ts'
import { samplesOf } from './pcm.ts'
import type { Recording, Recordings } from './recordings.ts'

type VoiceHandlers = Pick<
  Handlers,
  'voice.warm' | 'voice.begin' | 'voice.push' | 'voice.finish' | 'voice.cancel'
>

/** A face that has gone leaves no recording open. */
const ABANDONED_MS = 5 * 60_000

export interface VoiceMethodsDeps {
  readonly transcriber: () => Promise<Transcriber>
  /** What an utterance is listened to with, where it does not say otherwise. */
  readonly options: () => UtteranceOptions
  /** What a message asks to be done, as it would be understood where it is typed. */
  readonly actsOf: (message: string) => readonly Act[]
  /** Where recordings are kept; undefined where they are not. */
  readonly recordings: () => Recordings | undefined
  readonly newId: NewId
  readonly clock: Clock
  readonly emit: (event: AgentEvent) => void
}

/** Recordings of the faces: they send samples, and hear words. */
export function createVoiceMethods(deps: VoiceMethodsDeps): VoiceHandlers {
  const { newId, clock, emit } = deps
  const open = new Map<
    string,
    { readonly utterance: Utterance; readonly kept: Recording | undefined; leave: () => void }
  >()

  const find = (id: string) => {
    const recording = open.get(id)
    if (!recording)
      throw new RequestError('no-recording', `There is no recording ${id}`, {
        fix: 'Begin a new one; it may have been ended, or left alone for too long.',
      })
    return recording
  }
  const cancel = (id: string) => {
    const recording = find(id)
    recording.leave()
    open.delete(id)
    recording.utterance.cancel()
    recording.kept?.cancel()
  }
  const awaitLeaving = (id: string) => clock.after(ABANDONED_MS, () => cancel(id))

  return {
    'voice.warm': async () => {
      const transcriber = await deps.transcriber()
      await transcriber.warm()
      return { id: transcriber.id, leavesMachine: transcriber.leavesMachine }
    },
    'voice.begin': async ({ language, handsFree, partials = true }) => {
      const transcriber = await deps.transcriber()
      const id = newId('voice')
      const utterance = transcriber.begin({
        ...deps.options(),
        // 'auto' takes back the language of the settings
        ...(language === undefined ? {} : { language: language === 'auto' ? undefined : language }),
        ...(partials ? { onPartial: (partial) => emit({ type: 'voice.partial', id, ...partial }) } : {}),
        onSpeech: (speaking) => emit({ type: 'voice.speech', id, speaking }),
        ...(handsFree ? { handsFree: { onEnd: (why) => emit({ type: 'voice.end', id, why }) } } : {}),
      })
      open.set(id, { utterance, kept: deps.recordings()?.begin(id), leave: awaitLeaving(id) })
      return { id, sampleRate: SAMPLE_RATE }
    },
    'voice.push': async ({ id, pcm }) => {
      const recording = find(id)
      recording.utterance.push(samplesOf(pcm))
      recording.kept?.push(Buffer.from(pcm, 'base64'))
      recording.leave()
      recording.leave = awaitLeaving(id)
      await recording.utterance.keptUp()
      return { id }
    },
    'voice.finish': async ({ id }) => {
      const recording = find(id)
      recording.leave()
      // until then it may still be cancelled
      const finished = recording.utterance.finish().finally(() => {
        if (open.delete(id)) recording.kept?.finish()
      })
      return viewTranscript(await finished, deps.actsOf)
    },
    'voice.cancel': ({ id }) => {
      cancel(id)
      return { id }
    },
  }
}

function viewTranscript(transcript: Transcript, actsOf: (message: string) => readonly Act[]): TranscriptView {
  const { text: message, wish } = normaliseTranscript(transcript.text, transcript.language)
  // whoever asks has nothing done by it, so that nothing is lost where it was misheard
  const question = /\?\s*$/.test(message) && actsOf(message).every((act) => act === 'look')
  const doubtful = doubtfulWords(message, transcript.words)
  return { ...transcript, message, question, doubtful, ...(wish === undefined ? {} : { wish }) }
}
