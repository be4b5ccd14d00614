import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { SECURITY_HEADERS } from '../server/security-headers.ts'
import { isAppAddress } from './app-address.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** The file of an `app://` address, or undefined where that names nothing inside the folder: links do not lead out. */
async function findAppFile(folder: string, address: string): Promise<string | undefined> {
  if (!isAppAddress(address)) return undefined
  const path = decoded(new URL(address).pathname)
  if (path === undefined || /[\\\0]/.test(path)) return undefined
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, path === '/' ? 'index.html' : path))
    return file.startsWith(root + sep) ? file : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

/** Answers a request of the window for a file of the interface, with the headers that bind the page. */
export async function serveAppFile(
  folder: string,
  { method, url }: Pick<Request, 'method' | 'url'>,
): Promise<Response> {
  if (method !== 'GET') return new Response('Only GET', { status: 405, headers: SECURITY_HEADERS })
  const file = await findAppFile(folder, url)
  const type = file && TYPES[extname(file)]
  if (!file || !type) return new Response('Not found', { status: 404, headers: SECURITY_HEADERS })
  return new Response(new Uint8Array(await readFile(file)), {
    headers: { ...SECURITY_HEADERS, 'content-type': type },
  })
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
