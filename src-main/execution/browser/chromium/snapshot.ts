import type { Page } from 'playwright-core'
import { linksOf, parsePage } from '../../web/page/parse-page.ts'
import type { PageElement, PageSnapshot } from '../browser.ts'
import type { PageWatch } from './page-watch.ts'
import { renderedHtml } from './rendered-html.ts'

/** Roles a person can do something with. */
const ACTIONABLE = [
  'link',
  'button',
  'textbox',
  'searchbox',
  'combobox',
  'listbox',
  'checkbox',
  'radio',
  'switch',
  'slider',
  'spinbutton',
  'tab',
  'menuitem',
  'option',
]
const MOST_BLOCKED = 100
const MASK = '••••••'

/** What a page offers, from its accessibility tree; what a password field holds is masked. */
export async function takeSnapshot(watch: PageWatch): Promise<PageSnapshot> {
  const { page, blocked } = watch
  const nodes = (await page.ariaSnapshotJSON({ mode: 'ai' })) as unknown
  const tree = await page.ariaSnapshot({ mode: 'ai' })
  const secrets = await passwordsIn(page)
  const html = await page.evaluate(renderedHtml)
  const url = page.url()
  watch.shown = {
    url,
    title: await page.title(),
    tree: masked(tree, secrets),
    elements: elementsOf(nodes).map((element) =>
      element.value === undefined ? element : { ...element, value: masked(element.value, secrets) },
    ),
    links: linksOf(parsePage(html, url)).map((link) => link.url),
    blocked: [...new Set(blocked)].slice(0, MOST_BLOCKED),
  }
  return watch.shown
}

const passwordsIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[type=password]')]
      .map(({ value }) => value)
      .filter((value) => value !== ''),
  )

const masked = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((rest, secret) => rest.replaceAll(secret, MASK), text)

/** A node of Playwright's tree: text, or an object with these members where they apply. */
interface TreeNode {
  readonly role?: unknown
  readonly name?: unknown
  readonly ref?: unknown
  readonly text?: unknown
  readonly children?: unknown
}

function elementsOf(node: unknown): PageElement[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf)
  if (node === null || typeof node !== 'object') return []
  const { role, name, ref, text, children } = node as TreeNode
  const below = elementsOf(children)
  if (typeof role !== 'string' || typeof ref !== 'string' || !ACTIONABLE.includes(role)) return below
  const element: PageElement = {
    ref,
    role,
    name: typeof name === 'string' ? name : textOf(children),
    ...(typeof text === 'string' && role !== 'link' && role !== 'button' ? { value: text } : {}),
  }
  return [element, ...below]
}

function textOf(node: unknown): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(textOf).filter(Boolean).join(' ')
  if (node === null || typeof node !== 'object') return ''
  const { name, text, children } = node as TreeNode
  return [name, text].find((part) => typeof part === 'string') ?? textOf(children)
}
