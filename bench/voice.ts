import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { env, pipeline } from '@xenova/transformers'
import { createLocalTranscriber } from '../src-main/ingestion/voice/local/create-local-transcriber.ts'
import { SAMPLE_RATE, type Transcriber } from '../src-main/ingestion/voice/transcriber.ts'
import { WHISPER_MODEL } from '../src-main/ingestion/voice/whisper/whisper-model.ts'
import { bundledModels } from '../src-main/models/find-model.ts'
import type { Table } from './bench.ts'
import { quantile, rounded } from './quantiles.ts'
import { openFasterWhisper } from './voice-faster-whisper.ts'
import { wordlessClips } from './voice-sounds.ts'
import { type Clip, canSpeak, dictation, recordedClips, spokenClips } from './voice-speech.ts'
import { wordErrors } from './word-errors.ts'

interface Heard {
  readonly clip: Clip
  readonly text: string
  readonly ms: number
}
type Hear = (samples: Float32Array) => Promise<string>

/** What a microphone gives at once. */
const PIECE = SAMPLE_RATE / 10
const megabytes = () => Math.round(process.memoryUsage().rss / 1e6)

/**
 * Speech to text: word error rate and time, against the plain 30 s pipeline on the same clips in the same run. `--all`
 * speaks every sentence in every noise, `--alone` leaves the plain pipeline out, `--threads N` tries other threads, `--faster-whisper PYTHON MODEL` compares with another
 * implementation, where such a Python has it and the folder holds the same weights for it.
 */
export async function measure(flags: readonly string[]): Promise<Table> {
  const threads = Number(flags[flags.indexOf('--threads') + 1])
  const transcriber = createLocalTranscriber({
    cache: join(tmpdir(), 'adjutant-bench-models'),
    ...(flags.includes('--threads') ? { threads } : {}),
  })
  const notes: string[] = []
  const before = megabytes()
  const began = performance.now()
  await transcriber.warm()
  notes.push(`Loading took ${Math.round(performance.now() - began)} ms and ${megabytes() - before} MB.`)
  const clips = await recordedClips()
  if (canSpeak()) clips.push(...(await spokenClips(flags.includes('--all'))), await dictation())
  else notes.push('Skipped: sentences in noise, dictation (they need Debian’s flite: apt-get install flite).')
  const rows: Table['rows'][number][] = []
  try {
    const ours: Hear = async (samples) => (await transcriber.transcribe(samples)).text
    await ours((clips[0] as Clip).samples)
    rows.push(...rowsOf('by length of speech', await hearAll(clips, ours)))
    notes.push(
      await whileSpeaking(
        transcriber,
        clips.filter(({ set }) => set === 'commands'),
      ),
    )
    notes.push(await wordless(transcriber))
    notes.push(await growth(ours, clips))
  } finally {
    await transcriber.close()
  }
  if (!flags.includes('--alone')) {
    const plain = await plainPipeline()
    await plain((clips[0] as Clip).samples)
    rows.push(...rowsOf('plain 30 s', await hearAll(clips, plain)))
  }
  if (flags.includes('--faster-whisper')) {
    const at = flags.indexOf('--faster-whisper')
    const [python = 'python3', model = ''] = flags.slice(at + 1, at + 3)
    const other = await openFasterWhisper(python, model)
    try {
      await other.hear((clips[0] as Clip).samples)
      rows.push(...rowsOf('faster-whisper', await hearAll(clips, other.hear)))
    } finally {
      other.close()
    }
  }
  return { title: 'Voice: word errors, and time from the end of the audio to the text', rows, notes }
}

async function hearAll(clips: readonly Clip[], hear: Hear): Promise<Heard[]> {
  const heard: Heard[] = []
  for (const clip of clips) {
    const began = performance.now()
    const text = await hear(clip.samples)
    heard.push({ clip, text, ms: performance.now() - began })
  }
  return heard
}

