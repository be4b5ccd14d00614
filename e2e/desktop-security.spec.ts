import { type Agent, expect, test } from './fixtures/agent.ts'
import { appOf, mainWindow, quickPage } from './fixtures/desktop.ts'

/** https://www.electronjs.org/docs/latest/tutorial/security, as far as it applies before packaging. */

test('the window is isolated, sandboxed and has no switch that loosens it', async ({ agent }) => {
  const preferences = await (await mainWindow(agent)).evaluate(({ webContents }) =>
    (webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences(),
  )
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  })
  for (const loosening of ['nodeIntegrationInWorker', 'experimentalFeatures', 'enableBlinkFeatures'])
    expect((preferences as Record<string, unknown>)[loosening], loosening).toBeFalsy()
})

test('every page is bound by a policy that starts from nothing', async ({ agent }) => {
  const policy = await agent.page.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  )
  const directives = Object.fromEntries(
    (policy ?? '').split('; ').map((directive) => {
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
})

test('no permission is granted but to put text on the clipboard', async ({ agent }) => {
  const states = await agent.page.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      geolocation: await state('geolocation'),
      notifications: await state('notifications'),
      camera: await state('camera'),
      'clipboard-read': await state('clipboard-read'),
      'clipboard-write': await state('clipboard-write'),
      asked: await Notification.requestPermission(),
    }
  })
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    'clipboard-read': 'denied',
    'clipboard-write': 'granted',
    asked: 'denied',
  })
})

test('no guest page can be embedded', async ({ agent, site }) => {
  await quickPage(agent)
  await agent.page.evaluate((origin) => {
    const guest = document.createElement('webview')
    guest.setAttribute('src', `${origin}/news`)
    guest.setAttribute('allowpopups', '')
    document.body.append(guest)
    const frame = document.createElement('iframe')
    frame.src = 'app://adjutant/'
    document.body.append(frame)
  }, site.origin)
  await expect
    .poll(() => agent.page.evaluate(() => document.querySelector('iframe')?.contentDocument === null))
    .toBe(true)
  const pages = await appOf(agent).evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL().replace(/#.*/, '')),
  )
  expect(pages.sort()).toEqual(['app://adjutant/', 'app://adjutant/quick.html'])
  expect(site.requests).toEqual([])
})

test('the interface is all that can be read: no file beside it, no file at all', async ({ agent }) => {
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
})

test.describe('the agent does not hear', () => {
  const refused = { ok: false, error: { code: 'not-allowed' } }

  test('a window that is not its own, though it shows the same page', async ({ agent }) => {
    expect(
      await appOf(agent).evaluate(async ({ app, BrowserWindow }) => {
        const preload = `${app.getAppPath()}/out/preload/index.cjs`
        const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await other.loadURL('app://adjutant/')
        const answer = await other.webContents.executeJavaScript("adjutant.call('host.get', {})")
        other.destroy()
        return answer
      }),
    ).toMatchObject(refused)
  })

  test('another page in its own window', async ({ agent }) => {
    expect(await callFromForeignPage(agent)).toMatchObject(refused)
  })
})

/** The answer to a call from a page that is not the interface, loaded past all that keeps the window from it. */
const callFromForeignPage = async (agent: Agent): Promise<unknown> =>
  (await mainWindow(agent)).evaluate(async (own) => {
    await own.loadURL('data:text/html,<title>foreign</title>')
    return own.webContents.executeJavaScript("adjutant.call('host.get', {})")
  })
