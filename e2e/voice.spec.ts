import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures/agent.ts'
import { speaking, speakUntil, talkButton } from './fixtures/speech.ts'

test.describe('somebody speaks', () => {
  test.use({ switches: speaking('Remind me tomorrow at nine to call Maria about the quarterly invoice.') })

  test('and what they said is done', async ({ agent }, info) => {
    const { page } = agent
    await talkButton(page).hover()
    await page.mouse.down()
    await expect(talkButton(page)).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByTestId('spoken')).toContainText(/quarterly invoice/i, { timeout: 40_000 })
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
      await page.screenshot({ path: info.outputPath(`listening-${theme}.png`) })
    }
    await page.mouse.up()
    await expect(page.getByText('About to be sent. Type')).toBeVisible({ timeout: 30_000 })
    await page.screenshot({ path: info.outputPath('counting.png') })
    await expect(agent.page.getByRole('article', { name: 'You' })).toContainText(
      /^Spoken.*Remind me tomorrow/,
    )
    await expect(agent.outcome().getByRole('button', { name: 'Copy answer' })).toBeVisible()
    await page.keyboard.press('Control+4')
    await expect(page.getByRole('main')).toContainText('call Maria about the quarterly invoice')
  })

  test('and stops it from being sent by typing', async ({ agent }) => {
    const { page } = agent
    const box = page.getByRole('textbox', { name: 'Message' })
    await speakUntil(page, /quarterly invoice/i)
    await expect(page.getByText('About to be sent. Type')).toBeVisible({ timeout: 30_000 })
    await box.press('End')
    await box.pressSequentially(' Today')
    await expect(page.getByText('About to be sent. Type')).toHaveCount(0)
    await expect(box).toHaveValue(/quarterly invoice\. Today$/)
    await box.press('Enter')
    await expect(page.getByRole('article', { name: 'You' })).toContainText('invoice. Today')
  })

  test('and what they put right twice is offered to be spelled so', async ({ agent }, info) => {
    const { page } = agent
    const box = page.getByRole('textbox', { name: 'Message' })
    for (const _ of ['once', 'twice']) {
      await speakUntil(page, /quarterly invoice/i)
      await expect(box).toHaveValue(/Mari\w+ about/, { timeout: 30_000 })
      await box.click()
      await box.fill((await box.inputValue()).replace(/Mari\w+/, 'Mariya'))
      await box.press('Enter')
      await expect(page.getByRole('article', { name: 'You' }).last()).toContainText('Mariya')
      await page.getByRole('button', { name: 'New chat' }).click()
    }
    const offer = page.getByRole('group', { name: 'How a word is spelled' })
    await expect(offer).toContainText('Always write Mariya')
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
      await page.screenshot({ path: info.outputPath(`offer-${theme}.png`) })
    }
    await offer.getByRole('button', { name: 'Always' }).click()
    await page.keyboard.press('Control+,')
    const words = page.getByRole('list', { name: 'Names and words of your own' })
    await expect(words).toContainText('Mariya')
    await words.scrollIntoViewIfNeeded()
    await page.screenshot({ path: info.outputPath('words.png') })
  })

  test('by holding the key, and throws it away with Esc', async ({ agent }) => {
    const { page } = agent
    await page.keyboard.press('Control+2')
    await page.keyboard.down('Control')
    await page.keyboard.down('Space')
    await expect(page.getByTestId('spoken')).toContainText(/remind me/i, { timeout: 40_000 })
    await page.keyboard.press('Escape')
    await expect(page.getByText('Thrown away.')).toBeVisible()
    await page.keyboard.up('Space')
    await page.keyboard.up('Control')
    await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('')
  })

  test('and sees and hears at once that it listens', async ({ agent }) => {
    const { page } = agent
    await page.evaluate(() => {
      const signs: { heard?: number; seen?: number } = {}
      Object.assign(window, { signs })
      let pressed = 0
      const { start } = OscillatorNode.prototype
      OscillatorNode.prototype.start = function begin(when) {
        // the key that is being handled
        pressed = window.event?.timeStamp ?? pressed
        signs.heard ??= performance.now() - pressed
        start.call(this, when)
      }
      const button = document.querySelector('[aria-label="Hold to speak"]') as Element
      new MutationObserver(() => {
        if (button.getAttribute('aria-pressed') !== 'true') return
        requestAnimationFrame(() => {
          signs.seen ??= performance.now() - pressed
        })
      }).observe(button, { attributes: true })
    })
    await page.keyboard.down('Control')
    await page.keyboard.down('Space')
    const signs = () =>
      page.evaluate(() => (window as unknown as { signs: { heard?: number; seen?: number } }).signs)
    await expect.poll(signs).toMatchObject({ heard: expect.any(Number), seen: expect.any(Number) })
    const { heard = 0, seen = 0 } = await signs()
    process.stdout.write(`a tick after ${heard.toFixed(0)} ms, seen after ${seen.toFixed(0)} ms\n`)
    expect(Math.max(heard, seen)).toBeLessThan(100)
    await page.keyboard.press('Escape')
    await page.keyboard.up('Space')
    await page.keyboard.up('Control')
  })

  test('and the microphone shows its level and its name where it is chosen', async ({ agent }) => {
    const { page } = agent
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Try it' }).click()
    await expect(page.getByRole('img', { name: 'Level of the microphone' })).toBeVisible()
    await expect(page.getByLabel('Microphone').getByRole('option')).not.toHaveCount(1)
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible()
  })
})