function rowsOf(way: string, heard: readonly Heard[]): Table['rows'][number][] {
  const sets = [...new Set(heard.map(({ clip }) => clip.set))]
  return [...sets, 'all'].map((set) => {
    const these = heard.filter(({ clip }) => set === 'all' || clip.set === set)
    const counts = these.map(({ clip, text }) => wordErrors(text, clip.said))
    const errors = counts.reduce((sum, each) => sum + each.errors, 0)
    const words = counts.reduce((sum, each) => sum + each.words, 0)
    const ms = these.map((each) => each.ms)
    const seconds = these.reduce((sum, { clip }) => sum + clip.samples.length / SAMPLE_RATE, 0)
    return {
      way,
      clips: set,
      n: these.length,
      'word error rate': rounded(errors / words, 3),
      'p50 ms': Math.round(quantile(ms, 0.5)),
      'p95 ms': Math.round(quantile(ms, 0.95)),
      'real-time factor': rounded(ms.reduce((sum, each) => sum + each, 0) / 1_000 / seconds, 3),
    }
  })
}

/** Commands as a microphone gives them, with 0.3 s until the key goes up: how long after that the text is there. */
async function whileSpeaking(transcriber: Transcriber, clips: readonly Clip[]): Promise<string> {
  const ms: number[] = []
  const first: number[] = []
  for (const { samples } of clips) {
    let firstWords: number | undefined
    const began = performance.now()
    const utterance = transcriber.begin({
      onPartial: ({ open }) => {
        if (open !== '') firstWords ??= performance.now() - began
      },
    })
    const spoken = samples.length + 0.3 * SAMPLE_RATE
    for (let at = 0; at < spoken; at += PIECE) {
      await pause(Math.max(0, began + ((at + PIECE) / SAMPLE_RATE) * 1_000 - performance.now()))
      utterance.push(at < samples.length ? samples.subarray(at, at + PIECE) : new Float32Array(PIECE))
    }
    ms.push((await utterance.finish()).elapsedMs)
    if (firstWords !== undefined) first.push(firstWords)
  }
  const [p50, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)].map(Math.round)
  return `Spoken live (${clips.length} commands, key up 0.3 s after the last word): text after p50 ${p50} ms, p95 ${p95} ms; first words ${Math.round(quantile(first, 0.5))} ms after the beginning (p50).`
}

async function wordless(transcriber: Transcriber): Promise<string> {
  const invented: string[] = []
  const clips = wordlessClips()
  for (const { name, samples } of clips) {
    const { text } = await transcriber.transcribe(samples)
    if (text !== '') invented.push(`${name} ${samples.length / SAMPLE_RATE} s: "${text}"`)
  }
  return `Of ${clips.length} clips without words, ${invented.length} were heard as words${invented.length > 0 ? ` (${invented.join('; ')})` : ''}.`
}

/** Whether memory grows: a hundred more of all lengths. */
async function growth(hear: Hear, clips: readonly Clip[]): Promise<string> {
  const before = megabytes()
  for (let index = 0; index < 100; index++)
    await hear((clips[((index * 7) % 100) % clips.length] as Clip).samples)
  return `Memory: ${before} MB before and ${megabytes()} MB after a hundred more clips.`
}

/** What the library gives out of the box: always 30 s, in pieces of that with 5 s in common where it is longer. */
async function plainPipeline(): Promise<Hear> {
  env.allowRemoteModels = false
  env.localModelPath = bundledModels() as string
  const recognise = await pipeline('automatic-speech-recognition', WHISPER_MODEL.name, {
    dtype: 'q8',
    device: 'cpu',
  })
  return async (samples) => {
    const long = samples.length > 30 * SAMPLE_RATE
    const output = await recognise(samples, {
      language: 'english',
      task: 'transcribe',
      ...(long ? { chunk_length_s: 30, stride_length_s: 5 } : {}),
    })
    return (output as { text: string }).text
  }
}
