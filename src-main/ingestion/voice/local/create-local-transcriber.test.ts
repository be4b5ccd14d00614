import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { bundledModels } from '../../../models/find-model.ts'
import { createManualClock } from '../../../testing/manual-clock.ts'
import {
  noise,
  SPOKEN,
  type SpokenName,
  silence,
  speechSamples,
  together,
} from '../../../testing/speech/speech.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { type PartialTranscript, SAMPLE_RATE, type Utterance } from '../transcriber.ts'
import { WHISPER_MODEL } from '../whisper/whisper-model.ts'
import { createLocalTranscriber, type LocalTranscriberOptions } from './create-local-transcriber.ts'

const MODELS = bundledModels() as string
const { name: MODEL } = WHISPER_MODEL

const shared = createLocalTranscriber({ cache: '/nowhere' })
afterAll(() => shared.close())

const own = (options: Partial<LocalTranscriberOptions> = {}) => {
  const made = createLocalTranscriber({ cache: temporaryFolder(), ...options })
  onTestFinished(() => made.close())
  return made
}
/** Words as they sound: without case, punctuation and ways to write numbers. */
const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\b9\b/g, 'nine')
    .replace(/\b3\b/g, 'three')
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean)

/** How many words differ: the least number of changes, by the length of what was said. */
function errorRate(text: string, said: string): number {
  const [a, b] = [words(said), words(text)]
  let row = b.map((_, index) => index + 1)
  a.forEach((word, i) => {
    let [corner, left] = [i, i + 1]
    row = b.map((other, j) => {
      const up = row[j] as number
      left = Math.min(up + 1, left + 1, corner + (word === other ? 0 : 1))
      corner = up
      return left
    })
  })
  return (row.at(-1) ?? a.length) / a.length
}

/** Speaks in pieces of a tenth of a second, as a microphone does, but as fast as it is understood. */
async function speak(utterance: Utterance, samples: Float32Array) {
  for (let at = 0; at < samples.length; at += SAMPLE_RATE / 10) {
    utterance.push(samples.subarray(at, at + SAMPLE_RATE / 10))
    await new Promise(setImmediate)
  }
}
/**
 * Makes a thread die of an exception that nobody catches. `terminate` would do it within the runtime as well, which then
 * takes the whole process along.
 */
async function die(thread: Worker): Promise<void> {
  const died = new Promise<void>((resolve) => void thread.once('exit', () => resolve()))
  thread.postMessage(null)
  await died
}
/** The next thread that this process starts. */
const nextThread = () => new Promise<Worker>((resolve) => void process.once('worker', resolve))

describe('a recording', () => {
  it.each(Object.keys(SPOKEN) as SpokenName[])('is understood: %s', async (name) => {
    const samples = await speechSamples(name)
    const heard = await shared.transcribe(samples)
    expect(errorRate(heard.text, SPOKEN[name])).toBeLessThanOrEqual(0.15)
    expect(heard).toMatchObject({ language: 'en', heard: true, audioSeconds: samples.length / SAMPLE_RATE })
    expect(heard.confidence).toBeGreaterThan(0.5)
    expect(heard.words?.map(({ text }) => text).join(' ')).toBe(heard.text)
    const times = heard.words?.flatMap(({ start, end }) => [start, end]) ?? []
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(heard.audioSeconds)
  })

  it('of a language that is chosen is not taken for another', async () => {
    const heard = await shared.transcribe(await speechSamples('command-03'), { language: 'de' })
    expect(heard.language).toBe('de')
  })

  it.each<[string, Float32Array]>([
    ['nothing', new Float32Array(0)],
    ['silence', silence(3)],
    ['noise', noise(4, 0.05)],
    ['a click', Float32Array.from(silence(1), (_, index) => (index % 8_000 < 20 ? 0.9 : 0))],
    ['a hum', silence(3).map((_, index) => 0.3 * Math.sin((2 * Math.PI * 50 * index) / SAMPLE_RATE))],
  ])('of %s is heard as nothing, and no words are made up', async (_, samples) => {
    expect(await shared.transcribe(samples)).toMatchObject({
      text: '',
      heard: false,
      words: [],
      confidence: 0,
    })
  })

  it('of a long dictation is cut at pauses, and loses or doubles no word there', async () => {
    const names: SpokenName[] = ['command-01', 'command-02', 'jfk', 'command-03', 'command-01', 'jfk']
    const spoken = await Promise.all(names.map(speechSamples))
    const samples = together(...spoken.flatMap((each) => [each, silence(0.6)]))
    const { text } = await shared.transcribe(samples)
    expect(errorRate(text, names.map((name) => SPOKEN[name]).join(' '))).toBeLessThan(0.1)
  })
})

