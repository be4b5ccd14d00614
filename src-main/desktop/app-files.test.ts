import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { serveAppFile } from './app-files.ts'

function builtInterface(): string {
  const base = temporaryFolder()
  const folder = join(base, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<title>Adjutant</title>')
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'notes.txt'), 'not a kind that a page loads')
  writeFileSync(join(base, 'secret.json'), '{}')
  writeFileSync(join(base, 'renderer-other.json'), '{}')
  symlinkSync(join(base, 'secret.json'), join(folder, 'leak.json'))
  return folder
}
const get = (folder: string, url: string) => serveAppFile(folder, { method: 'GET', url })

describe('the interface in the window', () => {
  it.each([
    ['app://adjutant/', 'text/html; charset=utf-8'],
    ['app://adjutant/index.html#/runs/1', 'text/html; charset=utf-8'],
    ['app://adjutant/assets/index-1a2b.js?v=1', 'text/javascript; charset=utf-8'],
  ])('has %s', async (url, type) => {
    const response = await get(builtInterface(), url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it.each([
    'app://adjutant/../secret.json',
    'app://adjutant/..%2fsecret.json',
    'app://adjutant/%2e%2e%2fsecret.json',
    'app://adjutant/..%5csecret.json',
    'app://adjutant/assets/..%2f..%2fsecret.json',
    'app://adjutant/..%2frenderer-other.json',
    'app://adjutant/leak.json',
    'app://adjutant/index.html%00.js',
    'app://adjutant/%ff',
    'app://adjutant/assets',
    'app://adjutant/absent.js',
    'app://adjutant/notes.txt',
    'app://elsewhere/index.html',
    'app://adjutant:80/index.html',
    'file:///etc/passwd',
  ])('has nothing at %s', async (url) => {
    expect((await get(builtInterface(), url)).status).toBe(404)
  })

  it('binds every page by a policy that allows no foreign script', async () => {
    const policy = (await get(builtInterface(), 'app://adjutant/')).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
  })

  it('is only read', async () => {
    const response = await serveAppFile(builtInterface(), { method: 'POST', url: 'app://adjutant/' })
    expect(response.status).toBe(405)
  })
})
