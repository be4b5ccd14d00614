import { describe, expect, it } from 'vitest'
import type { ConnectionView } from '../../src-preload/contract.ts'
import { draftOf, isWhole, NEW_DRAFT, serverOf } from './connection-draft.ts'
import { targetWords } from './connection-words.ts'

const VIEW: ConnectionView = {
  name: 'notes',
  server: { command: 'npx', args: ['-y', 'notes server'], cwd: '~/notes', disabled: true },
  env: ['TOKEN'],
  headers: [],
  open: [],
  state: 'off',
  said: [],
  leftOut: [],
  tools: 0,
  changed: [],
  limit: { calls: 60, seconds: 60 },
}

describe('a server that is edited', () => {
  it('stays as it is where nothing was typed, its kept values too', () => {
    expect(serverOf(draftOf(VIEW), true)).toEqual({
      command: 'npx',
      args: ['-y', 'notes server'],
      cwd: '~/notes',
      env: { TOKEN: null },
      disabled: true,
    })
  })

  it('has what was typed, without empty lines and nameless values', () => {
    const draft = {
      ...NEW_DRAFT,
      kind: 'address' as const,
      name: 'far',
      url: ' https://far.test/mcp ',
      values: [
        { id: 1, name: 'Authorization', value: 'Bearer x', kept: false },
        { id: 2, name: ' ', value: 'lost', kept: false },
      ],
    }
    expect(serverOf(draft, false)).toEqual({
      url: 'https://far.test/mcp',
      headers: { Authorization: 'Bearer x' },
    })
    expect(isWhole(draft)).toBe(true)
    expect(isWhole({ ...draft, url: '' })).toBe(false)
    expect(isWhole(NEW_DRAFT)).toBe(false)
  })

  it('is shown as its command line', () => {
    expect(targetWords(VIEW.server)).toBe('npx -y "notes server"')
  })
})
