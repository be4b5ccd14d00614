import { BrowserWindow, dialog, type WebContents } from 'electron'

/** Lets the operator choose a folder in the system's own dialog, over the page that asked; none where they cancel. */
export async function chooseFolder(from: WebContents): Promise<{ path?: string }> {
  const properties = ['openDirectory', 'createDirectory'] as const
  const parent = BrowserWindow.fromWebContents(from)
  const { filePaths } = await (parent
    ? dialog.showOpenDialog(parent, { properties: [...properties] })
    : dialog.showOpenDialog({ properties: [...properties] }))
  return filePaths[0] === undefined ? {} : { path: filePaths[0] }
}
