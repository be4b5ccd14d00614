import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../scripts/build-when-stale.ts'
import { configuration } from '../scripts/package/configuration.ts'
import { FUSES, readFuses } from '../scripts/package/fuses.ts'
import { packageWhenStale } from '../scripts/package/package-folder.ts'
import { expect, test } from './fixtures/agent.ts'
import { appOf, mainWindow, quickPage } from './fixtures/desktop.ts'
import { embed, expectOfEveryWindow, preferences, recordOpened } from './fixtures/windows.ts'

/**
 * The twenty items of https://www.electronjs.org/docs/latest/tutorial/security, in its order and words. The `packaged`
 * project runs them on the packaged application, as an unprivileged user in Chromium's sandbox.
 */

test('1. only secure content is loaded: nothing from any network', async ({ agent, site }) => {
  const answers = await agent.page.evaluate(
    (origin) =>
      Promise.all(
        [`${origin}/news`, 'http://example.org/', 'https://example.org/', 'ws://example.org/'].map(
          (address) =>
            fetch(address).then(
              () => 'loaded',
              () => 'refused',
            ),
        ),
      ),
    site.origin,
  )
  expect(new Set(answers)).toEqual(new Set(['refused']))
  expect(site.requests).toEqual([])
})

test('2. no Node.js integration, in no page, worker or frame', async ({ agent }) => {
  await expectOfEveryWindow(agent, {
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
  })
  for (const [, has] of await preferences(agent)) expect(has.nodeIntegrationInWorker).toBeFalsy()
  const found = await agent.page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer'].filter((name) => name in window),
  )
  expect(found).toEqual([])
})

test('3. context isolation is on in every window', async ({ agent }) => {
  await expectOfEveryWindow(agent, { contextIsolation: true })
  const changed = await agent.page.evaluate(() => {
    try {
      ;(window as unknown as { adjutant: { call: unknown } }).adjutant.call = () => 'mine'
    } catch {
      return 'refused'
    }
    return (window as unknown as { adjutant: { call: { name: string } } }).adjutant.call.name
  })
  expect(changed).not.toBe('mine')
})

test('4. every page is drawn in a sandboxed process', async ({ agent, host }) => {
  await expectOfEveryWindow(agent, { sandbox: true })
  const drawing = await appOf(agent).evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  )
  for (const id of drawing) {
    const args = readFileSync(`/proc/${id}/cmdline`, 'utf8')
    // as root Chromium has no sandbox; the packaged application is run by somebody else
    if (host === 'desktop' && process.getuid?.() === 0) continue
    expect(args).not.toContain('--no-sandbox')
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\s+2$/m)
    expect(status).toMatch(/^CapEff:\s+0+$/m)
  }
})

test('5. permission requests are answered: all denied but to put text on the clipboard', async ({
  agent,
}) => {
  const states = await agent.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
      'storage-access',
    ]
    const states = await Promise.all(
      names.map(async (name) => [
        name,
        (await navigator.permissions.query({ name: name as PermissionName })).state,
      ]),
    )
    return { ...Object.fromEntries(states), asked: await Notification.requestPermission() }
  })
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    midi: 'denied',
    'clipboard-read': 'denied',
    'clipboard-write': 'granted',
    'storage-access': 'denied',
    asked: 'denied',
  })
})

test('6. webSecurity is not disabled', async ({ agent }) => {
  await expectOfEveryWindow(agent, { webSecurity: true })
})

test('7. a Content-Security-Policy binds every page, and starts from nothing', async ({ agent }) => {
  const policies = await agent.page.evaluate(async () =>
    Promise.all(
      ['/', '/quick.html'].map(
        async (path) => (await fetch(path)).headers.get('content-security-policy') ?? '',
      ),
    ),
  )
  for (const policy of policies) {
    const directives = Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ')
        return [name, sources.join(' ')]
      }),
    )
    expect(directives).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    })
  }
})

test('8. allowRunningInsecureContent is not enabled', async ({ agent }) => {
  await expectOfEveryWindow(agent, { allowRunningInsecureContent: false })
})

test('9. no experimental features', async ({ agent }) => {
  for (const [, has] of await preferences(agent)) expect(has.experimentalFeatures).toBeFalsy()
})

test('10. no enableBlinkFeatures', async ({ agent }) => {
  for (const [, has] of await preferences(agent)) expect(has.enableBlinkFeatures).toBeFalsy()
})

test('11. no webview may open windows: there is none', async ({ agent, site }) => {
  await expectOfEveryWindow(agent, { webviewTag: false })
  expect(await embed(agent, site.origin)).toEqual(['app://adjutant/', 'app://adjutant/quick.html'])
})

