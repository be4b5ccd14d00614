import { app, session, shell, type WebContents } from 'electron'
import { isAppAddress } from './app-address.ts'
import { externalLink } from './external-link.ts'

/** The one permission of the interface: its copy buttons put text on the clipboard. */
const COPYING = 'clipboard-sanitized-write'

/** Takes from every page of this application what the interface never needs. Called once, when the app is ready. */
export function lockDown(report: (what: string, error: unknown) => void): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === COPYING && isAppAddress(requestingUrl)),
  )
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === COPYING && isAppAddress(origin),
  )
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.on('will-download', (event) => event.preventDefault())
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
