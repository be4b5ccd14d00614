import { ToolError } from '../../vocabulary/errors.ts'
import type { Web } from '../web/create-web.ts'
import type { WebAllowance } from '../web/web.ts'
import type { ExtractedPage, PageSnapshot } from './browser.ts'
import { extractPage } from './extract/extract-page.ts'

const NOTE =
  '(No browser is installed: this is the page as its server sent it, and nothing on it can be clicked.)'

/** What can be read of pages without a browser. */
export function createPlainPages(web: Web) {
  return {
    open: async (url: string, allowance: WebAllowance): Promise<PageSnapshot> => {
      const page = await web.readPage(url, allowance)
      return {
        url: page.url,
        title: page.title,
        tree: `${NOTE}\n\n${page.markdown}`,
        elements: [],
        links: page.links.map((link) => link.url),
        blocked: [],
      }
    },
    extract: async (url: string, allowance: WebAllowance): Promise<ExtractedPage> => {
      const page = await web.readHtml(url, allowance)
      return extractPage(page.html, page.url)
    },
  }
}

/** Why a page cannot be acted on; `named` is the browser that was set and is not there. */
export const noBrowser = (named: string | undefined): ToolError =>
  new ToolError(
    'no-browser',
    named === undefined
      ? 'Acting on a web page needs a browser, and none was found.'
      : `Acting on a web page needs a browser, and there is none at ${named}.`,
    {
      fix:
        named === undefined
          ? 'Install Chrome, Chromium or Edge, or set ADJUTANT_BROWSER to the path of one.'
          : 'Set ADJUTANT_BROWSER to the path of Chrome, Chromium or Edge, or leave it out to have one searched.',
    },
  )