test('12. a webview that is attached all the same is refused before its options count', async ({
  agent,
  site,
}) => {
  const refused = await (await mainWindow(agent)).evaluate(({ webContents }) => {
    let prevented = false
    webContents.emit('will-attach-webview', { preventDefault: () => (prevented = true) }, {}, {})
    return prevented
  })
  expect(refused).toBe(true)
  await embed(agent, site.origin)
  expect(site.requests).toEqual([])
})

test('13. the page navigates nowhere', async ({ agent, site }) => {
  const opened = await recordOpened(agent)
  const before = agent.page.url()
  await agent.page.evaluate((origin) => {
    location.href = `${origin}/shop`
  }, site.origin)
  await expect.poll(opened).toEqual([`${site.origin}/shop`])
  expect(agent.page.url()).toBe(before)
  expect(site.requests).toEqual([])
})

test('14. the page opens no window', async ({ agent, site }) => {
  const opened = await recordOpened(agent)
  await quickPage(agent)
  await agent.page.evaluate((origin) => {
    window.open(`${origin}/news`, 'named', 'width=400')
    window.open('app://adjutant/')
    window.open('about:blank')
  }, site.origin)
  await expect.poll(opened).toEqual([`${site.origin}/news`])
  expect(appOf(agent).windows()).toHaveLength(2)
})

test('15. only addresses of the web and of mail are handed to the system', async ({ agent, site }) => {
  const opened = await recordOpened(agent)
  await agent.page.evaluate((origin) => {
    for (const address of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/share',
      'ms-msdt:/id',
      'adjutant://open/chat',
      'data:text/html,hello',
      `http://user:secret@${new URL(origin).host}/`,
      'mailto:maria@example.org',
    ])
      window.open(address)
  }, site.origin)
  await expect.poll(opened).toEqual(['mailto:maria@example.org'])
})

test('16. Electron is pinned to one version, and the package is made of it', async ({ agent, host }) => {
  const file = readFileSync(join(ROOT, 'package.json'), 'utf8')
  const { devDependencies } = JSON.parse(file) as { devDependencies: Record<string, string> }
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  expect(Number(devDependencies.electron?.split('.')[0])).toBeGreaterThanOrEqual(45)
  const state = await appOf(agent).evaluate(({ app }) => ({
    packaged: app.isPackaged,
    chrome: Number(process.versions.chrome.split('.')[0]),
  }))
  expect(state.chrome).toBeGreaterThanOrEqual(130)
  if (host === 'packaged') expect(state.packaged).toBe(true)
})

test('17. the sender of every message is checked: another window, another page', async ({ agent }) => {
  const refused = { ok: false, error: { code: 'not-allowed' } }
  const fromOther = await appOf(agent).evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await other.loadURL('app://adjutant/')
    const answer = await other.webContents.executeJavaScript("adjutant.call('host.get', {})")
    other.destroy()
    return answer
  })
  expect(fromOther).toMatchObject(refused)
  const fromForeign = await (await mainWindow(agent)).evaluate(async (own) => {
    await own.loadURL('data:text/html,<title>foreign</title>')
    return own.webContents.executeJavaScript("adjutant.call('host.get', {})")
  })
  expect(fromForeign).toMatchObject(refused)
})

test('18. no file:// anywhere: a scheme of its own that shows the interface and nothing beside it', async ({
  agent,
}) => {
  const read = await agent.page.evaluate(() =>
    Promise.all(
      [
        'app://adjutant/..%2f..%2fpackage.json',
        'app://adjutant/%2e%2e/main/main.js',
        'file:///etc/passwd',
      ].map((address) =>
        fetch(address).then(
          ({ status }) => status,
          () => 'refused',
        ),
      ),
    ),
  )
  expect(read).toEqual([404, 404, 'refused'])
  expect(new URL(agent.page.url()).protocol).toBe('app:')
})

test('19. the fuses of what ships are all set', async ({ agent, host }) => {
  const planned = Object.values(configuration.electronFuses ?? {})
  expect(planned.length).toBeGreaterThanOrEqual(Object.keys(FUSES).length)
  // only what is packaged has them; anything else has those of its Electron
  if (host !== 'packaged') return
  expect(agent.page.url()).toContain('app://')
  expect(await readFuses(join(await packageWhenStale(() => undefined), 'adjutant'))).toEqual(FUSES)
})

test('20. the page is given four functions, and nothing of Electron', async ({ agent }) => {
  const given = await agent.page.evaluate(() => {
    const bridge = (window as unknown as { adjutant: Record<string, unknown> }).adjutant
    return Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`)
  })
  expect(given.sort()).toEqual([
    'call: function',
    'desktop: function',
    'onDesktop: function',
    'onEvent: function',
  ])
  expect(
    await agent.page.evaluate(() => ['ipcRenderer', 'electron'].filter((name) => name in window)),
  ).toEqual([])
})
