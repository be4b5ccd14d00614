import { systemPreferences } from 'electron'
import { messageOf } from '../../vocabulary/errors.ts'

/** Sees keys come up while another program has the focus. It looks only while a key is held. */
export interface KeyHook {
  /** Makes it ready. Why it cannot be, in words for the operator; undefined where it can. */
  prepare(): Promise<string | undefined>
  /** Looks until one of these keys comes up (names as uiohook has them), or Esc goes down. Throws where it cannot. */
  watch(keys: readonly string[], ended: (how: 'up' | 'escape') => void): void
  /** Looks at no key any more. */
  stop(): void
}

type Library = typeof import('uiohook-napi')

export function createKeyHook(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): KeyHook {
  let library: Library | undefined
  let unwatch: (() => void) | undefined

  const stop = () => {
    unwatch?.()
    unwatch = undefined
  }
  return {
    prepare: async () => {
      if (platform === 'linux' && (env.WAYLAND_DISPLAY || env.XDG_SESSION_TYPE === 'wayland'))
        return 'Wayland tells no program that a key comes up elsewhere, and on some desktops not that it goes down either.'
      // asked of the system without asking the operator: whoever wants it allows it there
      if (platform === 'darwin' && !systemPreferences.isTrustedAccessibilityClient(false))
        return 'Keys that come up are seen once Adjutant is allowed under Privacy & Security, Accessibility.'
      try {
        library ??= await import('uiohook-napi')
        return undefined
      } catch (error) {
        return `Keys that come up cannot be seen here: ${messageOf(error)}`
      }
    },
    watch: (keys, ended) => {
      stop()
      if (!library) throw new Error('the key hook is not prepared')
      const { uIOhook, UiohookKey } = library
      const codes = new Set(keys.map((name) => (UiohookKey as Readonly<Record<string, number>>)[name]))
      const up = ({ keycode }: { readonly keycode: number }) => {
        if (codes.has(keycode)) ended('up')
      }
      const down = ({ keycode }: { readonly keycode: number }) => {
        if (keycode === UiohookKey.Escape) ended('escape')
      }
      const deaf = () => {
        uIOhook.off('keyup', up)
        uIOhook.off('keydown', down)
      }
      uIOhook.on('keyup', up)
      uIOhook.on('keydown', down)
      try {
        uIOhook.start()
      } catch (error) {
        deaf()
        throw error
      }
      unwatch = () => {
        deaf()
        uIOhook.stop()
      }
    },
    stop,
  }
}
