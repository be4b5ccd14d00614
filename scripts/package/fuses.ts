import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** Whether each switch of Electron's binary is on in what ships. */
export const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
} as const

/** How a fuse that is on stands in the binary. https://github.com/electron/fuses#fuse-schema */
const ON = '1'.charCodeAt(0)

/** The switches as they are set in an executable. */
export async function readFuses(executable: string): Promise<Record<keyof typeof FUSES, boolean>> {
  const wire = await getCurrentFuseWire(executable)
  const names = Object.keys(FUSES) as (keyof typeof FUSES)[]
  return Object.fromEntries(names.map((name) => [name, wire[FuseV1Options[name]] === ON])) as Record<
    keyof typeof FUSES,
    boolean
  >
}

/** Those that are not as they must be, in words. */
export async function wrongFuses(executable: string): Promise<string[]> {
  const set = await readFuses(executable)
  return Object.entries(FUSES)
    .filter(([name, on]) => set[name as keyof typeof FUSES] !== on)
    .map(([name, on]) => `${name} is ${on ? 'off' : 'on'}`)
}
