import { describe, expect, it } from 'vitest'
import type { CallResult, MethodName } from '../../src-preload/contract.ts'
import { followListening } from './listening.ts'

type Call = [MethodName, id: string, fails?: 'fails']

async function listening(...calls: Call[]) {
  const followed = followListening()
  for (const [method, id, fails] of calls) {
    const result = fails
      ? { ok: false, error: { code: 'no-recording', message: 'There is none' } }
      : { ok: true, value: { id } }
    await followed.during(method, { id }, async () => result as CallResult<MethodName>)
  }
  return followed
}

describe('the window may have the microphone', () => {
  it.each<[string, Call[], boolean]>([
    ['not before anybody speaks', [], false],
    ['while a recording is open', [['voice.begin', 'a']], true],
    [
      'while it is sent',
      [
        ['voice.begin', 'a'],
        ['voice.push', 'a'],
      ],
      true,
    ],
    [
      'not after its end',
      [
        ['voice.begin', 'a'],
        ['voice.finish', 'a'],
      ],
      false,
    ],
    [
      'not after an end that failed',
      [
        ['voice.begin', 'a'],
        ['voice.finish', 'a', 'fails'],
      ],
      false,
    ],
    [
      'not once it was thrown away',
      [
        ['voice.begin', 'a'],
        ['voice.cancel', 'a'],
      ],
      false,
    ],
    [
      'not once the agent has dropped it',
      [
        ['voice.begin', 'a'],
        ['voice.push', 'a', 'fails'],
      ],
      false,
    ],
    ['not where the agent did not begin', [['voice.begin', 'a', 'fails']], false],
    [
      'while one of two is open',
      [
        ['voice.begin', 'a'],
        ['voice.begin', 'b'],
        ['voice.finish', 'a'],
      ],
      true,
    ],
    ['not for loading the model', [['voice.warm', 'a']], false],
    ['not for any other call', [['runs.get', 'a']], false],
  ])('%s', async (_when, calls, expected) => {
    expect((await listening(...calls)).now()).toBe(expected)
  })

  it('not while what was said is being understood', async () => {
    const followed = await listening(['voice.begin', 'a'])
    void followed.during('voice.finish', { id: 'a' }, () => new Promise(() => {}))
    expect(followed.now()).toBe(false)
  })

  it('not once the page that listened is gone', async () => {
    const followed = await listening(['voice.begin', 'a'])
    followed.left()
    expect(followed.now()).toBe(false)
  })
})
