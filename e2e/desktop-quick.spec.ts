import { expect, test } from './fixtures/agent.ts'
import { quickPage, shown } from './fixtures/desktop.ts'
import { startAgain } from './fixtures/hosts.ts'
import { otherProgram, xdotool } from './fixtures/other-program.ts'

const QUICK_KEY = 'ctrl+shift+space'

test('one key from another program: a box to type in, the answer, and back again', async ({
  agent,
}, info) => {
  const quick = await quickPage(agent)
  const other = await otherProgram()
  try {
    expect((await shown(agent, quick)).visible).toBe(false)
    await xdotool('key', QUICK_KEY)
    await expect.poll(() => shown(agent, quick)).toEqual({ visible: true, focused: true })
    // as a person types: to whatever has the focus
    await xdotool('type', '--delay', '5', 'remember that the spare key is with Jo')
    await expect(quick.getByRole('textbox', { name: 'Message' })).toHaveValue(/spare key is with Jo$/)
    await quick.screenshot({ path: info.outputPath('typed.png') })
    await xdotool('key', 'Return')
    await expect(quick.getByRole('article', { name: 'Adjutant' })).toContainText('spare key')
    await expect(quick.getByRole('textbox', { name: 'Message' })).toHaveValue('')
    await expect
      .poll(() => quick.evaluate(() => window.innerHeight))
      .toBe(await quick.getByRole('main').evaluate((main) => Math.round(main.getBoundingClientRect().height)))
    await quick.screenshot({ path: info.outputPath('answered.png') })
    await xdotool('key', 'Escape')
    await expect.poll(() => shown(agent, quick)).toEqual({ visible: false, focused: false })
    await expect.poll(other.hasFocus).toBe(true)
  } finally {
    await other.close()
  }
})

test('Enter in the empty box opens the window at the same conversation', async ({ agent }) => {
  const quick = await quickPage(agent)
  const other = await otherProgram()
  try {
    await xdotool('key', QUICK_KEY)
    await expect.poll(() => shown(agent, quick)).toEqual({ visible: true, focused: true })
    await xdotool('type', '--delay', '5', 'remember that the bins go out on Monday')
    await xdotool('key', 'Return')
    await expect(quick.getByRole('article', { name: 'Adjutant' })).toContainText('bins')
    await xdotool('key', 'Return')
    await expect.poll(() => shown(agent, agent.page)).toEqual({ visible: true, focused: true })
    expect((await shown(agent, quick)).visible).toBe(false)
    await expect(agent.page.getByRole('article', { name: 'You' })).toContainText('bins go out')
    await expect(agent.page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  } finally {
    await other.close()
  }
})

test('what it asks is answered there', async ({ agent, site }, info) => {
  const quick = await quickPage(agent)
  await xdotool('key', QUICK_KEY)
  await expect.poll(() => shown(agent, quick)).toEqual({ visible: true, focused: true })
  await quick.getByRole('textbox', { name: 'Message' }).fill(`POST {"seats": 2} to ${site.origin}/api/echo`)
  await xdotool('key', 'Return')
  await expect(quick.getByRole('button', { name: 'Allow once' })).toBeVisible()
  await quick.screenshot({ path: info.outputPath('asked.png') })
  await quick.getByRole('button', { name: 'Allow once' }).click()
  await expect(quick.getByRole('button', { name: 'Copy answer' })).toBeVisible()
  expect(site.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('a question that waits elsewhere is a click away, at its card', async ({ agent, site }) => {
  const quick = await quickPage(agent)
  await agent.say(`POST {"seats": 2} to ${site.origin}/api/echo`)
  await expect(agent.page.getByRole('button', { name: 'Allow once' })).toBeVisible()
  await agent.page.keyboard.press('Control+n')
  await xdotool('key', QUICK_KEY)
  await quick.getByRole('button', { name: '1 question waits' }).click()
  await expect.poll(() => shown(agent, agent.page)).toEqual({ visible: true, focused: true })
  await expect(agent.page.locator('[id^=inquiry-]')).toBeFocused()
})

test('a command opens it too, where the desktop keeps the key', async ({ agent }) => {
  const quick = await quickPage(agent)
  const other = await otherProgram()
  try {
    expect(await startAgain(agent.place, ['--quick'])).toBe(0)
    await expect.poll(() => shown(agent, quick)).toEqual({ visible: true, focused: true })
    expect(await startAgain(agent.place, ['--quick'])).toBe(0)
    await expect.poll(() => shown(agent, quick)).toEqual({ visible: false, focused: false })
    await expect.poll(other.hasFocus).toBe(true)
  } finally {
    await other.close()
  }
})
