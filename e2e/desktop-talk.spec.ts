import { expect, test } from './fixtures/agent.ts'
import { appOf, openWithTray, quickPage } from './fixtures/desktop.ts'
import { startAgain } from './fixtures/hosts.ts'
import { otherProgram, xdotool } from './fixtures/other-program.ts'
import { speaking, talkButton } from './fixtures/speech.ts'

test.use({ switches: speaking('Remind me tomorrow at nine to call Maria about the quarterly invoice.') })

const CHORD = ['ctrl', 'alt', 'space']
const keys = (what: 'keydown' | 'keyup', names: readonly string[]) =>
  xdotool(...names.flatMap((name) => [what, name]))

test.describe('while another program has the focus', () => {
  test('the key is held, and what was said is done', async ({ agent }) => {
    const page = await quickPage(agent)
    const other = await otherProgram()
    try {
      await keys('keydown', CHORD)
      await expect(talkButton(page)).toHaveAttribute('aria-pressed', 'true')
      await expect(page.getByTestId('spoken')).toContainText(/quarterly invoice/i, { timeout: 40_000 })
      expect(await other.hasFocus()).toBe(true)
      await keys('keyup', [...CHORD].reverse())
      await expect(page.getByText('About to be sent. Type')).toBeVisible({ timeout: 30_000 })
      await expect(page.getByRole('article', { name: 'You' })).toContainText(/^Spoken.*Remind me tomorrow/)
      await expect(
        page.getByRole('article', { name: 'Adjutant' }).last().getByRole('button', { name: 'Copy answer' }),
      ).toBeVisible()
      // a tap is no message, and the next one is heard as well
      await xdotool('key', 'ctrl+alt+space')
      await expect(page.getByRole('alert')).toContainText(/hold|heard nothing/i)
      await expect(talkButton(page)).toHaveAttribute('aria-pressed', 'false')
      await agent.page.keyboard.press('Control+4')
      await expect(agent.page.getByRole('main')).toContainText('call Maria about the quarterly invoice')
    } finally {
      await other.close()
    }
  })

  test('Esc throws away what is being said', async ({ agent }) => {
    const page = await quickPage(agent)
    const other = await otherProgram()
    try {
      await keys('keydown', CHORD)
      await expect(page.getByTestId('spoken')).toContainText(/remind me/i, { timeout: 40_000 })
      await xdotool('key', 'Escape')
      await expect(page.getByText('Thrown away.')).toBeVisible()
      await keys('keyup', [...CHORD].reverse())
      await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('')
      expect(await other.hasFocus()).toBe(true)
    } finally {
      await other.close()
    }
  })

  test('the key is pressed where its coming up cannot be seen: silence ends it, and settings say why', async ({
    agent,
  }, info) => {
    await agent.opened.close()
    await agent.open({ XDG_SESSION_TYPE: 'wayland' })
    await agent.page.keyboard.press('Control+,')
    await expect(agent.page.getByText(/Wayland tells no program that a key comes up/)).toBeVisible()
    await agent.page.getByText(/Wayland tells no program/).scrollIntoViewIfNeeded()
    await agent.page.screenshot({ path: info.outputPath('settings.png') })
    const page = await quickPage(agent)
    const other = await otherProgram()
    try {
      await xdotool('key', 'ctrl+alt+space')
      await expect(page.getByText('Listening until you stop speaking')).toBeVisible()
      await expect(page.getByText('About to be sent. Type')).toBeVisible({ timeout: 40_000 })
      await expect(page.getByRole('article', { name: 'You' })).toContainText(/^Spoken.*Remind me/)
    } finally {
      await other.close()
    }
  })

  test("a key of the desktop's own begins it by a command, and ends it by the same", async ({ agent }) => {
    const page = await quickPage(agent)
    const other = await otherProgram()
    try {
      expect(await startAgain(agent.place, ['--talk'])).toBe(0)
      await expect(page.getByTestId('spoken')).toContainText(/remind me/i, { timeout: 40_000 })
      expect(await other.hasFocus()).toBe(true)
      expect(await startAgain(agent.place, ['--talk'])).toBe(0)
      await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue(/remind me/i, {
        timeout: 30_000,
      })
    } finally {
      await other.close()
    }
  })
})

test('the tray shows that the microphone is open', async ({ agent }) => {
  await openWithTray(agent)
  const { page } = agent
  const tips = () => appOf(agent).evaluate(() => (globalThis as unknown as { tips: string[] }).tips)
  await appOf(agent).evaluate(({ Tray }) => {
    const tips: string[] = []
    Object.assign(globalThis, { tips })
    const { setToolTip } = Tray.prototype
    Tray.prototype.setToolTip = function tell(tip) {
      tips.push(tip)
      setToolTip.call(this, tip)
    }
  })
  await talkButton(page).hover()
  await page.mouse.down()
  await expect.poll(tips).toEqual(['Adjutant: The microphone is open'])
  await page.mouse.up()
  await expect.poll(tips).toEqual(['Adjutant: The microphone is open', 'Adjutant: Nothing to do'])
  // a window that is not its own is not believed
  await appOf(agent).evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await other.loadURL('app://adjutant/')
    await other.webContents.executeJavaScript(
      "adjutant.desktop('microphone', { open: true }); adjutant.call('host.get', {})",
    )
    other.destroy()
  })
  expect(await tips()).toHaveLength(2)
})
