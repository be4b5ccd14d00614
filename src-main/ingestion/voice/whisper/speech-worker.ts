import { parentPort, workerData } from 'node:worker_threads'
import { standBack } from '../../../models/stand-back.ts'
import { AdjutantError, messageOf } from '../../../vocabulary/errors.ts'
import { loadDetector } from '../speech/silero.ts'
import { type Hear, loadWhisper } from './load-whisper.ts'
import type { FromSpeechWorker, SpeechAnswers, SpeechQuestion, ToSpeechWorker } from './messages.ts'

const { models, name, threads } = workerData as { models: string; name: string; threads: number }

standBack()
const detector = loadDetector()
let whisper: Promise<Hear> | undefined
/** Only who finds speech and sends it to an endpoint never needs it. */
const whisperWhenNeeded = (): Promise<Hear> => {
  whisper ??= loadWhisper(models, name, threads).catch((cause) => {
    if (cause instanceof AdjutantError) throw cause
    throw new AdjutantError('model-not-loaded', `The speech model cannot be loaded: ${messageOf(cause)}`, {
      fix: 'Install Adjutant again, or name a folder with the model (voice.models).',
      cause,
    })
  })
  return whisper
}
// told to whoever asks
detector.catch(() => undefined)
const isUnloaded = () =>
  Promise.all([detector, whisper]).then(
    () => false,
    () => true,
  )

/** Questions under way, and whether their answer is still wanted. */
const wanted = new Map<number, boolean>()

/** One is heard after the other: side by side each would take as long as both. */
let turn: Promise<unknown> = Promise.resolve()
function inTurn<Value>(hear: () => Promise<Value>): Promise<Value> {
  const mine = turn.then(hear)
  turn = mine.catch(() => undefined)
  return mine
}

async function answer(id: number, question: SpeechQuestion): Promise<SpeechAnswers[SpeechQuestion['kind']]> {
  switch (question.kind) {
    case 'load':
      await Promise.all([detector, whisperWhenNeeded()])
      return undefined
    case 'detect':
      return (await detector)(question.frames, question.memory)
    case 'hear': {
      const { samples, language } = question
      const hear = await whisperWhenNeeded()
      return inTurn(() =>
        hear(samples, {
          language,
          throwIfUnwanted: () => {
            if (!wanted.get(id)) throw new AdjutantError('cancelled', 'It was cancelled')
          },
        }),
      )
    }
  }
}

const post = (message: FromSpeechWorker) => parentPort?.postMessage(message)

parentPort?.on('message', async (message: ToSpeechWorker) => {
  if ('end' in message) {
    // a thread that is torn down inside the runtime takes the whole process with it
    await isUnloaded()
    parentPort?.close()
    return
  }
  if ('cancel' in message) {
    if (wanted.has(message.cancel)) wanted.set(message.cancel, false)
    return
  }
  const { id, question } = message
  wanted.set(id, true)
  try {
    post({ id, answer: await answer(id, question) })
  } catch (error) {
    const unloaded = await isUnloaded()
    const known = error instanceof AdjutantError
    post({
      id,
      code: known ? error.code : 'transcribing-failed',
      message: messageOf(error),
      unloaded,
      ...(known && error.fix !== undefined ? { fix: error.fix } : {}),
    })
  } finally {
    wanted.delete(id)
  }
})
