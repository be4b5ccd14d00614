import { protocol, session } from 'electron'
import { APP_SCHEME } from './app-address.ts'
import { serveAppFile } from './app-files.ts'

/** Makes `app:` a scheme with an origin of its own. Must be called before the application is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built interface at `app://adjutant/`, and lets the window load nothing else, from nowhere. */
export function serveAppScheme(folder: string): void {
  protocol.handle(APP_SCHEME, (request) => serveAppFile(folder, request))
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !/^(app|data|blob|devtools|chrome-extension):/.test(url) })
  })
}
