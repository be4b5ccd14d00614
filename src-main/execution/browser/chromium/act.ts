import type { Locator } from 'playwright-core'
import { ToolError } from '../../../vocabulary/errors.ts'
import type { BrowserAction } from '../browser.ts'
import { firstLine } from './launch.ts'
import type { PageWatch } from './page-watch.ts'

const ACTION_MS = 5_000
const SETTLE_MS = 4_000

/**
 * Does one thing on a page and waits until it has come to rest; says whether the page sent something on it, or went to
 * another. Throws ToolError where nothing came of it.
 */
export async function act(watch: PageWatch, action: BrowserAction): Promise<boolean> {
  watch.mark()
  watch.openedAt = undefined
  await perform(watch, action)
  await watch.settle(SETTLE_MS)
  const acted = watch.sent.some(({ method }) => method !== 'GET' && method !== 'HEAD')
  // where something was sent all the same, the snapshot says what was kept back
  if (watch.refusedNavigation && !acted) throw watch.refusedNavigation
  return acted || watch.sent.some(({ navigation }) => navigation)
}

async function perform({ page }: PageWatch, action: BrowserAction): Promise<void> {
  switch (action.kind) {
    case 'click': {
      const element = await elementOf(page.getByRef(action.ref), action.ref)
      await stayInPage(element)
      return attempt(() => element.click({ timeout: ACTION_MS }), `click ${action.ref}`)
    }
    case 'type': {
      const element = await elementOf(page.getByRef(action.ref), action.ref)
      return attempt(() => element.fill(action.text, { timeout: ACTION_MS }), `type into ${action.ref}`)
    }
    case 'select': {
      const element = await elementOf(page.getByRef(action.ref), action.ref)
      const options = await element.evaluate((node) =>
        node instanceof HTMLSelectElement
          ? [...node.options].map(({ label, value }) => ({ label, value }))
          : [],
      )
      const chosen = options.find(({ label, value }) => [label, value].includes(action.value))
      if (!chosen) {
        throw new ToolError('no-such-option', `${action.ref} has no option "${action.value}".`, {
          fix: `Its options are: ${options.map(({ label }) => label).join(', ') || 'none'}.`,
        })
      }
      await attempt(() => element.selectOption({ value: chosen.value }, { timeout: ACTION_MS }), 'select')
      return
    }
    case 'press':
      return attempt(() => page.keyboard.press(action.key), `press ${action.key}`)
  }
}

async function elementOf(locator: Locator, ref: string): Promise<Locator> {
  if (/^[a-z]+\d+([a-z]+\d+)*$/.test(ref) && (await locator.count()) === 1) return locator
  throw new ToolError('stale-ref', `There is no element ${ref} on the page as it is now.`, {
    fix: 'Take a new snapshot and use a reference from it.',
  })
}

/** A link or form that would open a tab of its own is followed in the page instead. */
const stayInPage = (element: Locator): Promise<void> =>
  element.evaluate((node) => {
    node.closest('a[target]')?.removeAttribute('target')
    node.closest('form[target]')?.removeAttribute('target')
  })

async function attempt(step: () => Promise<unknown>, what: string): Promise<void> {
  try {
    await step()
  } catch (error) {
    const text = firstLine(error)
    if (/closed|crash/i.test(text)) throw error
    throw new ToolError('cannot-act', `The page did not let itself ${what}: ${text}`, {
      fix: 'Take a new snapshot: the element may be covered, disabled or of another kind.',
      cause: error,
    })
  }
}
