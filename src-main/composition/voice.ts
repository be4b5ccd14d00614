import { join } from 'node:path'
import { readIntent } from '../ingestion/language/read-intent.ts'
import { keepTranscriber } from '../ingestion/voice/keep-transcriber.ts'
import type { Transcriber } from '../ingestion/voice/transcriber.ts'
import { fetchFromHub } from '../operator/fetch-speech-model.ts'
import { keepKnownNames } from '../operator/known-names.ts'
import { createRecordings } from '../operator/recordings.ts'
import { createSpeechModels } from '../operator/speech-models.ts'
import { createVocabularyMethods } from '../operator/vocabulary-methods.ts'
import { createVoiceMethods } from '../operator/voice-methods.ts'
import { listeningOptions, transcriberChoice } from '../operator/voice-options.ts'
import { createCorrections } from '../state/sqlite/corrections.ts'
import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'
import type { MemoryParts } from './memory.ts'
import type { SettingParts } from './settings.ts'

export interface VoiceNeeds extends JournalParts, MemoryParts, SettingParts {}

export type VoiceParts = ReturnType<typeof openVoice>

/** What understands speech, what it knows of the speaker's words, and what is kept of them. */
export function openVoice(
  { options, home, env, clock, newId, secrets, config, place }: Base,
  { db, observability, report, hub, memory, settings }: VoiceNeeds,
) {
  const transcribers = keepTranscriber(
    () => transcriberChoice(config(), secrets),
    ...(options.transcriber ? [async () => options.transcriber as Transcriber] : []),
  )
  const names = keepKnownNames(() => memory.ownNames('operator'), clock, report)
  names.changed()
  const vocabularyMethods = createVocabularyMethods({
    corrections: createCorrections(db),
    vocabulary: () => config().voice.vocabulary,
    change: (vocabulary) => void settings.change({ voice: { vocabulary } }),
    clock,
  })
  const speechModels = createSpeechModels({
    cache: join(home, 'models'),
    folder: () => config().voice.models,
    inUse: () => {
      const { provider, model } = config().voice.transcriber
      return provider === 'bundled' ? model : undefined
    },
    fetchModel: fetchFromHub(env.ADJUTANT_MODEL_HUB),
    clock,
    emit: hub.emit,
  })
  const folder = join(home, 'recordings')
  const recordings = createRecordings({ folder, clock, report: observability.reporter('voice') })
  const viewRecordings = async () => ({ ...(await recordings.list()), folder })
  const voiceMethods = createVoiceMethods({
    recordings: () => (config().voice.keepRecordings ? recordings : undefined),
    transcriber: transcribers.current,
    options: () => listeningOptions(config(), names.current()),
    actsOf: (message) =>
      readIntent(message, { now: new Date(clock.now()).toISOString(), ...place() }).clauses.flatMap(
        ({ acts }) => acts,
      ),
    newId,
    clock,
    emit: hub.emit,
  })
  return {
    names,
    methods: {
      ...voiceMethods,
      ...vocabularyMethods,
      ...speechModels.methods,
      'voice.recordings': viewRecordings,
      'voice.deleteRecordings': async () => {
        await recordings.deleteAll()
        return viewRecordings()
      },
    },
    close: async (): Promise<void> => {
      await speechModels.close()
      await transcribers.close()
      await recordings.settled()
    },
  }
}
