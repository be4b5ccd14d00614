import { askBus, type Run, runQuietly } from '../session-bus.ts'

/**
 * Why a chord that was registered may never be heard here: on Wayland no program hears keys of others, unless the
 * desktop offers its GlobalShortcuts portal; then it is the desktop that asks the operator.
 * https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html
 */
export async function waylandDoubt(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  run: Run = runQuietly,
): Promise<string | undefined> {
  if (platform !== 'linux') return undefined
  if (!env.WAYLAND_DISPLAY && env.XDG_SESSION_TYPE !== 'wayland') return undefined
  const portal = await askBus(
    {
      name: 'org.freedesktop.portal.Desktop',
      path: '/org/freedesktop/portal/desktop',
      method: 'org.freedesktop.DBus.Properties.Get',
      strings: ['org.freedesktop.portal.GlobalShortcuts', 'version'],
    },
    run,
  )
  return portal !== undefined && /\b[1-9]\d*\b/.test(portal.replace(/uint32|variant/g, ''))
    ? 'This desktop asks you itself whether the key may be heard; until it was pressed once here, that is not known.'
    : 'Wayland lets no program hear keys while another one has the focus, and this desktop offers no way to ask for it.'
}
