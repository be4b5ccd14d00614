import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { startUpdateServer } from '../../testing/update-server.ts'
import { fetchFeed } from './fetch-feed.ts'
import { fetchPackage, isPackage } from './fetch-package.ts'
import { chooseUpdate, compareVersions, type Running, type Update } from './update-feed.ts'

type Server = Awaited<ReturnType<typeof startUpdateServer>>
const servers: Server[] = []
const serve = async () => {
  const server = await startUpdateServer(temporaryFolder())
  servers.push(server)
  return server
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const running: Running = { version: '0.1.0', system: 'linux-x64', kind: 'deb' }
const check = async (server: Server, here: Running = running) =>
  chooseUpdate(await fetchFeed(server.address, server.publicKey), here)
const download = (
  server: Server,
  update: Update,
  folder: string,
  progress: (done: number) => void = () => {},
) => fetchPackage(update, { folder, feed: server.address, progress, signal: new AbortController().signal })

describe('a feed of updates', () => {
  it('offers a newer version of what runs here', async () => {
    const server = await serve()
    expect(await check(server)).toMatchObject({
      version: '9.0.0',
      notes: 'It is better.',
      package: { system: 'linux-x64', kind: 'deb' },
    })
  })

  it('offers nothing where the newest runs already', async () => {
    expect(await check(await serve(), { ...running, version: '9.0.0' })).toBeUndefined()
  })

  const OTHER = generateKeyPairSync('ed25519').privateKey
  it.each<[string, (server: Server) => void, string]>([
    [
      'one letter is another',
      (s) => s.write('feed.json', s.read('feed.json').toString().replace('9.0.0', '9.0.1')),
      'not signed',
    ],
    ['only a space is added', (s) => s.write('feed.json', `${s.read('feed.json')} `), 'not signed'],
    ['it is signed by another key', (s) => void s.publish({ key: OTHER }), 'not signed'],
    ['its signature is empty', (s) => s.write('feed.json.sig', ''), 'not signed'],
    ['its signature is no signature', (s) => s.write('feed.json.sig', 'hello'), 'not signed'],
    ['it is older', (s) => void s.publish({ version: '0.0.9' }), 'older than 0.1.0'],
    ['it has expired', (s) => void s.publish({ expires: new Date(0) }), 'until 1970'],
    ['it has no such version', (s) => void s.publish({ version: 'newest' }), 'cannot be read'],
    ['it is far too long', (s) => s.write('feed.json', 'x'.repeat(300_000)), 'longer than'],
  ])('is refused where %s', async (_what, tamper, why) => {
    const server = await serve()
    tamper(server)
    await expect(check(server)).rejects.toThrow(why)
  })

  it.each([
    ['another system', { ...running, system: 'win32-x64' }, 'no deb for win32-x64'],
    ['another processor', { ...running, system: 'linux-arm64' }, 'no deb for linux-arm64'],
    ['another kind of package', { ...running, kind: 'AppImage' as const }, 'no AppImage for linux-x64'],
  ])('for %s is refused with its name', async (_what, here, why) => {
    await expect(check(await serve(), here)).rejects.toThrow(why)
  })

  it.each([
    ['http://updates.example/feed.json', 'is not an https address'],
    ['ftp://127.0.0.1/feed.json', 'is not an https address'],
    ['nonsense', 'is not an https address'],
    ['http://127.0.0.1:9/feed.json', 'cannot be reached'],
  ])('at %s is refused: %s', async (address, why) => {
    const { publicKey } = await serve()
    await expect(fetchFeed(address, publicKey)).rejects.toThrow(why)
  })

  it('that is not there says so', async () => {
    const server = await serve()
    await expect(fetchFeed(server.address.replace('feed', 'gone'), server.publicKey)).rejects.toThrow(
      'answers 404',
    )
  })

  it.each([
    ['0.1.0', '0.2.0', -1],
    ['0.10.0', '0.9.9', 1],
    ['1.0.0', '1.0.0', 0],
    ['2.0.0', '10.0.0', -1],
  ])('version %s to %s', (one, other, sign) => {
    expect(Math.sign(compareVersions(one, other))).toBe(sign)
  })
})

describe('the package of an update', () => {
  it('is kept as a file, and not asked for again', async () => {
    const server = await serve()
    const update = (await check(server)) as Update
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'adjutant-8.0.0-linux-x64.deb'), 'an earlier one')
    const seen: number[] = []
    const file = await download(server, update, folder, (done) => seen.push(done))
    expect(readdirSync(folder)).toEqual(['adjutant-9.0.0-linux-x64.deb'])
    expect(readFileSync(file)).toEqual(server.read(server.name))
    expect(seen.at(-1)).toBe(update.package.bytes)
    server.asked.length = 0
    await download(server, update, folder)
    expect(server.asked).toEqual([])
  })

  it.each<[string, (bytes: Buffer) => string | Uint8Array]>([
    ['one byte is another', (bytes) => Buffer.from(bytes).fill('X', 3, 4)],
    ['it is longer', (bytes) => `${bytes}and more`],
    ['it is shorter', (bytes) => bytes.subarray(0, 5)],
    ['it is empty', () => ''],
  ])('is refused where %s, and nothing is kept', async (_what, tamper) => {
    const server = await serve()
    const update = (await check(server)) as Update
    const folder = temporaryFolder()
    server.write(server.name, tamper(server.read(server.name)))
    await expect(download(server, update, folder)).rejects.toThrow(
      'not the package that the feed was signed for',
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it('that was changed on the disk since is not the package any more', async () => {
    const server = await serve()
    const update = (await check(server)) as Update
    const file = await download(server, update, temporaryFolder())
    expect(await isPackage(file, update.package)).toBe(true)
    writeFileSync(file, readFileSync(file).fill('X', 0, 1))
    expect(await isPackage(file, update.package)).toBe(false)
  })

  it('leaves nothing where it is given up', async () => {
    const server = await serve()
    const update = (await check(server)) as Update
    const folder = temporaryFolder()
    const stop = new AbortController()
    stop.abort(new Error('given up'))
    const fetched = fetchPackage(update, {
      folder,
      feed: server.address,
      progress: () => {},
      signal: stop.signal,
    })
    await expect(fetched).rejects.toThrow('given up')
    expect(existsSync(folder) && readdirSync(folder)).toEqual([])
  })

  it('is not taken from anywhere', async () => {
    const server = await serve()
    const update = (await check(server)) as Update
    const elsewhere = { ...update, package: { ...update.package, url: 'file:///etc/passwd' } }
    await expect(download(server, elsewhere, temporaryFolder())).rejects.toThrow('no https address')
  })
})
