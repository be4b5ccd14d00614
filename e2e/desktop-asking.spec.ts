import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { crc32, deflateSync } from 'node:zlib'
import { takeOwnership } from '../src-main/storage/owner-lock.ts'
import { type Agent, expect, test } from './fixtures/agent.ts'
import { mainWindow, shown } from './fixtures/desktop.ts'
import { openNotificationDaemon } from './fixtures/notification-daemon.ts'
import { xdotool } from './fixtures/other-program.ts'
import { openTrayHost, type TrayHost, type TrayIcon } from './fixtures/tray-host.ts'

const posted = (site: { requests: readonly { method: string }[] }) =>
  site.requests.filter(({ method }) => method === 'POST').length
const hide = async (agent: Agent) => (await mainWindow(agent)).evaluate((window) => window.hide())
const allow = (agent: Agent) => agent.page.getByRole('button', { name: 'Allow once' })
const copy = (agent: Agent) => agent.page.getByRole('button', { name: 'Copy answer' })

/** A goal that is begun while nobody looks: the window is hidden. */
async function begin(agent: Agent, goal: string): Promise<void> {
  await hide(agent)
  await agent.page.evaluate(
    (words) =>
      (window as unknown as { adjutant: { call(...given: unknown[]): unknown } }).adjutant.call(
        'runs.start',
        {
          goal: words,
        },
      ),
    goal,
  )
}

/** The same agent again, on a desktop with a tray of its own. */
async function withTray(agent: Agent, use: (tray: TrayHost) => Promise<void>): Promise<void> {
  await agent.opened.close()
  const tray = await openTrayHost()
  try {
    await agent.open()
    await expect.poll(tray.items).toBe(1)
    await use(tray)
  } finally {
    await agent.opened.close()
    await tray.close()
  }
}

/** Titles of the system's own dialogs. */
const dialogs = () =>
  xdotool('search', '--onlyvisible', '--name', '^Adjutant asks$').then(
    (found) => found.split('\n').filter(Boolean),
    () => [],
  )

/** Gives the focus to the one dialog there is, once a window manager has taken it up. */
async function faceDialog(): Promise<void> {
  await expect
    .poll(async () => {
      const [only, ...others] = await dialogs()
      if (!only || others.length > 0) return false
      return xdotool('windowactivate', '--sync', only).then(
        async () => (await xdotool('getactivewindow')) === only,
        () => false,
      )
    })
    .toBe(true)
}

test.describe('what is asked can be answered', () => {
  test("from the tray's menu, and the card closes", async ({ agent, site }) => {
    await withTray(agent, async (tray) => {
      await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
      await expect(allow(agent)).toBeVisible()
      await expect.poll(async () => (await tray.menu())[0]?.label).toBe('1 question waits for you')
      await tray.choose(/api\/echo/, 'Approve')
      await expect(copy(agent)).toBeVisible()
      await expect(allow(agent)).toBeHidden()
      expect(posted(site)).toBe(1)
      await expect.poll(async () => (await tray.menu())[0]?.label).toBe('Nothing to do')
    })
  })

  test('from a notification, by its button', async ({ agent, site }) => {
    const daemon = await openNotificationDaemon('approve')
    try {
      await begin(agent, `POST {"seats": 3} to ${site.origin}/api/echo`)
      await expect.poll(daemon.shown).toMatchObject([{ summary: 'Adjutant asks' }])
      expect(posted(site)).toBe(0)
      await daemon.press()
      await expect.poll(() => posted(site)).toBe(1)
    } finally {
      await daemon.close()
    }
  })

  test('on its card, which a click on the notification opens; the other places close', async ({
    agent,
    site,
  }) => {
    const daemon = await openNotificationDaemon('default')
    try {
      await begin(agent, `POST {"seats": 3} to ${site.origin}/api/echo`)
      await expect.poll(daemon.shown).toMatchObject([{ summary: 'Adjutant asks' }])
      await expect.poll(dialogs).toHaveLength(1)
      await daemon.press()
      await expect.poll(async () => (await shown(agent, agent.page)).visible).toBe(true)
      await expect(agent.page.locator('[id^=inquiry-]')).toBeFocused()
      await allow(agent).click()
      await expect.poll(() => posted(site)).toBe(1)
      await expect.poll(dialogs).toHaveLength(0)
      await expect.poll(daemon.displayed).toBe(0)
    } finally {
      await daemon.close()
    }
  })

  test("in the system's own dialog, where Enter rejects", async ({ agent, site }, info) => {
    await begin(agent, `POST {"seats": 4} to ${site.origin}/api/echo`)
    await faceDialog()
    await screenshot(info.outputPath('dialog.png'))
    await xdotool('key', 'Return')
    await expect.poll(dialogs).toHaveLength(0)
    await (await mainWindow(agent)).evaluate((window) => window.show())
    await agent.page.keyboard.press('Control+3')
    await expect(agent.page.getByRole('button', { name: /Rejected by you/ })).toBeVisible()
    expect(posted(site)).toBe(0)

    await begin(agent, `POST {"seats": 5} to ${site.origin}/api/echo`)
    await faceDialog()
    await xdotool('key', 'Tab', 'Return')
    await expect.poll(() => posted(site)).toBe(1)
  })
})

