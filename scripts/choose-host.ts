import type { FoundElectron } from './runtime/find-electron.ts'

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly electron: FoundElectron | undefined
  readonly root: boolean
}

export type Host =
  | {
      readonly kind: 'electron'
      readonly path: string
      readonly args: readonly string[]
      readonly note?: string
    }
  | { readonly kind: 'headless'; readonly why: string }

/** Which host `npm start` takes, and why not the window where it cannot be. */
export function chooseHost({ platform, env, electron, root }: Surroundings): Host {
  if (!electron) {
    const prepare = platform === 'linux' ? ' ("npm run electron-runtime" prepares one)' : ''
    return { kind: 'headless', why: `there is no Electron binary on this machine${prepare}` }
  }
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return { kind: 'headless', why: 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)' }
  }
  const asRoot = platform === 'linux' && root
  return {
    kind: 'electron',
    path: electron.path,
    args: asRoot ? ['--no-sandbox'] : [],
    ...(asRoot
      ? { note: "Running as root, so without Chromium's sandbox. Start it as an ordinary user to have it." }
      : {}),
  }
}
