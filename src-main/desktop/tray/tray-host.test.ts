import { describe, expect, it } from 'vitest'
import { hasTray } from './tray-host.ts'

const answers =
  (byCommand: Record<string, string>) =>
  async (command: string): Promise<string> => {
    const answer = byCommand[command]
    if (answer === undefined) throw new Error(`${command}: not found`)
    return answer
  }

describe('a tray', () => {
  it.each(['darwin', 'win32'] as const)('is always there on %s', async (platform) => {
    expect(await hasTray(platform, answers({}))).toBe(true)
  })

  it.each([
    ['dbus-send says so', { 'dbus-send': '   boolean true\n' }, true],
    ['gdbus says so', { gdbus: '(true,)\n' }, true],
    ['busctl says so', { busctl: 'b true\n' }, true],
    ['nobody has the name', { 'dbus-send': '   boolean false\n', gdbus: '(true,)' }, false],
    ['there is no session bus', {}, false],
  ])('on Linux, where %s', async (_when, tools, there) => {
    expect(await hasTray('linux', answers(tools as Record<string, string>))).toBe(there)
  })
})