test('the tray shows what the agent is at, and its menu pauses, goes on and stops', async ({
  agent,
  site,
}, info) => {
  await withTray(agent, async (tray) => {
    const seen = async (tip: string) => {
      await expect.poll(async () => (await tray.icon()).tip).toBe(`Adjutant: ${tip}`)
      const icon = await tray.icon()
      writeFileSync(info.outputPath(`${tip.replaceAll(' ', '-')}.png`), pngOf(icon))
      return icon.argb
    }
    const pictures = new Set([await seen('Nothing to do')])
    await agent.say('remind me in 1 hour to stretch')
    await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
    pictures.add(await seen('1 question waits for you'))
    await tray.choose(/api\/echo/, 'Reject')
    await seen('Nothing to do')
    await tray.choose('Pause everything')
    pictures.add(await seen('Everything is paused'))
    await expect(agent.page.getByText('Everything is paused')).toBeVisible()
    await agent.page.getByRole('button', { name: 'Go on' }).click()
    await seen('Nothing to do')
    await agent.page.keyboard.press('Control+n')
    await agent.say(`Open ${site.origin}/slow and summarise it`)
    pictures.add(await seen('1 goal is being worked on'))
    await tray.choose('Stop everything')
    await seen('Nothing to do')
    await microphone(agent, true)
    pictures.add(await seen('The microphone is open'))
    await microphone(agent, false)
    await seen('Nothing to do')
    expect(pictures.size).toBe(5)
  })
})

test('the tray shows that the agent is not there yet', async ({ agent }, info) => {
  await agent.opened.close()
  const tray = await openTrayHost()
  // somebody has the data directory, and does not answer
  const lock = takeOwnership(agent.place.data)
  const opening = agent.open()
  try {
    await expect.poll(tray.items).toBe(1)
    const icon = await tray.icon()
    expect(icon.tip).toBe('Adjutant: The agent does not answer')
    writeFileSync(info.outputPath('offline.png'), pngOf(icon))
  } finally {
    lock?.release()
    await opening
    await expect.poll(async () => (await tray.icon()).tip).toBe('Adjutant: Nothing to do')
    await agent.opened.close()
    await tray.close()
  }
})

const microphone = (agent: Agent, open: boolean) =>
  agent.page.evaluate(
    (isOpen) =>
      (window as unknown as { adjutant: { desktop(...given: unknown[]): unknown } }).adjutant.desktop(
        'microphone',
        { open: isOpen },
      ),
    open,
  )

/** What the whole screen shows. */
const screenshot = (file: string) => promisify(execFile)('scrot', ['--overwrite', file])

/** The pixels of a tray icon as a PNG file. https://www.w3.org/TR/png/#5Chunk-layout */
function pngOf({ width, height, argb }: TrayIcon): Buffer {
  const pixels = Buffer.from(argb, 'hex')
  const rows = Buffer.alloc(height * (1 + width * 4))
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const from = (row * width + column) * 4
      const to = row * (1 + width * 4) + 1 + column * 4
      pixels.copy(rows, to, from + 1, from + 4)
      pixels.copy(rows, to + 3, from, from + 1)
    }
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const framed = Buffer.alloc(body.length + 8)
    framed.writeUInt32BE(data.length, 0)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc32(body), body.length + 4)
    return framed
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
