import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { isSetting, problemOf, resetConfig, setPaths } from './reset-config.ts'

const FILE = {
  files: { roots: [] },
  voice: { globalKey: 'F9', transcriber: { model: 'whisper-base' } },
  ui: { theme: 'dark', welcomed: true },
}

function kept() {
  const home = temporaryFolder()
  const file = join(home, 'config.json')
  writeFileSync(file, JSON.stringify(FILE))
  return { home, read: () => JSON.parse(readFileSync(file, 'utf8')) as unknown }
}

describe('a setting that is reset', () => {
  it.each([
    ['ui.theme', { ...FILE, ui: { welcomed: true } }],
    ['voice.transcriber.model', { ...FILE, voice: { globalKey: 'F9' } }],
    ['voice', { files: FILE.files, ui: FILE.ui }],
    ['ui.closeToTray', FILE],
  ])('%s is gone from config.json, and no other', (path, left) => {
    const { home, read } = kept()
    resetConfig(path, home, {})
    expect(read()).toEqual(left)
  })

  it('has its default again', () => {
    const { home } = kept()
    expect(resetConfig('ui.theme', home, {}).ui.theme).toBe('system')
  })

  it('is every one where none is named; who was welcomed is not asked again', () => {
    const { home, read } = kept()
    resetConfig(undefined, home, {})
    expect(read()).toEqual({ ui: { welcomed: true } })
  })
})

describe('what is typed into a setting', () => {
  it.each([
    ['ui.quietHours', '22:00-07:00', undefined],
    ['ui.quietHours', '25:00-07:00', 'ui.quietHours: must be two times such as "22:00-07:00", or "off"'],
    ['ui.quickKey', 'Q', 'ui.quickKey: must be a key such as "Ctrl+Alt+Space", or "none"'],
    ['network.allow', ['example.org', 'no host'], 'network.allow[1]: must be a host or host:port'],
    ['files.roots', ['notes'], 'files.roots[0]: "notes" is not an absolute path'],
    ['model.baseUrl', 'http://localhost:11434/v1', undefined],
  ])('%s = %j is refused in the words of config.json: %s', (path, value, problem) => {
    expect(problemOf(path, value, kept().home, {})).toBe(problem)
  })
})

it('settings are known by their paths', () => {
  expect(setPaths(FILE as never)).toEqual([
    'files.roots',
    'voice.globalKey',
    'voice.transcriber.model',
    'ui.theme',
    'ui.welcomed',
  ])
  expect(['ui', 'ui.theme', 'voice.transcriber.model'].map(isSetting)).toEqual([true, true, true])
  expect(['', 'ui.them', 'ui.theme.dark', '__proto__', 'ui.constructor'].some(isSetting)).toBe(false)
})
