import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Configuration } from 'electron-builder'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../build-when-stale.ts'
import { configuration } from './configuration.ts'
import { strayFiles } from './contents.ts'

const require = createRequire(import.meta.url)
/** electron-builder's own check against its own schema. */
const { validateConfiguration } = createRequire(require.resolve('electron-builder/package.json'))(
  'app-builder-lib/out/util/config/config',
) as { validateConfiguration: (given: Configuration, log: { isEnabled: boolean }) => Promise<void> }
const validate = (given: unknown) => validateConfiguration(given as Configuration, { isEnabled: false })

describe('the packaging configuration', () => {
  it('is valid by electron-builder itself, for all systems', async () => {
    await expect(validate(configuration)).resolves.toBeUndefined()
    await expect(validate({ ...configuration, electronDist: '/somewhere/unpacked' })).resolves.toBeUndefined()
  })

  it.each([
    ['linux', { ...configuration, linux: { ...configuration.linux, categories: ['Utility'] } }],
    ['win', { ...configuration, win: { ...configuration.win, colour: 'red' } }],
    ['mac', { ...configuration, mac: { ...configuration.mac, target: [{ target: 'zip', arch: 'z80' }] } }],
    ['fuses', { ...configuration, electronFuses: { runAsNoode: false } }],
  ])('would be refused with a mistake in %s', async (_where, mistaken) => {
    await expect(validate(mistaken)).rejects.toThrow('Invalid configuration object')
  })

  it.each([
    ['linux', ['AppImage x64 arm64', 'deb x64 arm64']],
    ['win', ['nsis x64 arm64']],
    ['mac', ['dmg x64 arm64']],
  ] as const)('%s: %j', (system, targets) => {
    const made = configuration[system]?.target as { target: string; arch: string[] }[]
    expect(made.map(({ target, arch }) => [target, ...arch].join(' '))).toEqual(targets)
  })

  it('leaves the data of the operator where it is when the application goes', () => {
    expect(configuration.nsis?.deleteAppDataOnUninstall).toBe(false)
  })

  it('names only files that are there', () => {
    const named = [configuration.mac?.entitlements, configuration.mac?.entitlementsInherit]
    for (const file of named) expect(existsSync(`${ROOT}/${file}`), String(file)).toBe(true)
  })
})

describe('files that were never meant to be shipped are found', () => {
  it.each([
    'app.asar/src-main/main.ts',
    'app.asar/e2e/chat.spec.ts',
    'app.asar/out/main/main.js.map',
    'app.asar/out/renderer/assets/app.test.tsx',
    'app.asar/vitest.config.ts',
    'app.asar/package-lock.json',
    'app.asar/.git/config',
    'app.asar/.env',
    'app.asar/node_modules/electron/index.js',
    'app.asar/node_modules/vitest/package.js',
    'app.asar/node_modules/better-sqlite3/src/better_sqlite3.cpp',
    'resources/models/README.md',
    'resources/inspector/index.js',
    'locales/fr.pak',
  ])('%s', (path) => {
    expect(strayFiles(['app.asar/package.json', path])).toEqual([path])
  })
})
