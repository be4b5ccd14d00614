import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { SECURITY_HEADERS } from '../server/interface-files.ts'
import { interfaceFile, SCHEME } from './own-page.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must be called before the app is ready. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

/** Serves the built interface under our own protocol, with the same headers as over HTTP. */
export function serveInterface(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const file = interfaceFile(folder, request.url)
    const type = file === undefined ? undefined : TYPES[extname(file)]
    if (file === undefined || type === undefined) return new Response('Not found', { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { ...SECURITY_HEADERS, 'content-type': type },
      })
    } catch (error) {
      if (error instanceof Error && 'code' in error) return new Response('Not found', { status: 404 })
      throw error
    }
  })
}
