import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures/agent.ts'
import { shown } from './fixtures/desktop.ts'
import { openHost, startAgain } from './fixtures/hosts.ts'

/** How the desktop app is started: by a link, at login. */

test('a link opens a pane, a run, or words in the box, and sends nothing', async ({ agent }) => {
  await agent.say('remember that the toner comes from Kowalski')
  await expect(agent.outcome()).toContainText('Kowalski')
  const follow = (link: string) => startAgain(agent.place, [link])

  expect(await follow('adjutant://settings')).toBe(0)
  await expect(agent.page.getByRole('main', { name: 'Settings' })).toBeVisible()
  const { address, token } = JSON.parse(readFileSync(join(agent.place.data, 'owner.json'), 'utf8'))
  const runs = () =>
    fetch(`${address}/api/runs`, { headers: { authorization: `Bearer ${token}` } }).then(
      (response) => response.json() as Promise<{ id: string }[]>,
    )
  const [first] = await runs()
  await follow(`adjutant://runs/${first?.id}`)
  await expect(agent.page).toHaveURL(new RegExp(`#/runs/${first?.id}$`))

  await follow('adjutant://write?text=delete%20everything%20in%20~%2Fnotes')
  const box = agent.page.getByRole('textbox', { name: 'Message' })
  await expect(box).toHaveValue('delete everything in ~/notes')
  await expect(box).toBeFocused()
  expect(await shown(agent, agent.page)).toEqual({ visible: true, focused: true })
  // what stands there is not written over by another link
  await follow('adjutant://write?text=something%20else')
  await follow('adjutant://open')
  await expect(box).toHaveValue('delete everything in ~/notes')
  expect(await runs()).toHaveLength(1)
})

test('a link that is none of ours is refused with a word', async ({ agent }) => {
  await startAgain(agent.place, ['adjutant://write?text=hello&send=1'])
  await expect(agent.page.getByText('The link asks for more than words in the message box.')).toBeVisible()
  await startAgain(agent.place, ['adjutant://nowhere'])
  await expect(agent.page.getByText('The link leads to no place here.')).toBeVisible()
  await expect(agent.page.getByRole('textbox', { name: 'Message' })).toHaveValue('')
})

test('a link that starts it is where it starts', async ({ agent }) => {
  await agent.opened.close()
  const started = await openHost('desktop', agent.place, { switches: ['adjutant://memory'] })
  await expect(started.page).toHaveURL(/#\/memory$/)
  await started.close()
})

test('starting at login is switched on and off in the settings', async ({ agent }) => {
  const entry = join(agent.place.home, '.config/autostart/adjutant.desktop')
  await agent.page.evaluate(() => {
    location.hash = '#/settings'
  })
  const start = agent.page.getByRole('switch', { name: 'Start when I log in' })
  await start.press('Space')
  await expect.poll(() => existsSync(entry)).toBe(true)
  expect(readFileSync(entry, 'utf8')).toMatch(
    new RegExp(`^Exec=/usr/bin/env ADJUTANT_HOME=${agent.place.data} .* --hidden$`, 'm'),
  )
  await expect(start).toBeChecked()
  await start.press('Space')
  await expect.poll(() => existsSync(entry)).toBe(false)
})

test('started at login it has no window in the way until somebody asks for it', async ({ agent }) => {
  await agent.opened.close()
  const started = await openHost('desktop', agent.place, { switches: ['--hidden'] })
  const { app } = started
  const seen = () =>
    app?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((window) => window.isVisible() && !window.isMinimized()),
    )
  expect(await seen()).toBe(false)
  await startAgain(agent.place, ['--hidden'])
  expect(await seen()).toBe(false)
  await startAgain(agent.place)
  await expect.poll(seen).toBe(true)
  await expect(started.page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  await started.close()
})
