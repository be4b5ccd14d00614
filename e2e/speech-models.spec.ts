import { join } from 'node:path'
import { bundledModels } from '../src-main/models/find-model.ts'
import { startModelHub } from '../src-main/testing/model-hub.ts'
import { expect, test } from './fixtures/agent.ts'

test('another speech model is downloaded, paused, gone on with and used', async ({ agent }, info) => {
  const hub = await startModelHub(join(bundledModels() as string, 'whisper-base'))
  try {
    await agent.opened.close()
    await agent.open({ ADJUTANT_MODEL_HUB: hub.address })
    const { page } = agent
    await page.keyboard.press('Control+6')
    const models = page.getByRole('list', { name: 'Speech models' })
    await models.scrollIntoViewIfNeeded()
    await expect(models.getByRole('listitem').filter({ hasText: 'Comes along' })).toContainText('In use')
    const tiny = models.getByRole('listitem').filter({ hasText: 'Tiny' })

    hub.stopHalfway()
    await tiny.getByRole('button', { name: 'Download whisper-tiny' }).click()
    await expect(tiny.getByRole('progressbar', { name: 'Download of whisper-tiny' })).toBeVisible()
    await expect(tiny).toContainText(/1\d of 78 MB/)
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
      await page.screenshot({ path: info.outputPath(`downloading-${theme}.png`) })
    }
    await tiny.getByRole('button', { name: 'Pause whisper-tiny' }).click()
    await expect(tiny).toContainText(/Paused at 1\d MB/)

    await tiny.getByRole('button', { name: 'Go on with whisper-tiny' }).click()
    await tiny.getByRole('button', { name: 'Use whisper-tiny', exact: true }).click({ timeout: 30_000 })
    await expect(tiny).toContainText('In use')
    await page.screenshot({ path: info.outputPath('in-use.png') })
  } finally {
    await hub.close()
  }
})

test('an endpoint hears nothing before it is saved, and is said to be sent everything', async ({
  agent,
}, info) => {
  const { page } = agent
  await page.keyboard.press('Control+6')
  const choice = page.getByRole('radiogroup', { name: 'Understood by' })
  await choice.getByRole('radio', { name: /An endpoint/ }).click()
  const form = page.getByRole('form', { name: 'Endpoint for speech' })
  await expect(form).toContainText('Not in use yet.')
  await form.getByLabel('Base URL for speech').fill('http://127.0.0.1:9/v1')
  await form.getByLabel('API key for speech').fill('sk-secret')
  await form.getByRole('button', { name: 'Send speech there' }).click()
  await expect(form).toContainText('What you say is sent to http://127.0.0.1:9/v1.')
  await expect(
    page.getByText('What you say is sent to http://127.0.0.1:9/v1 to be understood.'),
  ).toBeVisible()
  await form.scrollIntoViewIfNeeded()
  await page.screenshot({ path: info.outputPath('endpoint.png') })
  await choice.getByRole('radio', { name: /This computer/ }).click()
  await expect(page.getByRole('list', { name: 'Speech models' })).toContainText('In use')
})
