import { describe, expect, it } from 'vitest'
import { createScriptedTranscriber } from './scripted-transcriber.ts'

describe('a transcriber for tests', () => {
  it('understands what its script says, utterance by utterance', async () => {
    const transcriber = createScriptedTranscriber(['call Maria', ''])
    const utterance = transcriber.begin()
    utterance.push(new Float32Array(8_000))
    expect(await utterance.finish()).toMatchObject({ text: 'call Maria', heard: true, audioSeconds: 0.5 })
    expect(await transcriber.transcribe(new Float32Array(16_000))).toMatchObject({ text: '', heard: false })
    await expect(transcriber.begin().finish()).rejects.toThrow('no line')
    expect(transcriber.heard).toEqual([0.5, 1])
  })

  it('forgets what is cancelled', async () => {
    const transcriber = createScriptedTranscriber(['call Maria'])
    const utterance = transcriber.begin()
    utterance.cancel()
    await expect(utterance.finish()).rejects.toMatchObject({ code: 'cancelled' })
    expect(await transcriber.transcribe(new Float32Array(0))).toMatchObject({ text: 'call Maria' })
  })
})
