import { describe, expect, it } from 'vitest'
import { pageMarkdown } from './page-markdown.ts'
import { parsePage } from './parse-page.ts'

const markdown = (html: string) => pageMarkdown(parsePage(html, 'https://town.example/a/b'))

describe('a page as Markdown', () => {
  it.each([
    ['headings and lists', '<h1>Menu</h1><ul><li>Soup</li><li>Fish</li></ul>', '# Menu\n\n- Soup\n- Fish'],
    ['links, made absolute', '<p><a href="c">There</a></p>', '[There](https://town.example/a/c)'],
    ['code', '<pre><code class="language-js">let a = 1\nlet b</code></pre>', '```js\nlet a = 1\nlet b\n```'],
    [
      'tables',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>x|y</td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1 | x\\|y |',
    ],
    ['pictures by their description', '<p>See <img src="x.png" alt="a map"></p>', 'See a map'],
    ['a fragment', 'Only <b>this</b>', 'Only **this**'],
    ['a page without body tags', '<html><head><title>T</title></head><h1>A</h1><p>b</html>', '# A\n\nb'],
    ['nothing', '', ''],
  ])('keeps %s', (_what, html, expected) => {
    expect(markdown(html)).toBe(expected)
  })

  it.each([
    ['navigation', '<nav>Home Shop</nav><p>Text</p>'],
    ['scripts', '<script>track()</script><p>Text</p>'],
    ['what is hidden', '<p style="display:none">secret order</p><p hidden>another</p><p>Text</p>'],
    ['footers', '<p>Text</p><footer>Imprint</footer>'],
    ['forms', '<form><label>Mail <input></label><button>Go</button></form><p>Text</p>'],
  ])('leaves out %s', (_what, html) => {
    expect(markdown(html)).toBe('Text')
  })
})

describe('a page made to be unreadable', () => {
  it.each([
    ['nested without end', '<div>'.repeat(3_000)],
    ['of countless parts', '<b>x</b>'.repeat(101_000)],
  ])('%s is refused', (_what, html) => {
    expect(() => markdown(html)).toThrow(expect.objectContaining({ code: 'too-large' }))
  })
})
