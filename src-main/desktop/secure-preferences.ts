import type { WebPreferences } from 'electron'

/** What every window of this application may do, which is little: its page is drawn, and calls through the bridge. */
export const securePreferences = (preload: string): WebPreferences => ({
  preload,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // its dictionaries would come from the network
  spellcheck: false,
})

/** The interface's canvas, so that nothing flashes before it is drawn. */
export const canvas = (dark: boolean): string => (dark ? '#121517' : '#f5f3ee')
