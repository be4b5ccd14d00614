import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { bundledModels } from '../src-main/models/find-model.ts'
import { type ModelHub, startModelHub } from '../src-main/testing/model-hub.ts'
import { type Agent, test as base, expect } from './fixtures/agent.ts'
import { welcome } from './fixtures/welcome.ts'

/** A hub on this machine; its files are real, only their names are not. */
const test = base.extend<{ hub: ModelHub }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted from the pattern
  hub: async ({}, use) => {
    const hub = await startModelHub(join(bundledModels() as string, 'whisper-base'))
    await use(hub)
    await hub.close()
  },
})

async function openSettings(agent: Agent, hub: ModelHub): Promise<Locator> {
  await agent.opened.close()
  await agent.open({ ADJUTANT_MODEL_HUB: hub.address })
  await agent.page.keyboard.press('Control+,')
  return agent.page.getByRole('list', { name: 'Speech models' })
}

const row = (models: Locator, label: string) =>
  models.getByRole('listitem').filter({ has: models.page().getByText(label, { exact: true }) })

async function pictures(page: Page, path: (theme: string) => string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    // not in the middle of changing its colours
    await page.screenshot({ path: path(theme), animations: 'disabled' })
  }
}

test('another speech model is downloaded, paused, gone on with after a restart, used and removed', async ({
  agent,
  hub,
}, info) => {
  let models = await openSettings(agent, hub)
  await expect(row(models, 'Whisper base')).toContainText('In use')
  await expect(row(models, 'Whisper base').getByRole('button')).toHaveCount(0)
  hub.stopHalfway()
  await row(models, 'Whisper tiny').getByRole('button', { name: 'Download Whisper tiny' }).click()
  const bar = row(models, 'Whisper tiny').getByRole('progressbar', { name: 'Download of Whisper tiny' })
  await expect(bar).toHaveAttribute('aria-valuetext', /^1\d MB of 78 MB$/)
  await row(models, 'Whisper small').getByRole('button', { name: 'Download Whisper small' }).click()
  await expect(row(models, 'Whisper small')).toContainText('Waits for another download')
  await models.scrollIntoViewIfNeeded()
  await pictures(agent.page, (theme) => info.outputPath(`downloading-${theme}.png`))
  await row(models, 'Whisper small').getByRole('button', { name: 'Cancel Whisper small' }).click()
  await expect(row(models, 'Whisper small').getByRole('button', { name: /^Download/ })).toBeVisible()
  await row(models, 'Whisper tiny').getByRole('button', { name: 'Pause Whisper tiny' }).click()
  await expect(bar).toHaveAttribute('aria-valuetext', /^Paused at 1\d MB of about 44 MB$/)

  models = await openSettings(agent, hub)
  const tiny = row(models, 'Whisper tiny')
  await expect(tiny).toContainText(/Paused at 1\d MB/)
  await tiny.getByRole('button', { name: 'Resume Whisper tiny' }).click()
  await tiny.getByRole('button', { name: 'Use Whisper tiny', exact: true }).click({ timeout: 30_000 })
  await expect(tiny).toContainText('In use')
  expect(hub.requests.some((request) => /onnx bytes=\d{7,}-$/.test(request))).toBe(true)
  await models.scrollIntoViewIfNeeded()
  await pictures(agent.page, (theme) => info.outputPath(`in-use-${theme}.png`))

  await tiny.getByRole('button', { name: 'Remove Whisper tiny' }).click()
  const dialog = agent.page.getByRole('alertdialog', { name: 'Remove Whisper tiny?' })
  await expect(dialog).toContainText('Whisper base, which came along, takes its place first')
  await agent.page.screenshot({ path: info.outputPath('remove.png') })
  await dialog.getByRole('button', { name: 'Use Whisper base and remove it' }).click()
  await expect(row(models, 'Whisper base')).toContainText('In use')
  await expect(tiny.getByRole('button', { name: 'Download Whisper tiny' })).toBeVisible()
})

test('a model that arrives damaged is not taken, and is downloaded anew', async ({ agent, hub }, info) => {
  const models = await openSettings(agent, hub)
  const tiny = row(models, 'Whisper tiny')
  hub.damage('onnx/encoder_model_quantized.onnx')
  await tiny.getByRole('button', { name: 'Download Whisper tiny' }).click()
  await expect(tiny.getByRole('alert')).toContainText('is not the file it should be', { timeout: 30_000 })
  await models.scrollIntoViewIfNeeded()
  await pictures(agent.page, (theme) => info.outputPath(`damaged-${theme}.png`))
  hub.mend()
  await tiny.getByRole('button', { name: 'Retry Whisper tiny' }).press('Enter')
  await expect(tiny.getByRole('button', { name: 'Use Whisper tiny', exact: true })).toBeFocused({
    timeout: 30_000,
  })
})

test('a model that is chosen and not here is said to be missing', async ({ agent, hub }) => {
  const { data } = agent.place
  await agent.opened.close()
  const voice = { transcriber: { model: 'whisper-small.en' }, language: 'de' }
  welcome(data, { voice })
  await agent.open({ ADJUTANT_MODEL_HUB: hub.address })
  const { page } = agent
  await page.keyboard.press('Control+,')
  await expect(page.getByText('Whisper small, English is chosen, but it is not on this')).toBeVisible()
  const models = page.getByRole('list', { name: 'Speech models' })
  await row(models, 'Whisper small, English')
    .getByRole('button', { name: /^Download/ })
    .click()
  await expect(page.getByText('understands English alone, and you speak German')).toBeVisible()
  await page.getByRole('button', { name: 'Use Whisper base', exact: true }).first().click()
  await expect(page.getByText('understands English alone')).toHaveCount(0)
  await expect(row(models, 'Whisper base')).toContainText('In use')
})

test('an endpoint hears nothing before it is saved, and is said to be sent everything', async ({
  agent,
}, info) => {
  const { page } = agent
  await page.keyboard.press('Control+,')
  const choice = page.getByRole('radiogroup', { name: 'Understood by' })
  await choice.getByRole('radio', { name: /An endpoint/ }).click()
  const form = page.getByRole('form', { name: 'Endpoint for speech' })
  await expect(form).toContainText('Your speech leaves this computer.')
  await expect(form).toContainText('Not in use yet.')
  await form.scrollIntoViewIfNeeded()
  await pictures(page, (theme) => info.outputPath(`endpoint-${theme}.png`))
  await form.getByLabel('Base URL for speech').fill('http://127.0.0.1:9/v1')
  await form.getByLabel('API key for speech').fill('sk-secret')
  await form.getByRole('button', { name: 'Send speech there' }).click()
  await expect(form).toContainText('What you say is sent to http://127.0.0.1:9/v1.')
  await expect(
    page.getByText('What you say is sent to http://127.0.0.1:9/v1 to be understood.'),
  ).toBeVisible()
  await choice.getByRole('radio', { name: /This computer/ }).click()
  await expect(page.getByRole('list', { name: 'Speech models' })).toContainText('In use')

  // a key that is taken away sends no speech anywhere
  await choice.getByRole('radio', { name: /An endpoint/ }).click()
  await form.getByRole('button', { name: 'Remove' }).click()
  await expect(form.getByRole('button', { name: 'Remove' })).toHaveCount(0)
  await expect(form).toContainText('Not in use yet.')
})
