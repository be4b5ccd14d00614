import type { WebAllowance } from '../web/web.ts'

/** An element of a page's accessibility snapshot. `ref` is valid for the snapshot it came in, in this process. */
export interface PageElement {
  readonly ref: string
  readonly role: string
  readonly name: string
  readonly value?: string
}

export interface PageSnapshot {
  readonly url: string
  readonly title: string
  /** The accessibility tree as indented text, with [ref=…] marks. */
  readonly tree: string
  readonly elements: readonly PageElement[]
  readonly links: readonly string[]
  /** What was kept from happening: requests that left the allowed hosts, dialogs that were dismissed. */
  readonly blocked: readonly string[]
}

/** The page after a form was filled in. `sent` is what the page sent on submitting, and how its server answered. */
export interface FilledForm extends PageSnapshot {
  readonly sent?: { readonly method: string; readonly url: string; readonly status: number }
}

/** The page after something was done on it. `sent`: whether the page sent something on it, or went to another. */
export interface ActedPage extends PageSnapshot {
  readonly sent: boolean
}

export interface ExtractedPage {
  readonly url: string
  readonly title: string
  readonly headings: readonly { level: number; text: string }[]
  /** Titles of the page's articles or news items, with the link of each. */
  readonly headlines: readonly { text: string; url?: string }[]
  readonly links: readonly { text: string; url: string }[]
  readonly tables: readonly {
    caption: string
    header: readonly string[]
    rows: readonly (readonly string[])[]
  }[]
  readonly prices: readonly { item: string; price: string }[]
  /** The main text as Markdown. */
  readonly markdown: string
  readonly forms: readonly { name: string; action: string; method: string; fields: readonly FormField[] }[]
}

export interface FormField {
  readonly name: string
  readonly label: string
  readonly type: string
  readonly value: string
  readonly required: boolean
  readonly options?: readonly string[]
}

export type BrowserAction =
  | { readonly kind: 'click'; readonly ref: string }
  | { readonly kind: 'type'; readonly ref: string; readonly text: string }
  | { readonly kind: 'select'; readonly ref: string; readonly value: string }
  | { readonly kind: 'press'; readonly key: string }

/**
 * A real browser with a profile of its own. One page a conversation. Where no browser is installed, `open` and
 * `extract` fall back to plain fetching (said in the result), and acting says what to install.
 *
 * Throws ToolError: all of WebPort's, and 'no-browser', 'browser-failed' (it does not start), 'browser-crashed',
 * 'stale-ref', 'nothing-open', 'not-shown' (a text that did not come), 'no-such-field', 'no-such-option',
 * 'form-incomplete', 'nothing-sent', 'host-not-allowed', 'is-a-download', 'bad-argument'.
 */
export interface BrowserPort {
  /** Path of the browser found, or undefined. */
  executable(): string | undefined
  open(conversationId: string, url: string, allowance: WebAllowance): Promise<PageSnapshot>
  snapshot(conversationId: string, allowance: WebAllowance): Promise<PageSnapshot>
  act(conversationId: string, action: BrowserAction, allowance: WebAllowance): Promise<ActedPage>
  /** The page as it was last shown, or undefined where none is open: what a reference stands for, without looking again. */
  shown(conversationId: string): Promise<PageSnapshot | undefined>
  /** Fills fields by label or name, all or none, and submits where `submit`. */
  fillForm(
    conversationId: string,
    form: { url: string; fields: Readonly<Record<string, string>>; submit: boolean },
    allowance: WebAllowance,
  ): Promise<FilledForm>
  waitFor(conversationId: string, text: string, allowance: WebAllowance): Promise<PageSnapshot>
  /** Of `url`, opened where it is not the present page. */
  extract(conversationId: string, url: string, allowance: WebAllowance): Promise<ExtractedPage>
  /** PNG bytes. */
  screenshot(conversationId: string, url: string, allowance: WebAllowance): Promise<Uint8Array>
  download(
    conversationId: string,
    url: string,
    allowance: WebAllowance,
  ): Promise<{ suggestedName: string; bytes: Uint8Array }>
  close(): Promise<void>
}
