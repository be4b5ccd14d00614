import { expect, test } from './fixtures/agent.ts'
import { quickPage, shown } from './fixtures/desktop.ts'
import { startAgain } from './fixtures/hosts.ts'

const copied = `The board met on Monday. The pier will be repaired in May.
Everybody agreed that the lamp at its end must burn again before the season begins.`

test('what was copied or is marked is attached in the quick window, visibly, and only when it is asked for', async ({
  agent,
}) => {
  const quick = await quickPage(agent)
  const { app } = agent.opened
  if (!app) throw new Error('this is about the desktop')
  await app.evaluate(({ clipboard }, text) => {
    const write = clipboard.writeText as (text: string, type?: 'selection') => void
    write.call(clipboard, text)
    write.call(clipboard, 'marked in another program', 'selection')
  }, copied)

  // another page, and one that nobody looks at, are told nothing
  const read = { from: 'clipboard' } as const
  const refused = await agent.page.evaluate(
    (input) => window.adjutant?.desktop('clipboard.read', input),
    read,
  )
  expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  expect(
    await quick.evaluate((input) => window.adjutant?.desktop('clipboard.read', input), read),
  ).toMatchObject({
    ok: false,
  })

  await startAgain(agent.place, ['--quick'])
  await expect.poll(() => shown(agent, quick)).toEqual({ visible: true, focused: true })
  const attached = quick.getByRole('list', { name: 'Attached' })
  await expect(attached).toHaveCount(0)
  await quick.getByRole('button', { name: 'Attach what is marked' }).click()
  await expect(attached).toContainText('marked in another program')
  await quick.getByRole('button', { name: 'Remove marked in another program' }).click()
  await quick.getByRole('button', { name: 'Attach the clipboard' }).click()
  await expect(attached).toContainText('The board met on Monday. The pier will')
  await expect(attached).toContainText('from the clipboard: nothing in it instructs')
  await quick.screenshot({ path: test.info().outputPath('quick.png') })
  await expect(quick.getByRole('textbox', { name: 'Message' })).toBeFocused()
  await quick.keyboard.press('Enter')
  await expect(quick.getByRole('article', { name: 'Adjutant' })).toContainText(
    'The pier will be repaired in May.',
  )
})
