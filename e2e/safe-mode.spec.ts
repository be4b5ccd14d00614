import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Agent, expect, test } from './fixtures/agent.ts'

const SAFE = { ADJUTANT_SAFE_MODE: '1' }
const bar = ({ page }: Agent) => page.getByRole('region', { name: 'Safe mode' })

test('safe mode is said across the top, goals still work, and a broken config.json is left as it is', async ({
  agent,
}) => {
  await expect(bar(agent)).toHaveCount(0)
  await agent.opened.close()
  const file = join(agent.place.data, 'config.json')
  writeFileSync(file, '{ "colour": "red" }')
  await agent.open(SAFE)
  await expect(bar(agent)).toContainText('"colour": unknown setting')
  await agent.say('remember that the spare key is with Jo')
  await expect(agent.outcome()).toContainText('spare key')
  await agent.page.screenshot({ path: test.info().outputPath('safe-mode.png') })
  expect(readFileSync(file, 'utf8')).toBe('{ "colour": "red" }')
})
