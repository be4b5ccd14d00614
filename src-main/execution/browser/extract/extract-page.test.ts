import { describe, expect, it } from 'vitest'
import { newsPage, STORIES } from '../../../testing/site/news.ts'
import { contactPage, hoursPage, loginPage, PRODUCTS, shopPage } from '../../../testing/site/pages.ts'
import { extractPage } from './extract-page.ts'

const URL_OF_PAGE = 'https://town.example/here/page'
const extract = (html: string) => extractPage(html, URL_OF_PAGE)
const titles = (html: string) => extract(html).headlines.map(({ text }) => text)

describe('headlines are found', () => {
  it('in articles, with their links, and not in the sidebar', () => {
    expect(extract(newsPage()).headlines).toEqual(
      STORIES.map(({ title, slug }) => ({ text: title, url: `https://town.example/news/${slug}` })),
    )
  })

  it.each([
    [
      'in headings that link',
      '<main><div><h3><a href="/a">One thing happened</a></h3></div><div><h3><a href="/b">Then another</a></h3></div></main>',
      ['One thing happened', 'Then another'],
    ],
    [
      'in headings that a link is around',
      '<a href="/a"><h2>One thing happened</h2></a><a href="/b"><h2>Then another</h2></a>',
      ['One thing happened', 'Then another'],
    ],
    [
      'in the rows of a table',
      '<table><tr><td>1.</td><td><a href="/i">Show: a clock made of wood</a> (site.example)</td></tr><tr><td></td><td>10 points by <a href="/u">somebody</a></td></tr><tr><td>2.</td><td><a href="/j">Ask: which saw to buy</a></td></tr></table>',
      ['Show: a clock made of wood', 'Ask: which saw to buy'],
    ],
    [
      'in plain lists',
      '<nav><li><a href="/x">All the latest news</a></li></nav><ul><li><a href="/a">The mayor opens the fair</a> 3 May</li><li><a href="/b">Rain closes the fair</a> 4 May</li></ul>',
      ['The mayor opens the fair', 'Rain closes the fair'],
    ],
    [
      'by their mark-up',
      '<div><span itemprop="headline"><a href="/a">First</a></span></div><div><span itemprop="headline"><a href="/b">Second</a></span></div>',
      ['First', 'Second'],
    ],
    [
      'as the title of a page that is one article',
      '<article><h1>Only this</h1><p>Text.</p></article>',
      ['Only this'],
    ],
    ['nowhere on an empty page', '<p>Nothing</p>', []],
  ])('%s', (_where, html, expected) => {
    expect(titles(html)).toEqual(expected)
  })
})

describe('prices are found with what they are for', () => {
  it('in a shop, without what was struck out', () => {
    expect(extract(shopPage()).prices).toEqual(PRODUCTS.map(({ name, price }) => ({ item: name, price })))
  })

  it.each([
    ['behind a dash', '<ul><li>Coffee - €3.50</li></ul>', 'Coffee', '€3.50'],
    ['after a colon, in the continental way', '<ul><li>Tea: 2,80 €</li></ul>', 'Tea', '2,80 €'],
    ['in Swiss francs', '<ul><li>Cake CHF 4.-</li></ul>', 'Cake', 'CHF 4.-'],
    ['in a card', '<div class="card"><div class="title">Chair</div><b>$49.99</b></div>', 'Chair', '$49.99'],
    [
      'split into parts',
      '<div class="card"><h3>Chair</h3><i><i>$</i><i>49.99</i></i></div>',
      'Chair',
      '$49.99',
    ],
    [
      'in a table',
      '<table><tr><th>Item<th>Price</tr><tr><td>Pear<td>$1,234.50</tr></table>',
      'Pear',
      '$1,234.50',
    ],
    ['in a list of terms', '<dl><dt>Soup</dt><dd>£4.00</dd></dl>', 'Soup', '£4.00'],
    ['by name of the currency', '<ul><li>Ticket: 15 EUR</li></ul>', 'Ticket', '15 EUR'],
  ])('%s', (_where, html, item, price) => {
    expect(extract(html).prices).toEqual([{ item, price }])
  })

  it.each([
    ['a year', '<ul><li>Since 1998</li></ul>'],
    ['a version', '<ul><li>Release 3.50</li></ul>'],
    ['a sentence', '<p>Delivery costs €4.90. It is free above €50. Ask us. We like that.</p>'],
  ])('but not in %s', (_what, html) => {
    expect(extract(html).prices).toEqual([])
  })
})

describe('tables', () => {
  it('keep caption, header and repeated cells; a table without caption has the heading above it', () => {
    const [library, pool] = extract(hoursPage()).tables
    expect(library).toEqual({
      caption: 'City library',
      header: ['Day', 'Opens', 'Closes'],
      rows: [
        ['Monday', 'closed', 'closed'],
        ['Tuesday to Friday', '10:00', '19:00'],
        ['Saturday', '10:00', '16:00'],
        ['Sunday', '11:00', '17:00'],
      ],
    })
    expect(pool).toMatchObject({ caption: 'Swimming pool', header: ['Season', 'Hours'] })
  })

  it('fill in cells that span rows', () => {
    const html = '<table><tr><td rowspan="2">A</td><td>1</td></tr><tr><td>2</td></tr></table>'
    expect(extract(html).tables[0]?.rows).toEqual([
      ['A', '1'],
      ['A', '2'],
    ])
  })

  it('that only lay out a page are none', () => {
    expect(
      extract('<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>').tables,
    ).toHaveLength(1)
  })
})

describe('forms', () => {
  it('tell their fields as a person knows them', () => {
    const [contact, newsletter] = extract(contactPage()).forms
    expect(contact).toMatchObject({
      name: 'Contact form',
      action: 'https://town.example/contact',
      method: 'POST',
    })
    expect(contact?.fields.map(({ label, type, required }) => [label, type, required])).toEqual([
      ['Your name', 'text', true],
      ['E-mail', 'email', true],
      ['Topic', 'select', false],
      ['Message', 'textarea', false],
      ['Send me a copy', 'checkbox', false],
    ])
    expect(contact?.fields[2]?.options).toEqual(['General question', 'Waste collection', 'Permits'])
    expect(newsletter?.fields.map(({ label }) => label)).toEqual(['Your address'])
  })

  it('never tell what a password field holds', () => {
    expect(extract(loginPage()).forms[0]?.fields[1]).toMatchObject({ type: 'password', value: '' })
  })
})

describe('addresses', () => {
  it.each([
    ['relative to the page', '<a href="other">x</a>', 'https://town.example/here/other'],
    ['relative to the base', '<base href="/b/"><a href="other">x</a>', 'https://town.example/b/other'],
    ['of the host alone', '<a href="//elsewhere.example">x</a>', 'https://elsewhere.example/'],
  ])('%s are absolute', (_what, html, url) => {
    expect(extract(html).links).toEqual([{ text: 'x', url }])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.example'])(
    'that lead nowhere on the web are no links: %s',
    (href) => {
      expect(extract(`<a href="${href}">x</a>`).links).toEqual([])
    },
  )
})
