import type { TranscriptView } from '../../src-preload/contract.ts'
import { readWav } from '../ingestion/voice/audio/read-wav.ts'
import type { OperatorApi } from './operator.ts'
import { pcmOf } from './pcm.ts'

/** Transcribes a WAV as it arrives; it is read only as fast as it is understood. Throws TranscriberError. */
export async function transcribeRecording(
  operator: OperatorApi,
  bytes: AsyncIterable<Uint8Array>,
  { language }: { language?: string } = {},
): Promise<TranscriptView> {
  const { id } = await operator.call('voice.begin', {
    partials: false,
    ...(language === undefined ? {} : { language }),
  })
  try {
    for await (const samples of readWav(bytes)) await operator.call('voice.push', { id, pcm: pcmOf(samples) })
  } catch (error) {
    await operator.call('voice.cancel', { id })
    throw error
  }
  return operator.call('voice.finish', { id })
}
