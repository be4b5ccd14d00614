import { describe, expect, it } from 'vitest'
import type { GlobalKeyView, TalkSignal } from '../../../src-preload/contract.ts'
import { createTalkKey } from './talk-key.ts'

/** A desktop that tells of keys, with a clock in the test's hand. */
async function desktop({ unseen, taken = [], broken = false }: Desktop = {}) {
  const pressed = new Map<string, () => void>()
  const signals: TalkSignal[] = []
  const views: GlobalKeyView[] = []
  let up: ((how: 'up' | 'escape') => void) | undefined
  let now = 10_000
  const key = createTalkKey({
    shortcuts: {
      register: (accelerator, callback) => {
        if (taken.includes(accelerator)) return false
        pressed.set(accelerator, callback)
        return true
      },
      unregister: (accelerator) => pressed.delete(accelerator),
    },
    hook: {
      prepare: async () => unseen,
      watch: (_keys, released) => {
        if (broken) throw new Error('no X record extension')
        up = released
      },
      stop: () => {
        up = undefined
      },
    },
    now: () => now,
    signal: (signal) => signals.push(signal),
    changed: (view) => views.push(view),
    byCommand: 'Use the command.',
  })
  await key.choose('Ctrl+Alt+Space')
  return {
    key,
    signals,
    views,
    registered: () => [...pressed.keys()],
    press: () => pressed.get('Control+Alt+Space')?.(),
    release: () => up?.('up'),
    pressEscape: () => up?.('escape'),
    watching: () => up !== undefined,
    pass: (ms: number) => {
      now += ms
    },
  }
}
interface Desktop {
  unseen?: string
  taken?: readonly string[]
  broken?: boolean
}

describe('a key that is held', () => {
  it('begins when it goes down and ends when it comes up, however often it is repeated meanwhile', async () => {
    const { press, release, pass, signals, watching, key } = await desktop()
    expect(key.view()).toEqual({ chord: 'Ctrl+Alt+Space', how: 'hold' })
    expect(watching()).toBe(false)
    press()
    expect(watching()).toBe(true)
    pass(660)
    for (let repeated = 0; repeated < 20; repeated += 1) {
      press()
      pass(30)
    }
    release()
    // one of the repetitions comes late
    press()
    expect(signals).toEqual(['down', 'up'])
    expect(watching()).toBe(false)
    pass(300)
    press()
    expect(signals).toEqual(['down', 'up', 'down'])
  })

  it('is thrown away by Esc, and its coming up then says nothing', async () => {
    const { press, pressEscape, release, signals, watching } = await desktop()
    press()
    pressEscape()
    release()
    expect(signals).toEqual(['down', 'escape'])
    expect(watching()).toBe(false)
  })

  it('ends with the next press where its coming up was missed', async () => {
    const { press, pass, signals } = await desktop()
    press()
    pass(2_000)
    press()
    expect(signals).toEqual(['down', 'up'])
  })

  it('is over when another one is chosen', async () => {
    const { press, key, signals, registered } = await desktop()
    press()
    await key.choose('F8')
    expect(signals).toEqual(['down', 'up'])
    expect(registered()).toEqual(['F8'])
    await key.choose('none')
    expect(registered()).toEqual([])
    expect(key.view()).toEqual({ how: 'none' })
  })
})

describe('where its coming up cannot be seen', () => {
  it('each press begins or ends, its repetitions do not, and it is said why', async () => {
    const { press, pass, signals, key } = await desktop({ unseen: 'Wayland.' })
    expect(key.view()).toEqual({ chord: 'Ctrl+Alt+Space', how: 'press', why: 'Wayland. Use the command.' })
    press()
    pass(660)
    press()
    pass(30)
    press()
    pass(2_000)
    press()
    expect(signals).toEqual(['press', 'press'])
  })

  it('which is found out with the first press, it begins all the same', async () => {
    const { press, signals, views } = await desktop({ broken: true })
    press()
    expect(signals).toEqual(['press'])
    expect(views.at(-1)).toMatchObject({
      how: 'press',
      why: expect.stringContaining('no X record extension'),
    })
  })
})

it('a key that another program has is said to be taken', async () => {
  const { key } = await desktop({ taken: ['Control+Alt+Space'] })
  expect(key.view()).toMatchObject({
    how: 'none',
    why: expect.stringMatching(/Another program.*Use the command/),
  })
})

it('a key that no program can be told of is said to be one', async () => {
  const { key } = await desktop()
  await key.choose('Ctrl+MediaSelect')
  expect(key.view()).toMatchObject({ how: 'none', why: expect.stringContaining('cannot be heard') })
})
