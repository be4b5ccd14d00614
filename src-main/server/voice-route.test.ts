import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { httpFace, TEST_TOKEN } from '../testing/http-face.ts'
import { createScriptedTranscriber } from '../testing/scripted-transcriber.ts'
import { speechFile } from '../testing/speech/speech.ts'

const WAV = readFileSync(speechFile('command-01'))

async function voiceFace(...lines: string[]) {
  const transcriber = createScriptedTranscriber(lines)
  const face = await httpFace({ transcriber })
  const send = async (path: string, body: Uint8Array<ArrayBuffer>, type = 'audio/wav') => {
    const response = await fetch(new URL(path, face.server.address), {
      method: 'POST',
      headers: { authorization: `Bearer ${TEST_TOKEN}`, 'content-type': type },
      body,
    })
    // biome-ignore lint/suspicious/noExplicitAny: looked at by the test's expectations
    return { status: response.status, body: (await response.json()) as any }
  }
  return { ...face, transcriber, send }
}

describe('POST /api/voice', () => {
  it('answers a recording with what is said in it, word for word and as a message', async () => {
    const { send, transcriber } = await voiceFace('Remind me at nine thirty to mail john at example dot com.')
    const { status, body } = await send('/api/voice', WAV)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      text: 'Remind me at nine thirty to mail john at example dot com.',
      message: 'Remind me at 9:30 to mail john@example.com.',
      language: 'en',
      heard: true,
      audioSeconds: expect.closeTo(5.03, 1),
    })
    expect(transcriber.heard).toHaveLength(1)
  })

  it('takes it whatever the content type says, and with ?run=1 begins what was said', async () => {
    const { send, run, ended } = await voiceFace('Remember that the toner comes from Kowalski.')
    const { status, body } = await send('/api/voice?run=1', WAV, 'application/octet-stream')
    expect(status).toBe(201)
    await ended(body.run.id)
    expect(await run(body.run.id)).toMatchObject({
      status: 'succeeded',
      channel: 'voice',
      principal: 'operator',
      goal: 'Remember that the toner comes from Kowalski.',
    })
  })

  it.each([
    ['nothing was heard', ''],
    ['it was taken back', 'Never mind.'],
  ])('begins nothing where %s', async (_, line) => {
    const { send, request } = await voiceFace(line)
    const { status, body } = await send('/api/voice?run=1', WAV)
    expect([status, body.message, body.run]).toEqual([200, '', undefined])
    expect((await request('GET', '/api/runs')).body).toEqual([])
  })

  it.each<[string, string, Uint8Array<ArrayBuffer>, number, string]>([
    ['nothing', '/api/voice', Buffer.alloc(0), 415, 'not-audio'],
    ['text', '/api/voice', Buffer.from('{"goal": "hello"}'), 415, 'not-audio'],
    ['a header alone', '/api/voice', WAV.subarray(0, 44), 422, 'empty-audio'],
    ['half a header', '/api/voice', WAV.subarray(0, 30), 422, 'bad-audio'],
    ['a language that is none', '/api/voice?language=klingon', WAV, 400, 'bad-request'],
  ])('refuses %s and says why', async (_, path, bytes, status, code) => {
    const { send, transcriber } = await voiceFace()
    const answered = await send(path, bytes)
    expect([answered.status, answered.body.error?.code]).toEqual([status, code])
    expect(answered.body.error.message).not.toBe('')
    expect(transcriber.heard).toEqual([])
  })

  it('refuses a request without a body', async () => {
    const { request } = await voiceFace()
    expect(await request('POST', '/api/voice')).toMatchObject({
      status: 415,
      body: { error: { code: 'not-audio' } },
    })
  })

  it('needs the token', async () => {
    const { request } = await voiceFace()
    expect((await request('POST', '/api/voice', 'RIFF', {})).status).toBe(401)
  })
})

describe('a face that listens', () => {
  const second = Buffer.alloc(32_000).toString('base64')

  it('sends samples as they come, hears words meanwhile, and gets the transcript', async () => {
    const { agent, events, transcriber } = await voiceFace('Call Maria. Send.')
    const { call } = agent.operator
    expect(await call('voice.warm', {})).toEqual({ id: 'scripted', leavesMachine: false })
    const { id, sampleRate } = await call('voice.begin', { handsFree: true })
    expect(sampleRate).toBe(16_000)
    await call('voice.push', { id, pcm: second })
    expect(events).toContainEqual({ type: 'voice.partial', id, settled: '', open: 'Call Maria. Send.' })
    expect(await call('voice.finish', { id })).toMatchObject({ message: 'Call Maria.', wish: 'send' })
    expect(transcriber.heard).toEqual([1])
    await expect(call('voice.push', { id, pcm: second })).rejects.toMatchObject({ code: 'no-recording' })
  })

  it('may cancel; samples that are none are refused', async () => {
    const { agent, transcriber } = await voiceFace('Call Maria.')
    const { call } = agent.operator
    const { id } = await call('voice.begin', {})
    await expect(call('voice.push', { id, pcm: 'no base64!' })).rejects.toMatchObject({ code: 'bad-request' })
    await call('voice.cancel', { id })
    await expect(call('voice.finish', { id })).rejects.toMatchObject({ code: 'no-recording' })
    expect(transcriber.heard).toEqual([])
  })
})
