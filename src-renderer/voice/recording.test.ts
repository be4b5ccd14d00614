import { describe, expect, it } from 'vitest'
import { samplesOf } from '../../src-main/operator/pcm.ts'
import type { MethodName } from '../../src-preload/contract.ts'
import { type AdjutantClient, CallError } from '../adjutant-client.ts'
import { beginRecording } from './recording.ts'

type Input = { id?: string; pcm?: string }

/** An agent whose pushes are answered when the test says so. */
function agent(fails?: MethodName) {
  const calls: string[] = []
  const pushed: number[] = []
  const answers: (() => void)[] = []
  const client = {
    call: async (method: MethodName, input: Input) => {
      calls.push(method)
      if (method === fails) throw new CallError({ code: 'broken', message: 'It broke' })
      if (method === 'voice.push') {
        pushed.push(samplesOf(input.pcm ?? '').length)
        await new Promise<void>((resolve) => answers.push(resolve))
      }
      return method === 'voice.finish' ? { text: 'hello' } : { id: 'voice_1' }
    },
  } as unknown as Pick<AdjutantClient, 'call'>
  const answerAll = async (pushes: number) => {
    for (let answered = 0; answered < pushes; answered += 1) {
      await expect.poll(() => answers.length).toBeGreaterThan(0)
      answers.shift()?.()
    }
  }
  return { client, calls, pushed, answers, answerAll }
}

const chunk = new Float32Array(640)

describe('a recording', () => {
  it('sends what came meanwhile as one, and nothing out of turn', async () => {
    const { client, pushed, answers, answerAll } = agent()
    const recording = beginRecording(client)
    recording.push(chunk)
    await expect.poll(() => answers.length).toBe(1)
    for (let more = 0; more < 10; more += 1) recording.push(chunk)
    const finished = recording.finish()
    await answerAll(2)
    await expect(finished).resolves.toEqual({ text: 'hello' })
    expect(pushed).toEqual([640, 6_400])
  })

  it('sends nothing that comes after its end', async () => {
    const { client, pushed } = agent()
    const recording = beginRecording(client)
    const finished = recording.finish()
    recording.push(chunk)
    await finished
    expect(pushed).toEqual([])
  })

  it.each(['voice.begin', 'voice.push', 'voice.finish'] as const)('says that %s failed', async (method) => {
    const recording = beginRecording(agent(method).client)
    if (method === 'voice.push') recording.push(chunk)
    const finished = recording.finish()
    await expect(finished).rejects.toMatchObject({ code: 'broken' })
  })

  it('gives up where the agent lags five minutes behind', async () => {
    const { client, answers } = agent()
    const recording = beginRecording(client)
    recording.push(chunk)
    await expect.poll(() => answers.length).toBe(1)
    recording.push(new Float32Array(5 * 60 * 16_000 + 1))
    answers.shift()?.()
    await expect(recording.finish()).rejects.toMatchObject({ code: 'not-kept-up' })
  })

  it('that is thrown away is thrown away at the agent', async () => {
    const { client, calls } = agent()
    beginRecording(client).cancel()
    await expect.poll(() => calls).toEqual(['voice.begin', 'voice.cancel'])
  })
})
