import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { makeFeed } from '../../scripts/package/make-feed.ts'

const DAY_MS = 86_400_000

/** A maker of updates on this machine: a key, a feed and a package, served over HTTP from a folder. */
export async function startUpdateServer(folder: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const asked: string[] = []
  const server = createServer((request, response) => {
    const name = decodeURIComponent(basename(request.url ?? ''))
    asked.push(name)
    try {
      response.end(readFileSync(join(folder, name)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const name = 'adjutant_9.0.0_amd64.deb'
  const file = (path: string) => join(folder, path)
  writeFileSync(file(name), 'a package of the newest version, as long as it takes')
  const publish = ({
    version = '9.0.0',
    key = privateKey,
    expires = new Date(Date.now() + DAY_MS),
  }: {
    version?: string
    key?: typeof privateKey
    expires?: Date
  } = {}) => makeFeed({ version, notes: 'It is better.', expires, packages: [file(name)], key, folder })
  publish()
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.json`,
    publicKey,
    asked,
    publish,
    /** What is served under a name from now on. */
    read: (path: string) => readFileSync(file(path)),
    write: (path: string, bytes: string | Uint8Array) => writeFileSync(file(path), bytes),
    name,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
