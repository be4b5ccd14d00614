import { app, type Session, session, shell } from 'electron'
import { isForOutside, isOwnPage } from './own-page.ts'

/** Must be called before the app is ready: what no page in this app may ever do. */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    const keepInside = (event: { preventDefault(): void }, address: string) => {
      if (!isOwnPage(address)) event.preventDefault()
    }
    contents.on('will-navigate', (event) => keepInside(event, event.url))
    contents.on('will-frame-navigate', (event) => keepInside(event, event.url))
    contents.on('will-redirect', (event) => keepInside(event, event.url))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (isForOutside(url)) void shell.openExternal(url)
      return { action: 'deny' }
    })
  })
}

/** No permission is granted, no device is handed out, and nothing but our own protocol is loaded. */
export function hardenSession(one: Session = session.defaultSession): void {
  one.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  one.setPermissionCheckHandler(() => false)
  one.setDevicePermissionHandler(() => false)
  one.setCertificateVerifyProc((_request, answer) => answer(-2))
  one.webRequest.onBeforeRequest((details, answer) => {
    const local = isOwnPage(details.url) || /^(?:data|blob|devtools|chrome-extension):/.test(details.url)
    answer({ cancel: !local })
  })
  one.on('will-download', (event) => event.preventDefault())
}
