import { app, session, shell, type WebContents } from 'electron'
import { APP_ADDRESS, isAppAddress } from './app-address.ts'
import { externalLink } from './external-link.ts'
import { permitted } from './permitted.ts'

/**
 * Takes from every page of this application what the interface never needs. Called once, when the app is ready.
 * `listening` tells whether a recording is open.
 */
export function lockDown(report: (what: string, error: unknown) => void, listening: () => boolean): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const { requestingUrl: address, isMainFrame: mainFrame } = details
    answer(permitted({ permission, address, media, mainFrame }, listening))
  })
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, address, { mediaType, isMainFrame: mainFrame }) =>
      permitted({ permission, address, media: mediaType ? [mediaType] : [], mainFrame }, listening),
  )
  defaultSession.setDevicePermissionHandler(() => false)
  // what the interface itself made, such as an export; nothing that a page offers
  defaultSession.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ADDRESS}`)) event.preventDefault()
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event) => event.preventDefault())
  app.on('login', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => confine(contents, report))
}

function confine(contents: WebContents, report: (what: string, error: unknown) => void): void {
  const open = (address: string) => {
    const link = externalLink(address)
    if (!link) return report('a link was not opened', new Error(address.slice(0, 200)))
    shell.openExternal(link).catch((error) => report('a link could not be opened', error))
  }
  contents.setWindowOpenHandler(({ url }) => {
    open(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (isAppAddress(event.url)) return
    event.preventDefault()
    open(event.url)
  })
  // no page here has frames; one that leads elsewhere would be foreign content with the window's look
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !isAppAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
