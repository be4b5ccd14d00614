import { mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Agent, expect, test } from './fixtures/agent.ts'

test.use({ firstStart: true })

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const kept = (agent: Agent) =>
  JSON.parse(readFileSync(join(agent.place.data, 'config.json'), 'utf8')) as {
    files?: { roots: string[] }
    model?: { provider: string; name: string; baseUrl: string }
    ui?: { welcomed: boolean }
  }
const shot = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

/** What Ollama says at its usual port; the port must be free on this machine. */
async function startLocalModel(): Promise<Server> {
  const server = createServer((request, response) => {
    const json = { 'content-type': 'application/json' }
    if (request.url === '/v1/models')
      return response
        .writeHead(200, json)
        .end('{"object":"list","data":[{"id":"qwen3:8b"},{"id":"llama3.2"}]}')
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const choice = { index: 0, delta: { role: 'assistant', content: 'OK' }, finish_reason: 'stop' }
    const chunk = {
      id: 'c',
      object: 'chat.completion.chunk',
      created: 0,
      model: 'llama3.2',
      choices: [choice],
    }
    response.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(11434, '127.0.0.1', resolve)
  })
  return server
}

test('by keyboard alone: a folder, the planner, and on to the chat for good', async ({ agent }) => {
  const { page, place } = agent
  await expect(heading(page, 'What may Adjutant touch?')).toBeFocused()
  await expect(page.getByText('No account. Nothing is sent anywhere')).toBeVisible()
  mkdirSync(join(place.home, 'papers'))
  await page.getByRole('textbox', { name: 'Add a folder' }).focus()
  await page.keyboard.type('~/nowhere')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('is not a folder')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Add a folder' })).toHaveValue('~/nowhere')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('~/papers')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Allowed folders' })).toContainText('papers')
  await shot(page, 'folders')
  await page.getByRole('button', { name: 'Continue' }).press('Enter')
  await expect(heading(page, 'Who understands you?')).toBeFocused()
  await expect(page.getByText('No Ollama, LM Studio or vLLM answers')).toBeVisible()
  // a reload goes on where it was
  await page.reload()
  await expect(heading(page, 'Who understands you?')).toBeFocused()
  await page.getByRole('button', { name: 'Continue' }).press('Enter')
  await expect(heading(page, 'Keys and voice')).toBeFocused()
  await shot(page, 'keys')
  await page.getByRole('button', { name: 'Back' }).press('Enter')
  await expect(heading(page, 'Who understands you?')).toBeFocused()
  await page.getByRole('button', { name: 'Continue' }).press('Enter')
  await page.getByRole('button', { name: 'Start' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  expect(kept(agent)).toMatchObject({ files: { roots: ['~/papers'] }, ui: { welcomed: true } })
  await agent.opened.close()
  await agent.open()
  await expect(agent.page.getByRole('textbox', { name: 'Message' })).toBeVisible()
})

test('a model server on this machine is found, tried and used', async ({ agent }) => {
  const server = await startLocalModel()
  try {
    const { page } = agent
    await page.getByRole('button', { name: 'Continue without a folder' }).click()
    await expect(page.getByText('Found on this computer: Ollama.')).toBeVisible()
    await page.getByRole('radio', { name: /Ollama on this computer/ }).click()
    await page.getByRole('combobox', { name: 'Its model' }).selectOption('llama3.2')
    await page.getByRole('button', { name: 'Try it now' }).click()
    await expect(page.getByText(/llama3\.2 answered in/)).toBeVisible()
    await shot(page, 'model-light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await shot(page, 'model-dark')
    await page.setViewportSize({ width: 360, height: 640 })
    await shot(page, 'model-narrow')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(heading(page, 'Keys and voice')).toBeVisible()
    expect(kept(agent).model).toEqual({
      provider: 'openai',
      name: 'llama3.2',
      baseUrl: 'http://127.0.0.1:11434/v1',
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('all of it can be skipped, and folders are suggested only where they are', async ({ agent }) => {
  const { page, place } = agent
  await expect(heading(page, 'What may Adjutant touch?')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Allow / })).toHaveCount(0)
  mkdirSync(join(place.home, 'Documents'))
  await page.reload()
  await page.getByRole('button', { name: `Allow ${join(place.home, 'Documents')}` }).click()
  await expect(page.getByRole('list', { name: 'Allowed folders' })).toContainText('Documents')
  await page.getByRole('button', { name: 'Skip all, go to the chat' }).click()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  expect(kept(agent).ui?.welcomed).toBe(true)
})