describe('somebody who speaks', () => {
  it('sees words while speaking, and has all of them at the end', async () => {
    const partials: PartialTranscript[] = []
    const speaking: boolean[] = []
    const utterance = shared.begin({
      onPartial: (partial) => void partials.push(partial),
      onSpeech: (now) => void speaking.push(now),
    })
    await speak(utterance, together(await speechSamples('command-01'), silence(0.5)))
    await expect.poll(() => partials.at(-1)?.open).toMatch(/invoice/)
    const told = partials.length
    const { text } = await utterance.finish()
    // what was tried after the last word was all of it: the end costs nothing more
    expect(text).toBe(partials.at(-1)?.open)
    expect(partials).toHaveLength(told)
    expect([speaking[0], speaking.at(-1)]).toEqual([true, false])
  })

  it('without a key is told when it is over: after silence, or when nothing is said', async () => {
    const ends: string[] = []
    const handsFree = { onEnd: (why: string) => void ends.push(why) }
    const spoken = shared.begin({ handsFree })
    await speak(spoken, together(silence(2), await speechSamples('command-03')))
    await speak(spoken, silence(0.8))
    expect(ends).toEqual([])
    await speak(spoken, silence(0.6))
    await expect.poll(() => ends).toEqual(['silence'])
    const nothing = shared.begin({ handsFree: { ...handsFree, giveUpAfterMs: 3_000 } })
    await speak(nothing, silence(3.2))
    await expect.poll(() => ends).toEqual(['silence', 'nothing-said'])
    expect((await spoken.finish()).text).toMatch(/sick today/)
    expect(await nothing.finish()).toMatchObject({ heard: false })
  })

  it('and thinks better of it is not waited for', async () => {
    const utterance = shared.begin()
    utterance.push(await speechSamples('jfk'))
    const finished = utterance.finish()
    utterance.cancel()
    await expect(finished).rejects.toMatchObject({ code: 'cancelled' })
    const controller = new AbortController()
    const given = shared.transcribe(await speechSamples('jfk'), { signal: controller.signal })
    controller.abort(new Error('not wanted'))
    await expect(given).rejects.toThrow('not wanted')
    expect(await shared.transcribe(silence(1))).toMatchObject({ heard: false })
  })

  it('beside too many others is told so', async () => {
    const others = Array.from({ length: 8 }, () => shared.begin())
    await expect(shared.begin().finish()).rejects.toMatchObject({ code: 'too-many', passing: true })
    await Promise.all(others.map((other) => other.finish()))
    expect(await shared.begin().finish()).toMatchObject({ heard: false })
  })
})

describe('the thread that understands speech', () => {
  it('may die in the middle of an utterance: another one understands all of it', async () => {
    const transcriber = own()
    const first = nextThread()
    const partials: PartialTranscript[] = []
    const utterance = transcriber.begin({ onPartial: (partial) => void partials.push(partial) })
    const samples = await speechSamples('command-02')
    await speak(utterance, samples.subarray(0, samples.length >> 1))
    await expect.poll(() => partials.length).toBeGreaterThan(0)
    const second = nextThread()
    utterance.push(samples.subarray(samples.length >> 1))
    await die(await first)
    const { text } = await utterance.finish()
    expect(await second).not.toBe(await first)
    expect(errorRate(text, SPOKEN['command-02'])).toBeLessThanOrEqual(0.15)
  })

  it('that dies twice over the same words gives up on these alone', async () => {
    const transcriber = own()
    const kill = (thread: Worker) => void die(thread)
    process.on('worker', kill)
    onTestFinished(() => void process.off('worker', kill))
    await expect(transcriber.transcribe(silence(1))).rejects.toMatchObject({
      code: 'transcriber-died',
      passing: true,
    })
    process.off('worker', kill)
    expect(await transcriber.transcribe(silence(1))).toMatchObject({ heard: false })
  })

  it('lets go of the model when nobody has spoken for a while, and starts anew', async () => {
    const clock = createManualClock('2026-03-02T09:00:00Z')
    const transcriber = own({ clock, idleMs: 60_000 })
    const first = nextThread()
    await transcriber.transcribe(silence(1))
    const ended = new Promise((resolve) => void first.then((thread) => thread.once('exit', resolve)))
    clock.advance(59_000)
    await transcriber.transcribe(silence(1))
    const second = nextThread()
    clock.advance(61_000)
    await ended
    await transcriber.transcribe(silence(1))
    expect(await second).not.toBe(await first)
  })

  it('leaves the main thread free', async () => {
    let turns = 0
    const utterance = shared.begin()
    utterance.push(await speechSamples('jfk'))
    let over = false
    const finished = utterance.finish().finally(() => {
      over = true
    })
    while (!over) {
      await new Promise(setImmediate)
      turns += 1
    }
    await finished
    expect(turns).toBeGreaterThan(1_000)
  })
})

describe('a model that cannot be used', () => {
  const copied = () => {
    const folder = temporaryFolder()
    cpSync(join(MODELS, MODEL), join(folder, MODEL), { recursive: true })
    cpSync(join(MODELS, 'SHA256SUMS'), join(folder, 'SHA256SUMS'))
    return folder
  }
  const offline = { base: 'http://127.0.0.1:1/' }

  it('as it is damaged is not loaded, and the file is named; mended it is', async () => {
    const folder = copied()
    const path = join(folder, MODEL, 'onnx/decoder_model_merged_quantized.onnx')
    const right = readFileSync(path)
    writeFileSync(path, right.subarray(0, right.length >> 1))
    const transcriber = own({ folder })
    await expect(transcriber.transcribe(await speechSamples('command-01'))).rejects.toMatchObject({
      code: 'damaged-model',
      message: expect.stringContaining('decoder_model_merged_quantized.onnx'),
      fix: expect.any(String),
      passing: false,
    })
    await expect(transcriber.warm()).rejects.toMatchObject({ code: 'damaged-model' })
    writeFileSync(path, right)
    await expect(transcriber.warm()).resolves.toBeUndefined()
  })

  it('as it is nowhere is fetched, and where that fails the setting is named', async () => {
    const options = { bundled: temporaryFolder(), download: offline }
    await expect(own(options).transcribe(silence(1))).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('There is no speech model'),
      passing: true,
    })
  })

  it('as its download broke off is not taken for whole', async () => {
    const cache = temporaryFolder()
    mkdirSync(join(cache, MODEL, 'onnx'), { recursive: true })
    cpSync(join(MODELS, MODEL, 'config.json'), join(cache, MODEL, 'config.json'))
    writeFileSync(join(cache, MODEL, 'onnx/encoder_model_quantized.onnx.part'), 'half of it')
    const transcriber = own({ cache, bundled: temporaryFolder(), download: offline })
    await expect(transcriber.warm()).rejects.toMatchObject({ code: 'download-failed' })
  })
})
