import { visibleText } from '../../web/page/parse-page.ts'

export interface Headline {
  readonly text: string
  readonly url?: string
}

/** Where a page keeps what is not news. */
const FURNITURE =
  'nav, header, footer, aside, form, dialog, [role=navigation], [role=banner], [role=contentinfo]'
const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]'
/** Links shorter than this many words are rather 'Read on' than a headline. */
const HEADLINE_WORDS = 3

/**
 * Titles of a page's articles or news items with the link of each, in the page's order. Tries, until two are found:
 * what is marked up as an article or as a headline; headings that link; list items and table rows whose substance is
 * one link; links of several words. A page that is one article gives its own title.
 */
export function headlinesOf(document: Document): Headline[] {
  const main = mainOf(document)
  for (const find of [markedUp, linkedHeadings, linkedItems, longLinks]) {
    const found = unique(find(main))
    if (found.length >= 2) return found
  }
  const own = visibleText(main.querySelector('h1')) || visibleText(main.querySelector(HEADING))
  return own === '' ? [] : [{ text: own }]
}

function mainOf(document: Document): Element {
  const mains = document.querySelectorAll('main, [role=main]')
  return (mains.length === 1 ? mains[0] : undefined) ?? document.body ?? document.documentElement
}

const outsideFurniture = (root: Element, selector: string): Element[] =>
  [...root.querySelectorAll(selector)].filter((element) => {
    const furniture = element.closest(FURNITURE)
    // a header inside an article holds the article's own title
    return (
      !furniture ||
      !root.contains(furniture) ||
      (furniture.localName === 'header' && !!furniture.closest('article'))
    )
  })

function markedUp(main: Element): Headline[] {
  const articles = outsideFurniture(
    main,
    'article, [role=article], [itemtype*="Article"], [itemprop=headline]',
  )
  return articles
    .filter((article) => !article.querySelector('article, [role=article]'))
    .flatMap((article) => {
      const isTitle = article.getAttribute('itemprop') === 'headline'
      const title = isTitle ? article : article.querySelector(`${HEADING}, [itemprop=headline]`)
      if (title) return headline(title, article)
      const link = longestLink(article)
      return link ? headline(link, article) : []
    })
}

const linkedHeadings = (main: Element): Headline[] =>
  outsideFurniture(main, HEADING).flatMap((heading) =>
    linkOf(heading) === undefined ? [] : headline(heading, heading),
  )

const linkedItems = (main: Element): Headline[] =>
  outsideFurniture(main, 'li, tr, dt').flatMap((item) => {
    if (item.querySelector('li, table')) return []
    const link = longestLink(item)
    return link && visibleText(link).length * 3 >= visibleText(item).length ? headline(link, item) : []
  })

const longLinks = (main: Element): Headline[] =>
  outsideFurniture(main, 'a[href]').flatMap((link) =>
    wordsIn(link) > HEADLINE_WORDS ? headline(link, link) : [],
  )

function headline(title: Element, item: Element): Headline[] {
  const text = visibleText(title)
  const url = linkOf(title) ?? linkOf(item)
  return text === '' ? [] : [url === undefined ? { text } : { text, url }]
}

/** The web address an element is, stands in, or holds first. */
function linkOf(element: Element): string | undefined {
  const anchor = element.closest('a[href]') ?? element.querySelector('a[href]')
  const url = anchor?.getAttribute('href') ?? undefined
  return url?.startsWith('http') ? url : undefined
}

function longestLink(item: Element): Element | undefined {
  const links = [...item.querySelectorAll('a[href]')].sort(
    (a, b) => visibleText(b).length - visibleText(a).length,
  )
  return links[0] && wordsIn(links[0]) >= HEADLINE_WORDS ? links[0] : undefined
}

const wordsIn = (element: Element): number => visibleText(element).split(' ').length

function unique(headlines: readonly Headline[]): Headline[] {
  const seen = new Set<string>()
  return headlines.filter(({ text }) => !seen.has(text) && seen.add(text))
}
