import { describe, expect, it } from 'vitest'
import { closingOf } from './closing.ts'

const usual = { quitting: false, hasTray: true, closeToTray: true, ownsAgent: true, told: true }

describe('closing the window', () => {
  it.each([
    ['keeps the agent in the tray', {}, { do: 'hide', tell: false }],
    ['says the first time that it stays', { told: false }, { do: 'hide', tell: true }],
    ['ends it where the operator wants that', { closeToTray: false, told: false }, { do: 'close' }],
    ['asks once where there is no tray', { hasTray: false, told: false }, { do: 'ask' }],
    ['ends it where there is no tray', { hasTray: false }, { do: 'close' }],
    [
      'just closes where the agent lives in another process',
      { hasTray: false, told: false, ownsAgent: false },
      { do: 'close' },
    ],
    ['does not keep it from quitting', { quitting: true, told: false }, { do: 'close' }],
  ] as const)('%s', (_what, situation, outcome) => {
    expect(closingOf({ ...usual, ...situation })).toEqual(outcome)
  })
})
