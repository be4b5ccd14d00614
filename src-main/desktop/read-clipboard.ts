import { clipboard } from 'electron'

/** Electron's clipboard before version 40: at once, and with the selection by name. */
interface OlderClipboard {
  readText(type?: 'clipboard' | 'selection'): string
}

/** The text that was copied, or (on Linux alone) that is marked in some program; empty where there is none. */
export async function readClipboard(from: 'clipboard' | 'selection'): Promise<string> {
  if (from === 'clipboard') return await clipboard.readText()
  if (process.platform !== 'linux') return ''
  const { selection } = clipboard as Partial<typeof clipboard>
  return selection
    ? await selection.readText()
    : (clipboard as unknown as OlderClipboard).readText('selection')
}
