import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AgentEvent, SpeechModelView } from '../../src-preload/contract.ts'
import {
  SPEECH_MODEL_FILES,
  SPEECH_MODELS,
  type SpeechModel,
} from '../ingestion/voice/whisper/speech-models.ts'
import { downloadModel, type Fetch, removeModel } from '../models/download-model.ts'
import { findModel } from '../models/find-model.ts'
import { askHub } from '../models/hub.ts'
import type { Clock } from '../vocabulary/clock.ts'
import { AdjutantError, messageOf, RequestError } from '../vocabulary/errors.ts'
import { BUNDLED_SPEECH_MODEL, type SpeechModelName } from '../vocabulary/speech-model.ts'
import type { Handlers } from './operator.ts'

export interface SpeechModelsDeps {
  /** Where downloaded models are kept. */
  readonly cache: string
  /** The operator's own folder, if any. */
  readonly folder: () => string | undefined
  readonly inUse: () => SpeechModelName | undefined
  readonly hub: string | undefined
  readonly fetch?: Fetch
  readonly clock: Clock
  readonly emit: (event: AgentEvent) => void
}

export interface SpeechModels {
  readonly methods: Pick<
    Handlers,
    'voice.models' | 'voice.download' | 'voice.pauseDownload' | 'voice.removeModel'
  >
  /** What is being downloaded stops, and stays as it is. */
  close(): Promise<void>
}

interface Download {
  readonly abort: AbortController
  readonly ended: Promise<void>
  done: number
  total: number
}

/** Progress is told so often. */
const TELL_EVERY_MS = 250
const SETTING = 'voice.models'

/** Models that can be used instead of the bundled one: what lies here of them, and downloads that can pause. */
export function createSpeechModels(deps: SpeechModelsDeps): SpeechModels {
  const { cache, clock, emit, hub } = deps
  const downloads = new Map<SpeechModelName, Download>()
  const problems = new Map<SpeechModelName, { message: string; fix?: string }>()

  const view = (model: SpeechModel): SpeechModelView => {
    const { name, parameters, languages } = model
    const folder = deps.folder()
    const found = findModel(name, { cache, ...(folder ? { folder } : {}) })
    const download = downloads.get(name)
    const problem = problems.get(name)
    const lies = found ? 0 : bytesIn(join(cache, name))
    return {
      name,
      parameters,
      languages,
      bundled: name === BUNDLED_SPEECH_MODEL,
      removable: found === cache,
      state: found ? 'ready' : download ? 'downloading' : problem ? 'failed' : lies > 0 ? 'paused' : 'absent',
      ...(download ? { doneBytes: download.done, totalBytes: download.total } : {}),
      ...(!download && lies > 0 ? { doneBytes: lies } : {}),
      ...(problem && !found && !download ? { problem } : {}),
    }
  }
  const known = (name: string): SpeechModel => {
    const model = SPEECH_MODELS.find((each) => each.name === name)
    if (!model)
      throw new RequestError('no-model', `There is no speech model "${name}"`, {
        fix: `Choose one of ${SPEECH_MODELS.map((each) => each.name).join(', ')}.`,
      })
    return model
  }
  const tell = (model: SpeechModel) => emit({ type: 'voice.model', model: view(model) })

  const fetchAll = async (model: SpeechModel, signal: AbortSignal, progress: Progress) => {
    const asking = { signal, ...(hub ? { hub } : {}), ...(deps.fetch ? { fetch: deps.fetch } : {}) }
    const { name, hubId: id } = model
    const published = await askHub({ id, name, files: SPEECH_MODEL_FILES, setting: SETTING }, asking)
    await downloadModel(published, cache, {
      signal,
      progress,
      ...(deps.fetch ? { fetch: deps.fetch } : {}),
    })
  }
  const begin = (model: SpeechModel) => {
    const { name } = model
    const abort = new AbortController()
    let withdraw: (() => void) | undefined
    problems.delete(name)
    const ended = fetchAll(model, abort.signal, (done, total) => {
      Object.assign(download, { done, total })
      withdraw ??= clock.after(TELL_EVERY_MS, () => {
        withdraw = undefined
        tell(model)
      })
    })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return
        const fix = error instanceof AdjutantError ? error.fix : undefined
        problems.set(name, { message: messageOf(error), ...(fix ? { fix } : {}) })
      })
      .finally(() => {
        withdraw?.()
        downloads.delete(name)
        tell(model)
      })
    const download: Download = { abort, ended, done: bytesIn(join(cache, name)), total: 0 }
    downloads.set(name, download)
    tell(model)
  }

  return {
    methods: {
      'voice.models': () => SPEECH_MODELS.map(view),
      'voice.download': ({ name }) => {
        const model = known(name)
        if (!downloads.has(model.name) && view(model).state !== 'ready') begin(model)
        return view(model)
      },
      'voice.pauseDownload': async ({ name }) => {
        const model = known(name)
        const download = downloads.get(model.name)
        download?.abort.abort(new Error('paused'))
        await download?.ended
        return view(model)
      },
      'voice.removeModel': async ({ name }) => {
        const model = known(name)
        if (deps.inUse() === model.name)
          throw new RequestError('in-use', `${name} is what speech is understood with`, {
            fix: 'Choose another model first.',
          })
        const download = downloads.get(model.name)
        download?.abort.abort(new Error('removed'))
        await download?.ended
        problems.delete(model.name)
        await removeModel(model.name, cache)
        tell(model)
        return view(model)
      },
    },
    close: async () => {
      for (const { abort } of downloads.values()) abort.abort(new Error('closing'))
      await Promise.all([...downloads.values()].map(({ ended }) => ended))
    },
  }
}

type Progress = (done: number, total: number) => void

/** Bytes of all files below a folder. */
const bytesIn = (folder: string): number =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
    : 0
