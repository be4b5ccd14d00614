import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures/agent.ts'
import { appOf } from './fixtures/desktop.ts'

test.use({ firstStart: true })

test('a folder is chosen in the dialog of the system, and keys of other programs are shown', async ({
  agent,
}) => {
  const { page, place } = agent
  const chosen = join(place.home, 'letters')
  mkdirSync(chosen)
  await appOf(agent).evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, chosen)
  await page.getByRole('button', { name: 'Choose a folder …' }).click()
  await expect(page.getByRole('list', { name: 'Allowed folders' })).toContainText(chosen)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('textbox', { name: 'Key of the quick window' })).toHaveValue('Ctrl Shift Space')
  await expect(page.getByRole('textbox', { name: 'The same, from other programs' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('keys.png') })
})
