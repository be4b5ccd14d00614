import { expect, it } from 'vitest'
import { waylandDoubt } from './wayland-doubt.ts'

const wayland = { XDG_SESSION_TYPE: 'wayland' }
const answers = (text: string | undefined) => async () => {
  if (text === undefined) throw new Error('no such property')
  return text
}

it.each([
  ['X11', {}, 'linux', undefined, undefined],
  ['a Mac', {}, 'darwin', undefined, undefined],
  ['Wayland whose desktop asks the operator', wayland, 'linux', 'variant uint32 1', /asks you itself/],
  ['Wayland without that', wayland, 'linux', undefined, /no way to ask/],
] as const)(
  'whether a key is heard from other programs on %s',
  async (_where, env, platform, portal, said) => {
    const doubt = await waylandDoubt(env, platform, answers(portal))
    if (said) expect(doubt).toMatch(said)
    else expect(doubt).toBeUndefined()
  },
)
