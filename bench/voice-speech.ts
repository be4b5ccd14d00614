import { execFileSync, spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWav } from '../src-main/ingestion/voice/audio/read-wav.ts'
import { SAMPLE_RATE } from '../src-main/ingestion/voice/transcriber.ts'
import { SENTENCES } from './voice-sentences.ts'
import { colouredNoise, mixed, silence, together } from './voice-sounds.ts'

/** Something that is said, and the words of it. */
export interface Clip {
  readonly set: string
  readonly said: string
  readonly samples: Float32Array
}

const DATA = new URL('./voice-data/', import.meta.url)
const TEST_SPEECH = new URL('../src-main/testing/speech/', import.meta.url)
const VOICES = ['slt', 'rms'] as const
const NOISES_DB = [20, 10, 5] as const
const JFK =
  'And so my fellow Americans, ask not what your country can do for you, ask what you can do for your country.'

export async function samplesOf(path: string): Promise<Float32Array> {
  const pieces: Float32Array[] = []
  for await (const piece of readWav(createReadStream(path))) pieces.push(piece)
  return together(...pieces)
}

export async function recordedClips(): Promise<Clip[]> {
  const lines = readFileSync(new URL('commands.txt', DATA), 'utf8').trim().split('\n')
  const commands = lines.map(async (said, index) => {
    const file = `command-${String(index + 1).padStart(2, '0')}.wav`
    return { set: 'commands', said, samples: await samplesOf(new URL(file, DATA).pathname) }
  })
  const jfk = { set: 'jfk', said: JFK, samples: await samplesOf(new URL('jfk.wav', TEST_SPEECH).pathname) }
  return [...(await Promise.all(commands)), jfk]
}

export const canSpeak = (): boolean => spawnSync('flite', ['-lv']).error === undefined

/** Every sentence by both voices, each in one of the noises, or (`all`) in all of them. */
export async function spokenClips(all: boolean): Promise<Clip[]> {
  const clips: Clip[] = []
  for (const [index, said] of SENTENCES.entries())
    for (const [turn, voice] of VOICES.entries()) {
      const clean = await speak(said, voice)
      const noises = all ? NOISES_DB : [NOISES_DB[(index + turn) % NOISES_DB.length] as number]
      for (const db of noises)
        clips.push({
          set: `noise ${db} dB`,
          said,
          samples: mixed(clean, colouredNoise(clean.length, index + 1), db),
        })
    }
  return clips
}

/** Two minutes of one voice, with the pauses of somebody who thinks between sentences. */
export async function dictation(): Promise<Clip> {
  const pauses = [0.35, 0.9, 0.5, 1.6, 0.25, 0.7]
  const pieces: Float32Array[] = []
  const said: string[] = []
  let seconds = 0
  for (let index = 0; seconds < 120; index++) {
    const sentence = SENTENCES[index % SENTENCES.length] as string
    const spoken = await speak(sentence, 'slt')
    const pause = silence(pauses[index % pauses.length] as number)
    pieces.push(spoken, pause)
    said.push(sentence)
    seconds += (spoken.length + pause.length) / SAMPLE_RATE
  }
  const clean = together(...pieces)
  return { set: 'dictation', said: said.join(' '), samples: mixed(clean, colouredNoise(clean.length, 7), 30) }
}

async function speak(text: string, voice: string): Promise<Float32Array> {
  const folder = mkdtempSync(join(tmpdir(), 'adjutant-bench-voice-'))
  try {
    const file = join(folder, 'spoken.wav')
    execFileSync('flite', ['-voice', voice, '-t', text, '-o', file])
    return await samplesOf(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
