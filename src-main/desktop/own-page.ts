import { join, normalize, sep } from 'node:path'

/** Our own protocol: the interface is never loaded from a file or the network. */
export const SCHEME = 'app'
export const HOST = 'adjutant'
export const START_PAGE = `${SCHEME}://${HOST}/index.html`

/** Whether an address is a page of our own. */
export function isOwnPage(address: string): boolean {
  const url = parse(address)
  return url?.protocol === `${SCHEME}:` && url.host === HOST
}

/** The file of the interface that an address of our protocol names; undefined for anything outside of its folder. */
export function interfaceFile(folder: string, address: string): string | undefined {
  if (!isOwnPage(address)) return undefined
  const path = decoded(parse(address)?.pathname ?? '')
  if (path === undefined || path.includes('\0') || path.includes('\\')) return undefined
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  return file.startsWith(folder + sep) ? file : undefined
}

/** An address that may be handed to the system's browser or mail program. */
export function isForOutside(address: string): boolean {
  const protocol = parse(address)?.protocol
  return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:'
}

const parse = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined)

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
