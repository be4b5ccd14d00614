import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Agent, expect, test } from './fixtures/agent.ts'
import { appOf, mainWindow, quickPage } from './fixtures/desktop.ts'
import { openNotificationDaemon } from './fixtures/notification-daemon.ts'

const box = (agent: Agent) => agent.page.getByRole('textbox', { name: 'Message' })
const owner = (agent: Agent) => {
  try {
    return JSON.parse(readFileSync(join(agent.place.data, 'owner.json'), 'utf8')) as {
      pid: number
      address: string
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

test('a page that crashes comes back with the chat and the words that were not sent', async ({ agent }) => {
  await agent.say('remember that the bins go out on Monday')
  await expect(agent.outcome()).toContainText('bins')
  await box(agent).fill('and the glass on')
  const crashed = agent.page.waitForEvent('crash')
  await (await mainWindow(agent)).evaluate((window) => window.webContents.forcefullyCrashRenderer())
  await crashed
  // Playwright sees nothing of a page after its crash; the window itself is asked
  const seen = async () =>
    (await mainWindow(agent)).evaluate((window) =>
      window.webContents.executeJavaScript(
        "[document.querySelector('[aria-label=Conversation]')?.innerText ?? '', document.querySelector('textarea')?.value]",
      ),
    )
  await expect.poll(seen).toEqual([expect.stringContaining('bins go out'), 'and the glass on'])
})

test('the quick window comes back too, and a lost graphics process disturbs nobody', async ({ agent }) => {
  await quickPage(agent)
  const alive = () =>
    appOf(agent).evaluate(async ({ BrowserWindow }) =>
      Promise.all(
        BrowserWindow.getAllWindows().map(({ webContents }) =>
          webContents.executeJavaScript("document.querySelector('textarea') !== null"),
        ),
      ),
    )
  await appOf(agent).evaluate(({ app, BrowserWindow }) => {
    for (const { pid } of app.getAppMetrics().filter(({ type }) => type === 'GPU'))
      process.kill(pid, 'SIGKILL')
    const quick = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('quick.html'),
    )
    const gone = new Promise<void>((resolve) => quick?.webContents.once('did-finish-load', () => resolve()))
    quick?.webContents.forcefullyCrashRenderer()
    return gone
  })
  await expect.poll(alive).toEqual([true, true])
  await agent.say('remember that the spare key is with Jo')
  await expect(agent.outcome()).toContainText('spare key')
})

test('a window on a display that is gone comes to one that is there', async ({ agent }) => {
  const window = await mainWindow(agent)
  await window.evaluate((one) => one.setBounds({ x: 5_000, y: 5_000, width: 700, height: 560 }))
  await appOf(agent).evaluate(({ screen }) => screen.emit('display-removed', {}, screen.getPrimaryDisplay()))
  await expect
    .poll(() => window.evaluate((one) => one.getBounds()))
    .toMatchObject({ x: expect.any(Number), width: 700, height: 560 })
  const { x, y } = await window.evaluate((one) => one.getBounds())
  expect(x).toBeLessThan(1_400)
  expect(y).toBeLessThan(1_000)
})

test('what came due while the machine was asleep comes when it wakes', async ({ agent }) => {
  const daemon = await openNotificationDaemon('default')
  try {
    await agent.say('remind me in 10 minutes to stretch')
    await expect(agent.outcome()).toBeVisible()
    await appOf(agent).evaluate(({ powerMonitor }) => {
      const { now } = Date
      Date.now = () => now() + 3_600_000
      powerMonitor.emit('resume')
    })
    await expect.poll(daemon.shown).toContainEqual({
      summary: 'Missed reminder',
      body: expect.stringMatching(/^stretch \(it was due/),
    })
  } finally {
    await daemon.close()
  }
})

test('a crash of the application starts it again, once, and it says why', async ({ agent }) => {
  const daemon = await openNotificationDaemon('default')
  const first = owner(agent)
  await agent.say('remind me tomorrow at 9 to call the dentist')
  await expect(agent.outcome()).toBeVisible()
  const process_ = appOf(agent).process()
  const gone = once(process_, 'exit')
  await appOf(agent).evaluate(() => {
    setTimeout(() => {
      throw new Error('a wire came loose')
    })
  })
  await gone
  let again: ReturnType<typeof owner>
  try {
    await expect.poll(() => owner(agent)?.pid !== first?.pid && owner(agent) !== undefined).toBe(true)
    again = owner(agent)
    await expect.poll(daemon.shown).toContainEqual({
      summary: 'Adjutant had ended unexpectedly',
      body: expect.stringContaining('a wire came loose'),
    })
  } finally {
    if (again) process.kill(again.pid, 'SIGTERM')
    await daemon.close()
  }
})
