import { expect, test } from './fixtures/agent.ts'
import { measure, smoothness, smoothnessWords, typeWords } from './fixtures/smoothness.ts'
import { speakingOnAndOn, talkButton } from './fixtures/speech.ts'

const KEYS = 250

test.use({ switches: speakingOnAndOn() })

test('the page moves and takes keys while speech is understood', async ({ agent }, info) => {
  test.setTimeout(120_000)
  const { page } = agent
  await page.getByRole('textbox', { name: 'Message' }).click()
  await talkButton(page).hover()
  await page.mouse.down()
  // loaded, and at work from now on
  await expect(page.getByTestId('spoken')).toContainText(/\w/, { timeout: 40_000 })
  const spoken = page.getByTestId('spoken').locator('.italic')
  const before = await spoken.textContent()
  await measure(page)
  let typed = 0
  while (typed < KEYS) typed += await typeWords(page)
  const measured = await smoothness(page, typed)
  expect((await spoken.textContent())?.length).toBeGreaterThan(before?.length ?? 0)
  await page.keyboard.press('Escape')
  await page.mouse.up()

  const said = smoothnessWords(measured)
  info.annotations.push({ type: 'smoothness', description: said })
  process.stdout.write(`${said}\n`)
  expect(measured.keys.p95, said).toBeLessThan(50)
  expect(measured.framesASecond.length, said).toBeGreaterThan(5)
  // a machine may once hold up anything
  expect(measured.framesASecond.filter((frames) => frames < 30).length, said).toBeLessThanOrEqual(1)
})
