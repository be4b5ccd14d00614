import { expect, test } from './fixtures/agent.ts'
import { appOf, mainWindow, quickPage } from './fixtures/desktop.ts'
import { startAgain } from './fixtures/hosts.ts'

test('the page has the bridge, and nothing of Node or Electron', async ({ agent }) => {
  const page = await agent.page.evaluate(() => ({
    address: location.href,
    bridge: Object.keys((window as { adjutant?: object }).adjutant ?? {}).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
  }))
  expect(page).toEqual({
    address: expect.stringMatching(/^app:\/\/adjutant\//),
    bridge: ['call', 'desktop', 'onDesktop', 'onEvent'],
    node: [],
  })
})

test('the page runs no script but its own and reaches no network', async ({ agent, site }) => {
  const outcome = await agent.page.evaluate(async (origin) => {
    const reached = (work: Promise<unknown>) =>
      work.then(
        () => 'reached',
        () => 'refused',
      )
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    const image = new Image()
    image.src = `${origin}/pixel.gif`
    const frame = document.createElement('iframe')
    frame.src = origin
    document.body.append(frame)
    return {
      fetched: await reached(fetch(`${origin}/news`)),
      image: await reached(image.decode()),
      injected: 'injected' in window,
      // later, because what a debugger calls may do so
      evaluated: await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return true')())
          } catch {
            resolve(false)
          }
        })
      }),
      permission: await reached(navigator.mediaDevices?.getUserMedia({ audio: true }) ?? Promise.reject()),
    }
  }, site.origin)
  expect(outcome).toEqual({
    fetched: 'refused',
    image: 'refused',
    injected: false,
    evaluated: false,
    permission: 'refused',
  })
  expect(site.requests).toEqual([])
})

test('the page leads nowhere, and opens no window', async ({ agent, site }) => {
  const app = appOf(agent)
  // what would open in the system's browser is recorded instead
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => void opened.push(address)
  })
  const before = agent.page.url()
  await quickPage(agent)
  await agent.page.evaluate((origin) => {
    window.open(`${origin}/news`)
    window.open('file:///etc/passwd')
    window.open('javascript:alert(1)')
    location.href = `${origin}/shop`
  }, site.origin)
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual([`${site.origin}/news`, `${site.origin}/shop`])
  expect(agent.page.url()).toBe(before)
  expect(
    app
      .windows()
      .map((window) => new URL(window.url()).pathname)
      .sort(),
  ).toEqual(['/', '/quick.html'])
})

test('a call of the wrong shape, or of no method at all, is answered with a refusal', async ({ agent }) => {
  const answers = await agent.page.evaluate(async () => {
    const { adjutant } = window as unknown as {
      adjutant: { call(method: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> }
    }
    return [
      await adjutant.call('runs.get', { id: 7 }),
      await adjutant.call('constructor', {}),
      await adjutant.call('host.get', {}),
    ].map(({ ok }) => ok)
  })
  expect(answers).toEqual([false, false, true])
})

test('the window opens where it was left', async ({ agent }) => {
  const bounds = async () => (await mainWindow(agent)).evaluate((window) => window.getNormalBounds())
  await (await mainWindow(agent)).evaluate((window) =>
    window.setBounds({ x: 120, y: 90, width: 700, height: 560 }),
  )
  await expect.poll(bounds).toMatchObject({ width: 700, height: 560 })
  const left = await bounds()
  await agent.opened.close()
  await agent.open()
  expect(await bounds()).toMatchObject({ width: left?.width, height: left?.height })
})

test('a second start shows the window of the first, and ends', async ({ agent }) => {
  const window = await mainWindow(agent)
  await window.evaluate((one) => one.hide())
  expect(await startAgain(agent.place)).toBe(0)
  await expect.poll(() => window.evaluate((one) => one.isVisible())).toBe(true)
})

test('without a tray, closing says what it means for reminders, and the operator decides', async ({
  agent,
}) => {
  const app = appOf(agent)
  await app.evaluate(({ dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (async (...given: unknown[]) => {
      asked.push((given.at(-1) as { detail: string }).detail)
      return { response: 1, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  })
  await (await mainWindow(agent)).evaluate((window) => window.close())
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked))
    .toEqual([expect.stringContaining('no reminder rings')])
  expect(
    app
      .windows()
      .map((window) => new URL(window.url()).pathname)
      .sort(),
  ).toEqual(['/', '/quick.html'])
})
