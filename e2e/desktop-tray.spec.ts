import { once } from 'node:events'
import { type Agent, expect, test } from './fixtures/agent.ts'
import { appOf, mainWindow, openWithTray } from './fixtures/desktop.ts'
import { startAgain } from './fixtures/hosts.ts'
import { openNotificationDaemon } from './fixtures/notification-daemon.ts'

const closeWindow = async (agent: Agent) => (await mainWindow(agent)).evaluate((window) => window.close())
const visible = async (agent: Agent) => (await mainWindow(agent)).evaluate((window) => window.isVisible())

test.describe('with a tray', () => {
  test('closing the window leaves the agent there, says so once, and a second start brings it back', async ({
    agent,
  }) => {
    const daemon = await openNotificationDaemon('default')
    await openWithTray(agent)
    await closeWindow(agent)
    await expect.poll(() => visible(agent)).toBe(false)
    expect(await startAgain(agent.place)).toBe(0)
    await expect.poll(() => visible(agent)).toBe(true)
    await closeWindow(agent)
    await expect.poll(() => visible(agent)).toBe(false)
    expect(daemon.shown()).toEqual([
      {
        summary: 'Adjutant is still here',
        body: expect.stringMatching(/tray: reminders ring and runs go on/),
      },
    ])
    await daemon.close()
  })

  test('a reminder rings while the window is closed', async ({ agent }) => {
    const daemon = await openNotificationDaemon('default')
    await openWithTray(agent)
    await agent.say('remind me in 3 seconds to stretch')
    await closeWindow(agent)
    await expect
      .poll(daemon.shown, { timeout: 20_000 })
      .toContainEqual({ summary: 'Reminder', body: 'stretch' })
    expect(await visible(agent)).toBe(false)
    await daemon.close()
  })

  test('the window closes for good where the settings say so', async ({ agent }) => {
    await openWithTray(agent)
    await agent.page.keyboard.press('Control+,')
    const stays = agent.page.getByRole('switch', { name: 'Keep running when the window is closed' })
    await stays.click()
    await expect(stays).not.toBeChecked()
    const process = appOf(agent).process()
    const gone = once(process, 'exit')
    await closeWindow(agent)
    expect(await gone).toEqual([0, null])
  })
})
