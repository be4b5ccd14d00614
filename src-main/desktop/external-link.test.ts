import { describe, expect, it } from 'vitest'
import { externalLink } from './external-link.ts'

describe('a link that leaves the window', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['http://example.org', 'http://example.org/'],
    ['mailto:ann@example.org', 'mailto:ann@example.org'],
  ])('%s is given to the system', (address, opened) => {
    expect(externalLink(address)).toBe(opened)
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'vscode://open',
    'app://adjutant/',
    'https://bank.example@evil.example/',
    `https://example.org/?${'x'.repeat(3_000)}`,
    'not an address',
  ])('%s is not', (address) => {
    expect(externalLink(address)).toBeUndefined()
  })
})
