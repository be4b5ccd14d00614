import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AgentEvent, SpeechModelView } from '../../src-preload/contract.ts'
import { SPEECH_MODELS, type SpeechModel } from '../ingestion/voice/whisper/speech-models.ts'
import { removeModel } from '../models/cached-models.ts'
import { findModel } from '../models/find-model.ts'
import type { Clock } from '../vocabulary/clock.ts'
import { AdjutantError, messageOf, RequestError } from '../vocabulary/errors.ts'
import { BUNDLED_SPEECH_MODEL, type SpeechModelName } from '../vocabulary/speech-model.ts'
import type { FetchSpeechModel } from './fetch-speech-model.ts'
import type { Handlers } from './operator.ts'

export interface SpeechModelsDeps {
  /** Where downloaded models are kept. */
  readonly cache: string
  /** The operator's own folder, if any. */
  readonly folder: () => string | undefined
  /** The one that speech is understood by; undefined where an endpoint does that. */
  readonly inUse: () => SpeechModelName | undefined
  readonly fetchModel: FetchSpeechModel
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
  /** Others come first. */
  waiting: boolean
  done: number
  /** 0 until the hub has told it. */
  total: number
}

/** Progress is told so often. */
const TELL_EVERY_MS = 250

/** Models that speech can be understood by: which are here, and downloads, one after the other, that can pause. */
export function createSpeechModels(deps: SpeechModelsDeps): SpeechModels {
  const { cache, clock, emit } = deps
  const downloads = new Map<SpeechModelName, Download>()
  const problems = new Map<SpeechModelName, { message: string; fix?: string }>()
  let turn: Promise<void> = Promise.resolve()

  const view = (model: SpeechModel): SpeechModelView => {
    const { hubId: _, name, ...described } = model
    const folder = deps.folder()
    const found = findModel(name, { cache, ...(folder ? { folder } : {}) })
    const is = { ...described, name, removable: found === cache }
    if (name === BUNDLED_SPEECH_MODEL) return { ...is, state: 'bundled', removable: false }
    if (found) return { ...is, state: 'ready' }
    const download = downloads.get(name)
    if (download) {
      const { waiting, done, total } = download
      const totalBytes = total > 0 ? { totalBytes: total } : {}
      return { ...is, state: waiting ? 'queued' : 'downloading', doneBytes: done, ...totalBytes }
    }
    const doneBytes = bytesIn(join(cache, name))
    const begun = doneBytes > 0 ? { doneBytes } : {}
    const problem = problems.get(name)
    if (problem) return { ...is, state: 'failed', problem, ...begun }
    return { ...is, state: doneBytes > 0 ? 'paused' : 'absent', ...begun }
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

  const begin = (model: SpeechModel) => {
    const { name } = model
    const abort = new AbortController()
    const { signal } = abort
    let withdraw: (() => void) | undefined
    const progress = (done: number, total: number) => {
      Object.assign(download, { done, total })
      withdraw ??= clock.after(TELL_EVERY_MS, () => {
        withdraw = undefined
        tell(model)
      })
    }
    const ended = turn
      .then(() => {
        signal.throwIfAborted()
        download.waiting = false
        tell(model)
        return deps.fetchModel(model, { cache, signal, progress })
      })
      .catch((error: unknown) => {
        if (signal.aborted) return
        const fix = error instanceof AdjutantError ? error.fix : undefined
        problems.set(name, { message: messageOf(error), ...(fix ? { fix } : {}) })
      })
      .finally(() => {
        withdraw?.()
        // a later one of the same name is not this one's to end
        if (downloads.get(name) === download) downloads.delete(name)
        tell(model)
      })
    const download: Download = {
      abort,
      ended,
      waiting: downloads.size > 0,
      done: bytesIn(join(cache, name)),
      total: 0,
    }
    turn = ended
    problems.delete(name)
    downloads.set(name, download)
    tell(model)
  }
  const stop = async (model: SpeechModel, why: string) => {
    const download = downloads.get(model.name)
    if (!download) return
    download.abort.abort(new Error(why))
    if (!download.waiting) return download.ended
    // its turn will come and find nothing to do
    downloads.delete(model.name)
    tell(model)
  }

  return {
    methods: {
      'voice.models': () => SPEECH_MODELS.map(view),
      'voice.download': ({ name }) => {
        const model = known(name)
        if (['absent', 'paused', 'failed'].includes(view(model).state)) begin(model)
        return view(model)
      },
      'voice.pauseDownload': async ({ name }) => {
        const model = known(name)
        await stop(model, 'paused')
        return view(model)
      },
      'voice.removeModel': async ({ name }) => {
        const model = known(name)
        if (deps.inUse() === model.name)
          throw new RequestError('in-use', `Speech is understood by ${model.label} now`, {
            fix: `Choose another one first, such as ${BUNDLED_SPEECH_MODEL}.`,
          })
        await stop(model, 'removed')
        problems.delete(model.name)
        await removeModel(model.name, cache)
        tell(model)
        return view(model)
      },
    },
    close: async () => {
      for (const { abort } of downloads.values()) abort.abort(new Error('closing'))
      await turn
    },
  }
}

/** Bytes of all files below a folder. */
const bytesIn = (folder: string): number =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
    : 0
