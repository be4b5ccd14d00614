import { describe, expect, it } from 'vitest'
import { chooseHost, type Surroundings } from './choose-host.ts'

const electron = { path: '/opt/electron', from: 'installed' } as const
const desktop: Surroundings = { platform: 'linux', env: { DISPLAY: ':0' }, electron, root: false }

describe('npm start opens the window', () => {
  it.each([
    ['on an X display', desktop],
    ['on Wayland', { ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } }],
    ['on a Mac, which has no DISPLAY', { ...desktop, platform: 'darwin', env: {} }],
    ['on Windows', { ...desktop, platform: 'win32', env: {} }],
  ] as const)('%s', (_where, surroundings) => {
    expect(chooseHost(surroundings)).toEqual({ kind: 'electron', path: '/opt/electron', args: [] })
  })

  it('as root only without the sandbox, and says so', () => {
    expect(chooseHost({ ...desktop, root: true })).toMatchObject({
      kind: 'electron',
      args: ['--no-sandbox'],
      note: expect.stringContaining('sandbox'),
    })
  })
})

describe('npm start serves the same interface instead, and says why', () => {
  it.each([
    ['without a display', { ...desktop, env: {} }, /no display/],
    ['where the display is empty', { ...desktop, env: { DISPLAY: '' } }, /no display/],
    ['without an Electron', { ...desktop, electron: undefined }, /no Electron.*electron-runtime/],
    [
      'without an Electron where none can be prepared',
      { ...desktop, platform: 'darwin', electron: undefined },
      /no Electron binary on this machine$/,
    ],
  ] as const)('%s', (_where, surroundings, why) => {
    expect(chooseHost(surroundings)).toEqual({ kind: 'headless', why: expect.stringMatching(why) })
  })
})
