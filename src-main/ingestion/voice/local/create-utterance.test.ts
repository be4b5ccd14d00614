import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../../testing/manual-clock.ts'
import { FRAME } from '../speech/speech-track.ts'
import { SAMPLE_RATE, type UtteranceOptions } from '../transcriber.ts'
import { createUtterance } from './create-utterance.ts'
import type { HearText } from './hear-speech.ts'

/** Speech whose samples tell their place, and silence; in seconds, beginning with silence. */
function audioOf(...turns: number[]): Float32Array {
  const length = turns.reduce((sum, seconds) => sum + seconds, 0) * SAMPLE_RATE
  const samples = new Float32Array(Math.round(length))
  let at = 0
  turns.forEach((seconds, index) => {
    const end = Math.round(at + seconds * SAMPLE_RATE)
    if (index % 2 === 1) for (let place = at; place < end; place++) samples[place] = (place + 1) / 2 ** 24
    at = end
  })
  return samples
}

/** An utterance whose detector finds what is not 0, and whose model writes down which samples it was given. */
function utteranceOf(options: UtteranceOptions = {}, answer?: HearText) {
  const heard: { readonly from: number; readonly to: number }[] = []
  let ended = 0
  const hear: HearText = async ({ samples }) => {
    const place = (sample: number | undefined) => Math.round((sample ?? 0) * 2 ** 24) - 1
    const spoken = samples.filter((sample) => sample > 0)
    const range = { from: place(spoken[0]), to: place(spoken.at(-1)) + 1 }
    heard.push(range)
    const text = `${range.from}-${range.to}`
    return { text, words: [{ text, confidence: 1 }], language: 'en', confidence: 1, noSpeech: 0 }
  }
  const utterance = createUtterance(
    {
      detect: async (frames, memory) => ({
        memory,
        probabilities: Float32Array.from({ length: frames.length / FRAME }, (_, index) =>
          frames.subarray(index * FRAME, (index + 1) * FRAME).some((sample) => sample > 0) ? 1 : 0,
        ),
      }),
      hear: answer ?? hear,
      clock: createManualClock('2026-03-02T09:00:00Z'),
      ended: () => {
        ended += 1
      },
    },
    options,
  )
  return { utterance, heard, ended: () => ended }
}
/** Until both loops wait. */
const quiet = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
}

describe('an utterance', () => {
  it.each<[string, number[]]>([
    ['with long pauses', [0.5, 9, 1.2, 10, 0.9, 12, 2]],
    ['with breaths only', [0, 10, 0.3, 9, 0.21, 8, 0.25, 11, 0.3, 7]],
    ['without a pause', [0.2, 75, 0.1]],
    ['of single words far apart', [1, 0.5, 4, 0.4, 5, 0.6, 3.5]],
  ])('%s is given to the model piece by piece: each sample of speech once', async (_, turns) => {
    const { utterance, heard } = utteranceOf()
    const samples = audioOf(...turns)
    for (let at = 0; at < samples.length; at += 1_600) utterance.push(samples.subarray(at, at + 1_600))
    const { text } = await utterance.finish()
    expect(text).toBe(heard.map(({ from, to }) => `${from}-${to}`).join(' '))
    expect(heard.length).toBeGreaterThan(1)
    const times = new Uint8Array(samples.length)
    for (const { from, to } of heard) {
      expect(to - from).toBeLessThanOrEqual(30 * SAMPLE_RATE)
      for (let place = from; place < to; place++) times[place] = (times[place] as number) + 1
    }
    const wrong = samples.findIndex((sample, place) => sample > 0 && times[place] !== 1)
    expect(wrong, 'a sample that was lost or doubled').toBe(-1)
  })

  it('that was tried after its last word is not understood again at the end', async () => {
    const { utterance, heard } = utteranceOf({ onPartial: () => {} })
    utterance.push(audioOf(0.5, 0.8, 0.5))
    await quiet()
    expect(heard).toHaveLength(1)
    utterance.push(audioOf(0.4))
    await utterance.finish()
    expect(heard).toHaveLength(1)
  })

  it('that nobody watches is understood at the end only', async () => {
    const { utterance, heard } = utteranceOf()
    utterance.push(audioOf(0.5, 2, 0.5))
    await quiet()
    expect(heard).toEqual([])
    await utterance.finish()
    expect(heard).toHaveLength(1)
  })

  it('that goes on does not wait for what was tried before', async () => {
    let stopped = 0
    const { utterance } = utteranceOf({ onPartial: () => {} }, ({ samples }, signal) => {
      const all = { text: 'all of it', words: [], language: 'en', confidence: 1, noSpeech: 0 }
      if (samples.length > 3 * SAMPLE_RATE) return Promise.resolve(all)
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          stopped += 1
          reject(signal.reason)
        })
      })
    })
    const samples = audioOf(0.2, 4)
    utterance.push(samples.subarray(0, 2 * SAMPLE_RATE))
    await quiet()
    utterance.push(samples.subarray(2 * SAMPLE_RATE))
    expect((await utterance.finish()).text).toBe('all of it')
    expect(stopped).toBe(1)
  })

  it('that fails says so, and is over', async () => {
    const failing = utteranceOf({}, async () => {
      throw new Error('no model')
    })
    failing.utterance.push(audioOf(0.2, 1))
    await expect(failing.utterance.finish()).rejects.toThrow('no model')
    await quiet()
    expect(failing.ended()).toBe(1)
    await failing.utterance.keptUp()
  })
})