test.describe('somebody asks', () => {
  test.use({ switches: speaking('What did I promise to Maria last week?') })

  test('and is answered at once', async ({ agent }) => {
    await speakUntil(agent.page, /what did i/i)
    const said = agent.page.getByRole('article', { name: 'You' })
    await expect(said.or(agent.page.getByText('About to be sent. Type')).first()).toContainText(
      /What did I promise/,
      {
        timeout: 30_000,
      },
    )
    await expect(agent.outcome()).toContainText(/\w/)
  })
})

test.describe('somebody answers', () => {
  test.use({ switches: speaking('Yes, please.') })

  test('and what was asked is done', async ({ agent }) => {
    const { page } = agent
    await agent.say('write hello to ~/.adjutant-test')
    const card = page.getByRole('group', { name: /Asks for permission/ })
    await card.getByRole('button', { name: 'Hold to answer aloud' }).hover()
    await page.mouse.down()
    await expect(card.getByRole('status')).toContainText(/yes/i, { timeout: 40_000 })
    await page.screenshot({ path: test.info().outputPath('answering.png') })
    await page.mouse.up()
    await expect(agent.outcome().getByRole('button', { name: 'Copy answer' })).toBeVisible()
    expect(existsSync(join(agent.place.home, '.adjutant-test'))).toBe(true)
  })
})

test.describe('somebody wants recordings kept', () => {
  test.use({ switches: speaking('Yes, please.') })

  test('and finds them counted, and deletes them', async ({ agent }, info) => {
    const { page } = agent
    const folder = join(agent.place.data, 'recordings')
    await page.keyboard.press('Control+,')
    await expect(page.getByText('No recording is kept.')).toBeVisible()
    const kept = page.getByRole('switch', { name: 'Keep recordings' })
    await kept.click()
    await expect(kept).toBeChecked()
    await page.keyboard.press('Control+1')
    await speakUntil(page, /yes/i)
    await expect(page.getByRole('article', { name: 'You' })).toContainText(/yes/i, { timeout: 30_000 })
    await page.keyboard.press('Control+,')
    await expect(page.getByText(/^1 recording, [\d.]+ [kM]B, in/)).toBeVisible()
    await kept.scrollIntoViewIfNeeded()
    await page.screenshot({ path: info.outputPath('recordings.png') })
    await page.getByRole('button', { name: 'Delete all …' }).click()
    await page.getByRole('button', { name: 'Delete them' }).click()
    await expect(page.getByText('None yet, in')).toBeVisible()
    expect(readdirSync(folder)).toEqual([])
  })
})

test('without a microphone it says so, and what to do about it', async ({ agent }) => {
  await agent.page.keyboard.down('Control')
  await agent.page.keyboard.down('Space')
  await expect(agent.page.getByRole('alert')).toContainText('There is no microphone. Connect one')
  await agent.page.keyboard.up('Space')
})
