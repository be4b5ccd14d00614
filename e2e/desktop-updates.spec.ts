import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../scripts/build-when-stale.ts'
import { startUpdateServer } from '../src-main/testing/update-server.ts'
import { type Agent, expect, test } from './fixtures/agent.ts'

/** The key that comes with what is built. */
const KEY = join(ROOT, 'out', 'update-key.pem')

const openSettings = (agent: Agent) =>
  agent.page.evaluate(() => {
    location.hash = '#/settings'
  })
const group = (agent: Agent) => agent.page.getByRole('region', { name: 'Updates' })

test('a build without a key says that it is renewed by hand', async ({ agent }) => {
  await openSettings(agent)
  await expect(group(agent)).toContainText('This build holds no key to check updates with')
  await expect(group(agent).getByRole('textbox')).toHaveCount(0)
})

test.describe('a build with a key', () => {
  let server: Awaited<ReturnType<typeof startUpdateServer>>
  test.beforeEach(async ({ agent }, info) => {
    mkdirSync(info.outputPath(), { recursive: true })
    server = await startUpdateServer(info.outputPath())
    writeFileSync(KEY, server.publicKey.export({ type: 'spki', format: 'pem' }))
    await agent.opened.close()
    await agent.open()
    await openSettings(agent)
  })
  test.afterEach(async () => {
    rmSync(KEY, { force: true })
    await server.close()
  })
  const setFeed = async (agent: Agent) => {
    await group(agent).getByRole('textbox', { name: 'Feed' }).fill(server.address)
    await agent.page.keyboard.press('Enter')
  }
  const look = (agent: Agent) => group(agent).getByRole('button', { name: 'Look for updates' }).press('Enter')

  test('asks nobody until a feed is set; then offers, fetches and checks, and leaves the rest to the operator', async ({
    agent,
  }, info) => {
    await expect(group(agent)).toContainText('No feed is set')
    await setFeed(agent)
    await expect(group(agent)).toContainText('runs here')
    expect(server.asked).toEqual([])
    await look(agent)
    await expect(group(agent)).toContainText('Version 9.0.0 is there (52 bytes)')
    await expect(group(agent)).toContainText('It is better.')
    await group(agent).screenshot({ path: info.outputPath('offered.png') })
    await group(agent).getByRole('button', { name: 'Download' }).press('Enter')
    await expect(group(agent)).toContainText('Version 9.0.0 was downloaded and checked. You install it.')
    const kept = join(agent.place.data, 'updates')
    expect(readdirSync(kept)).toEqual(['adjutant-9.0.0-linux-x64.deb'])
    await expect(group(agent)).toContainText(`sudo dpkg --install '${kept}/adjutant-9.0.0-linux-x64.deb'`)
    await expect(group(agent).getByRole('button', { name: 'Show the file' })).toBeVisible()
    await group(agent).screenshot({ path: info.outputPath('ready.png') })
    // what was changed since is not shown to be opened
    writeFileSync(join(kept, 'adjutant-9.0.0-linux-x64.deb'), 'another')
    await group(agent).getByRole('button', { name: 'Show the file' }).press('Enter')
    await expect(group(agent).getByRole('alert')).toContainText('was changed since it was checked')
  })

  test('refuses a feed and a package that were tampered with, and an older version', async ({ agent }) => {
    await setFeed(agent)
    const feed = server.read('feed.json')
    server.write('feed.json', feed.toString().replace('It is better.', 'It is mine.'))
    await look(agent)
    await expect(group(agent).getByRole('alert')).toContainText(
      'not signed with the key that came with this app',
    )
    server.publish({ version: '0.0.1' })
    await look(agent)
    await expect(group(agent).getByRole('alert')).toContainText('0.0.1, which is older than')
    server.publish()
    await look(agent)
    server.write(server.name, 'something else')
    await group(agent).getByRole('button', { name: 'Download' }).press('Enter')
    await expect(group(agent).getByRole('alert')).toContainText(
      'not the package that the feed was signed for',
    )
    expect(
      existsSync(join(agent.place.data, 'updates')) && readdirSync(join(agent.place.data, 'updates')),
    ).toEqual([])
  })
})
