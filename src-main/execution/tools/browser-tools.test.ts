import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserForTests, whyNoBrowser } from '../../testing/browser-for-tests.ts'
import { startTestSite, type TestSite } from '../../testing/site/site.ts'
import { sha256 } from '../../vocabulary/json.ts'
import { WEB_LABELS } from '../../vocabulary/labels.ts'
import type { BrowserPort } from '../browser/browser.ts'
import { createBrowser } from '../browser/create-browser.ts'
import { createFiles } from '../files/disk/create-files.ts'
import type { FilesPort } from '../files/files.ts'
import type { ToolCall } from '../tool.ts'
import { createWeb } from '../web/create-web.ts'
import { browserClick } from './browser-click.ts'
import { browserDownload } from './browser-download.ts'
import { browserExtract } from './browser-extract.ts'
import { browserFill } from './browser-fill.ts'
import { browserOpen } from './browser-open.ts'
import { browserScreenshot } from './browser-screenshot.ts'

const found = await browserForTests()
const missing = await whyNoBrowser(found)

describe.skipIf(missing)(`browser tools${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let site: TestSite
  let home: string
  let browser: BrowserPort
  beforeAll(async () => {
    site = await startTestSite()
    home = await mkdtemp(join(tmpdir(), 'adjutant-browser-tools-'))
    browser = createBrowser({ profileDir: join(home, 'profile'), web: createWeb(), ...found })
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
    await rm(home, { recursive: true, force: true })
  })

  const call = (): ToolCall => ({
    runId: 'run_1',
    conversationId: 'c_1',
    principal: 'operator',
    labels: WEB_LABELS,
    idempotencyKey: 'effect_1',
    allowedHosts: [site.host],
    signal: new AbortController().signal,
  })
  const filesAt = async (path: string): Promise<FilesPort> => {
    const ground = createFiles({
      roots: () => [home],
      home,
      ownData: join(home, 'own'),
      trashDir: join(home, 'own', 'trash'),
    })
    return ground.forCall([await ground.standing(path)])
  }

  it('open gives a page to be read by a model, with where its links lead', async () => {
    const result = await browserOpen.run({ url: `${site.origin}/departures` }, { browser }, call())
    expect(result.text).toContain('button "Refresh" [ref=')
    expect(result.labels).toEqual(WEB_LABELS)
    expect(result.links).toContain(`${site.origin}/hours`)
    expect(result.data).toMatchObject({ url: `${site.origin}/departures`, title: 'Departures' })
    expect(result.evidence).toMatchObject([{ kind: 'page', summary: 'Opened "Departures"' }])
  })

  it('extract gives the parts of a page', async () => {
    const result = await browserExtract.run({ url: `${site.origin}/news` }, { browser }, call())
    expect((result.data as { headlines: unknown[] }).headlines).toHaveLength(10)
    expect(result.text).toContain('- City library opens on Sundays')
    expect(result.links).toContain(`${site.origin}/news/night-train`)
  })

  it('fill tells what was sent and how it was answered', async () => {
    const input = { url: `${site.origin}/contact`, fields: { subscriber: 'ann@example.org' }, submit: true }
    const result = await browserFill.run(input, { browser }, call())
    expect(result.evidence).toMatchObject([
      {
        kind: 'browser',
        what: `${site.origin}/contact`,
        summary: `Filled in subscriber and submitted: POST ${site.origin}/newsletter answered 200; the page is now "Thank you"`,
      },
    ])
  })

  it('a form that was filled in and not sent is not said to be submitted', async () => {
    const input = { url: `${site.origin}/contact`, fields: { subscriber: 'ann@example.org' }, submit: false }
    expect(await browserFill.run(input, { browser }, call())).toMatchObject({ acts: ['fill'] })
    expect(await browserFill.run({ ...input, submit: true }, { browser }, call())).not.toHaveProperty('acts')
  })

  it('a click on which the page sends nothing is not said to be a submission', async () => {
    const page = await browser.open('c_1', `${site.origin}/contact`, call())
    const field = page.elements.find(({ role }) => role === 'textbox')?.ref ?? ''
    expect(await browserClick.run({ ref: field }, { browser }, call())).toMatchObject({ acts: ['fill'] })
    await browserFill.run(
      { url: `${site.origin}/contact`, fields: { subscriber: 'ann@example.org' }, submit: false },
      { browser },
      call(),
    )
    const { elements } = await browser.snapshot('c_1', call())
    const button = elements.find(({ name }) => name === 'Subscribe')?.ref ?? ''
    expect(await browserClick.run({ ref: button }, { browser }, call())).not.toHaveProperty('acts')
  })

  it('a form that is shown for approval hides passwords', async () => {
    const input = {
      url: 'https://example.com/login',
      fields: { user: 'ann', Password: 'hunter2' },
      submit: true,
    }
    expect(await browserFill.preview?.(input, { browser }, { conversationId: 'c_1' })).toEqual({
      kind: 'fields',
      title: 'Fill in and submit a form',
      fields: [
        { name: 'Page', value: 'https://example.com/login' },
        { name: 'user', value: 'ann' },
        { name: 'Password', value: '••••••••' },
      ],
    })
  })

  it('a click that is shown for approval names the element and its page', async () => {
    const page = await browser.open('c_2', `${site.origin}/contact`, {
      allowedHosts: [site.host],
      signal: call().signal,
    })
    const ref = page.elements.find(({ name }) => name === 'Send message')?.ref ?? ''
    expect(await browserClick.preview?.({ ref }, { browser }, { conversationId: 'c_2' })).toEqual({
      kind: 'fields',
      title: 'Click on the open page',
      fields: [
        { name: 'Page', value: `Contact the town hall (${site.origin}/contact)` },
        { name: 'Element', value: 'button "Send message"' },
      ],
    })
  })

  it('screenshot saves a picture and proves it', async () => {
    const path = join(home, 'shop.png')
    const files = await filesAt(path)
    const result = await browserScreenshot.run(
      { url: `${site.origin}/shop`, path },
      { browser, files },
      call(),
    )
    const saved = await readFile(path)
    expect(saved.subarray(1, 4).toString()).toBe('PNG')
    expect(result.evidence).toMatchObject([{ kind: 'image', what: path, sha256: sha256(saved) }])
    expect(result.data).toMatchObject({ path, bytes: saved.length })
  })

  it('download saves the file as it came', async () => {
    const path = join(home, 'timetable.csv')
    const files = await filesAt(path)
    const url = `${site.origin}/files/timetable.csv`
    const result = await browserDownload.run({ url, path }, { browser, files }, call())
    expect(await readFile(path, 'utf8')).toContain('1,Harbour,Station')
    expect(result.data).toMatchObject({ suggestedName: 'timetable 2026.csv', bytes: 52 })
  })
})
