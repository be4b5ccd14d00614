import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from './markdown.tsx'
import { safeLink } from './safe-link.ts'

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />)

describe('a link in an answer', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['http://127.0.0.1:8080/news', 'http://127.0.0.1:8080/news'],
    ['mailto:mina@example.org', 'mailto:mina@example.org'],
    ['javascript:alert(1)', undefined],
    ['JaVaScRiPt:alert(1)', undefined],
    ['\tjavascript:alert(1)', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['file:///etc/passwd', undefined],
    ['app://adjutant/index.html', undefined],
    ['vbscript:msgbox', undefined],
    ['/settings', undefined],
    ['#/settings', undefined],
    ['//example.org', undefined],
    ['https://example.org:x', undefined],
    ['https://bank.example@evil.example/', undefined],
  ])('%s leads to %s', (address, expected) => {
    expect(safeLink(address)).toBe(expected)
  })

  it('opens outside and tells the other side nothing', () => {
    expect(html('[news](https://example.org/news)')).toMatch(
      /<a href="https:\/\/example\.org\/news" target="_blank" rel="noopener noreferrer nofollow"/,
    )
  })

  it('that is not safe is only its words', () => {
    const shown = html('[click](javascript:alert(1)) and [root](file:///etc)')
    expect(shown).not.toContain('<a ')
    expect(shown).toContain('click')
  })
})

describe('text from outside', () => {
  it.each([
    ['an image', '![chart](https://tracker.example/pixel.png?who=me)'],
    ['an image in HTML', '<img src="https://tracker.example/pixel.png">'],
    ['a picture source', '<picture><source srcset="https://tracker.example/a.png"></picture>'],
    ['a frame', '<iframe src="https://tracker.example"></iframe>'],
    ['a style sheet', '<style>@import url(https://tracker.example/x.css)</style>'],
    ['an inline style', '<p style="background:url(https://tracker.example/x.png)">hi</p>'],
    ['a script', '<script src="https://tracker.example/x.js"></script>'],
    ['a form', '<form action="https://tracker.example"><input name="password"></form>'],
    ['a diagram', '```mermaid\ngraph TD; A-->B\n```'],
  ])('loads nothing and runs nothing: %s', (_name, text) => {
    const shown = html(`Before.\n\n${text}\n\nAfter.`)
    expect(shown).not.toMatch(/<(img|picture|source|iframe|style|script|form|input|link|object|embed)\b/i)
    expect(shown).not.toMatch(/style="[^"]*url\(/i)
    expect(shown).toContain('Before.')
    expect(shown).toContain('After.')
  })

  it('names what an image shows and where it is', () => {
    const shown = html('![Sales by month](https://example.org/sales.png)')
    expect(shown).toContain('Sales by month')
    expect(shown).toContain('href="https://example.org/sales.png"')
  })

  it('keeps tables, lists and code', () => {
    const shown = html('| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n\n```ts\nconst x = 1\n```')
    expect(shown).toMatch(/<table/)
    expect(shown).toMatch(/<li/)
    expect(shown).toContain('const x = 1')
  })
})
