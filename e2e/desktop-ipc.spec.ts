import { DESKTOP_REQUESTS } from '../src-main/ipc/desktop-requests.ts'
import { REQUESTS } from '../src-main/operator/requests.ts'
import { CALL_CHANNEL, DESKTOP_CHANNEL } from '../src-preload/contract.ts'
import { expect, test } from './fixtures/agent.ts'
import { appOf, quickPage } from './fixtures/desktop.ts'
import { type Shape, UNKNOWN_METHODS, WRONG_SHAPES, wrongKeys } from './fixtures/ipc-shapes.ts'

/** Every channel by which a page reaches the main process, with its methods and what they take. */
const CHANNELS = [
  { channel: CALL_CHANNEL, bridge: 'call', methods: REQUESTS },
  { channel: DESKTOP_CHANNEL, bridge: 'desktop', methods: DESKTOP_REQUESTS },
] as const

interface Answer {
  readonly what: string
  readonly ok: boolean
  readonly code: string
}

const count = (table: readonly Answer[], what: string) => {
  test.info().annotations.push({ type: 'count', description: `${table.length} ${what}` })
  console.log(`${table.length} ${what}: ${table.filter(({ ok }) => !ok).length} refused`)
}

test('there are no other channels', async ({ agent }) => {
  await quickPage(agent)
  const found = await appOf(agent).evaluate(({ ipcMain }) => {
    const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> }
    return { invoked: [..._invokeHandlers.keys()], heard: ipcMain.eventNames().map(String) }
  })
  expect(found.invoked.sort()).toEqual(CHANNELS.map(({ channel }) => channel).sort())
  // Electron's own, so that a message of that name does not throw
  expect(found.heard).toEqual(['error'])
})

test('every method refuses every shape that is not its own, and nothing breaks', async ({ agent }) => {
  test.setTimeout(180_000)
  const table: Answer[] = []
  for (const { bridge, methods } of CHANNELS) {
    const asked: [method: Shape, input: Shape][] = [
      ...Object.entries(methods).flatMap(([name, schema]) =>
        [...WRONG_SHAPES, ...wrongKeys(schema)].map((input): [Shape, Shape] => [
          { name, source: JSON.stringify(name) },
          input,
        ]),
      ),
      ...UNKNOWN_METHODS.map((method): [Shape, Shape] => [method, { name: 'nothing', source: '({})' }]),
    ]
    const source = asked.map(
      ([method, input]) =>
        `[${JSON.stringify(`${method.name}: ${input.name}`.slice(0, 80))}, ${method.source}, () => ${input.source}]`,
    )
    table.push(
      ...(await agent.page.evaluate<Answer[]>(`(async () => {
        const answers = []
        for (const [what, method, input] of [${source.join(',')}]) {
          // what cannot even be sent is refused too
          const answer = await Promise.resolve().then(() => adjutant.${bridge}(method, input())).catch((error) => ({ ok: false, error: { code: 'not-sent ' + error } }))
          answers.push({ what, ok: answer.ok, code: answer.error?.code ?? '' })
        }
        return answers
      })()`)),
    )
  }
  expect(table.filter(({ ok }) => ok)).toEqual([])
  const known = ['bad-request', 'unknown-method', 'not-sent']
  expect(table.filter(({ code }) => !known.some((one) => code.startsWith(one)))).toEqual([])
  count(table, 'calls of a wrong shape')

  const polluted = () => (Object.prototype as unknown as { polluted?: number }).polluted ?? 'clean'
  expect(await agent.page.evaluate(polluted)).toBe('clean')
  expect(await appOf(agent).evaluate(polluted)).toBe('clean')
  await agent.say('remember that the toner comes from Kowalski')
  await expect(agent.outcome()).toContainText('Kowalski')
})

test('every method refuses every sender that is not a page of ours', async ({ agent }) => {
  await quickPage(agent)
  const names = CHANNELS.flatMap(({ channel, methods }) =>
    [...Object.keys(methods), 'nope'].map((method) => ({ channel, method })),
  )
  const table = await appOf(agent).evaluate(async ({ BrowserWindow, ipcMain }, asked) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<
        string,
        (event: object, ...args: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>
      >
    }
    const own = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().includes('//adjutant/'),
    )
    const sender = own?.webContents
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await other.loadURL('app://adjutant/')
    const gone = new BrowserWindow({ show: false })
    const goneContents = gone.webContents
    const goneFrame = goneContents.mainFrame
    gone.destroy()
    const at = (url: string) => ({ url })
    const foreign = (url: string) => {
      const frame = at(url)
      return {
        sender: new Proxy(sender as object, {
          get: (of, key) => (key === 'mainFrame' ? frame : Reflect.get(of, key)),
        }),
        senderFrame: frame,
      }
    }
    const senders: Record<string, object> = {
      'another window with the same page': {
        sender: other.webContents,
        senderFrame: other.webContents.mainFrame,
      },
      'another window in the name of our frame': {
        sender: other.webContents,
        senderFrame: sender?.mainFrame,
      },
      'a frame within our page': { sender, senderFrame: at('app://adjutant/index.html') },
      'a frame that is gone': { sender, senderFrame: null },
      'a window that is gone': { sender: goneContents, senderFrame: goneFrame },
      nobody: { sender: {}, senderFrame: null },
      'our window with a page of the web': foreign('https://adjutant/'),
      'our window with a local file': foreign('file:///index.html'),
      'our window with a host like ours': foreign('app://adjutant.example/'),
      'our window with an empty page': foreign('about:blank'),
    }
    const inputs = [{}, undefined, { id: 'x' }, { zzz: 1 }]
    const answers: { what: string; ok: boolean; code: string }[] = []
    for (const { channel, method } of asked)
      for (const [name, event] of Object.entries(senders))
        for (const input of inputs) {
          const answer = await handlers.get(channel)?.({ type: 'invoke', ...event }, method, input)
          answers.push({
            what: `${method} from ${name}`,
            ok: answer?.ok ?? true,
            code: answer?.error?.code ?? '',
          })
        }
    other.destroy()
    return answers
  }, names)
  expect(table.filter(({ ok, code }) => ok || code !== 'not-allowed')).toEqual([])
  count(table, 'calls of a wrong sender')
  expect(await agent.page.evaluate("adjutant.call('host.get', {})")).toMatchObject({ ok: true })
})
