import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { OperatorApi } from '../operator/operator.ts'
import { transcribeRecording } from '../operator/transcribe-recording.ts'

/** Largest recording, in bytes: some hours in any format. It is read as a stream. */
const LARGEST_RECORDING = 4 * 1024 ** 3

interface Asked {
  readonly language?: string
  readonly run?: string
  readonly conversationId?: string
}

/**
 * `POST /api/voice`: a WAV, whatever the content type says, answered with its transcript. With `?run=1` what was said is
 * begun as a run of channel 'voice' (in `conversationId`, if given), unless nothing was heard or it was taken back.
 */
export async function registerVoice(app: FastifyInstance, operator: OperatorApi): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.post<{ Querystring: Asked }>(
      '/api/voice',
      { bodyLimit: LARGEST_RECORDING },
      async ({ body, query }, reply) => {
        const { language, run, conversationId } = query
        const bytes = (body ?? Readable.from([])) as AsyncIterable<Uint8Array>
        const transcript = await transcribeRecording(
          operator,
          bytes,
          language === undefined ? {} : { language },
        )
        if (run !== '1' || transcript.message === '') return transcript
        const started = await operator.call('runs.start', {
          goal: transcript.message,
          channel: 'voice',
          spoken: { confidence: transcript.confidence, doubtful: transcript.doubtful },
          ...(conversationId === undefined ? {} : { conversationId }),
        })
        return reply.code(201).send({ ...transcript, run: started })
      },
    )
  })
}
