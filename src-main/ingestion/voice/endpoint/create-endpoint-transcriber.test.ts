import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { silence, speechSamples, together } from '../../../testing/speech/speech.ts'
import { createTranscriber } from '../create-transcriber.ts'
import { SAMPLE_RATE } from '../transcriber.ts'

/** An OpenAI-compatible endpoint that answers as the test says; and the bodies it got, as Latin letters. */
async function endpoint(status: number, answer: unknown) {
  const asked: { url: string | undefined; authorization: string | undefined; body: string }[] = []
  const server = createServer(async (request, response) => {
    const body = (await buffer(request)).toString('latin1')
    asked.push({ url: request.url, authorization: request.headers.authorization, body })
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const transcriber = await createTranscriber({ provider: 'openai', baseUrl, name: 'w-1', apiKey: 'sk-test' })
  onTestFinished(() => transcriber.close())
  return { transcriber, asked }
}

describe('an endpoint of the operator', () => {
  it('gets the speech alone, with names and language; what it says is the text', async () => {
    const { transcriber, asked } = await endpoint(200, { text: ' Call Maria. ' })
    expect(transcriber).toMatchObject({ id: 'openai/w-1', leavesMachine: true })
    const speech = await speechSamples('command-01')
    const heard = await transcriber.transcribe(together(silence(10), speech), {
      language: 'en',
      vocabulary: ['Kowalski'],
    })
    expect(heard).toMatchObject({ text: 'Call Maria.', language: 'en', heard: true })
    const [sent, ...more] = asked
    expect(more).toEqual([])
    expect(sent).toMatchObject({ url: '/v1/audio/transcriptions', authorization: 'Bearer sk-test' })
    for (const part of ['w-1', 'Kowalski', 'speech.wav', 'RIFF']) expect(sent?.body).toContain(part)
    expect(sent?.body.length).toBeLessThan((speech.length / SAMPLE_RATE + 1) * 32_000)
  })

  it('is sent no silence', async () => {
    const { transcriber, asked } = await endpoint(200, { text: 'Thank you.' })
    expect(await transcriber.transcribe(silence(3))).toMatchObject({ text: '', heard: false })
    expect(asked).toEqual([])
  })

  it.each<[string, number, unknown, string, boolean]>([
    ['refuses the key', 401, { error: { message: 'bad key' } }, 'transcription-refused', false],
    ['answers nonsense', 200, { words: 3 }, 'bad-transcription', false],
  ])('that %s is named, with what to do', async (_, status, answer, code, passing) => {
    const { transcriber } = await endpoint(status, answer)
    await expect(transcriber.transcribe(await speechSamples('command-01'))).rejects.toMatchObject({
      code,
      passing,
      fix: expect.stringContaining('voice.transcriber'),
    })
  })
})
