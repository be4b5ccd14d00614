import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserForTests, whyNoBrowser } from '../../testing/browser-for-tests.ts'
import { startTestSite, type TestSite } from '../../testing/site/site.ts'
import { createWeb } from '../web/create-web.ts'
import type { BrowserPort, PageSnapshot } from './browser.ts'
import { createBrowser } from './create-browser.ts'

const found = await browserForTests()
const missing = await whyNoBrowser(found)
const promise = (name: string) => (missing === undefined ? name : `${name} (skipped: ${missing})`)

let site: TestSite
let profileDir: string
beforeAll(async () => {
  site = await startTestSite()
  profileDir = mkdtempSync(join(tmpdir(), 'adjutant-profile-'))
})
afterAll(async () => {
  await site.close()
  await rm(profileDir, { recursive: true, force: true })
})

const allowing = (...more: string[]) => ({
  allowedHosts: [site.host, ...more],
  signal: new AbortController().signal,
})
const refOf = ({ elements }: PageSnapshot, name: string): string =>
  elements.find((element) => element.name === name)?.ref ?? `no ${name}`

describe.skipIf(missing)(promise('a page stays where it may be'), () => {
  let browser: BrowserPort
  beforeAll(() => {
    browser = createBrowser({ profileDir, web: createWeb(), ...found })
  })
  afterAll(() => browser.close())
  const open = (path: string) => browser.open('c', `${site.origin}${path}`, allowing())

  it.each([
    ['/redirect/private', 'private-address', 'http://10.0.0.5:8080/admin'],
    ['/redirect/metadata', 'private-address', 'http://169.254.169.254/latest/meta-data'],
    ['/redirect/elsewhere', 'redirect-refused', 'https://elsewhere.example/landing'],
    ['/redirect/loop', 'too-many-redirects', '/redirect/loop'],
    ['/nowhere', 'http-status', '404 Not Found'],
    ['/files/timetable.csv', 'is-a-download', 'is a file'],
    ['/drop', 'connection-failed', 'No connection'],
  ])('%s: %s', async (path, code, words) => {
    await expect(open(path)).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
  })

  it('and says what it blocked on a page', async () => {
    const page = await open('/tracker')
    expect(page.title).toBe('socket refused')
    expect(page.blocked.map((line) => line.split(': ')[0])).toEqual([
      'http://tracker.example/pixel.gif',
      'http://10.0.0.5/secret.png',
    ])
    expect(site.requests.map(({ path }) => path)).not.toContain('/socket')
  })

  it('a redirect of a picture to another server is not followed', async () => {
    const victim = await startTestSite()
    const own = await startTestSite({
      '/page': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        response.end('<h1>Page</h1><img src="/picture">')
      },
      '/picture': (_request, response) => {
        response.writeHead(302, { location: `${victim.origin}/hours` })
        response.end()
      },
    })
    // another conversation may reach the victim, so that only this page's own rules can hold it back
    await browser.open('other', `${victim.origin}/shop`, allowing(victim.host))
    const before = victim.requests.length
    const page = await browser.open('c', `${own.origin}/page`, allowing(own.host))
    expect(page.blocked).toEqual([expect.stringContaining(`${victim.origin}/hours`)])
    expect(victim.requests).toHaveLength(before)
    await victim.close()
    await own.close()
  })

  it('a link that leads elsewhere is not followed by a click', async () => {
    const page = await open('/')
    const click = browser.act('c', { kind: 'click', ref: refOf(page, 'Weather at the coast') }, allowing())
    await expect(click).rejects.toMatchObject({
      code: 'host-not-allowed',
      message: expect.stringContaining('https://www.example.com/weather'),
    })
  })

  it('its own API is never opened', async () => {
    const cautious = createBrowser({
      profileDir: join(profileDir, 'cautious'),
      web: createWeb({ ownAddresses: () => [site.host] }),
      ...found,
    })
    await expect(cautious.open('c', `${site.origin}/`, allowing())).rejects.toMatchObject({
      code: 'own-api',
    })
    await cautious.close()
  })
})
