import { askBus, type Run, runQuietly } from '../session-bus.ts'

/** Whether this desktop shows tray icons. On Linux not all do, and an icon that nobody shows would be no way back. */
export async function hasTray(
  platform: NodeJS.Platform = process.platform,
  run: Run = runQuietly,
): Promise<boolean> {
  if (platform !== 'linux') return true
  const answer = await askBus(
    {
      name: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      method: 'org.freedesktop.DBus.NameHasOwner',
      strings: ['org.kde.StatusNotifierWatcher'],
    },
    run,
  )
  return answer !== undefined && /\btrue\b/.test(answer)
}
