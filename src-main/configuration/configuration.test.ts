import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { resolveHome } from './home.ts'
import { type Environment, loadConfig } from './load-config.ts'
import { saveConfig } from './save-config.ts'
import { createSecrets, plainStore, type SecretStore } from './secrets.ts'

function homeWith(content?: unknown) {
  const home = temporaryFolder()
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  if (content !== undefined) writeFileSync(join(home, 'config.json'), text)
  mkdirSync(join(home, 'notes'))
  return home
}

const load = (home: string, env: Environment = {}) => loadConfig(home, env, { userHome: home })
const refusal = (content: unknown, env: Environment = {}): { message: string; fix?: string } => {
  try {
    load(homeWith(content), env)
  } catch (error) {
    return error as { message: string; fix?: string }
  }
  return expect.fail('it was accepted')
}

describe('settings', () => {
  it('without a file are the defaults: nothing allowed, offline', () => {
    expect(load(homeWith())).toMatchObject({
      files: { roots: [] },
      network: { allow: [] },
      model: { provider: 'offline' },
      ui: { theme: 'system', closeToTray: true },
      approvals: { mode: 'ask' },
      fixed: {},
    })
  })

  it('name folders with ~ and become absolute', () => {
    const home = homeWith({
      files: { roots: ['~/notes', '~'] },
      network: { allow: ['Example.com', '127.0.0.1:8080', '[::1]:80'] },
    })
    expect(load(home)).toMatchObject({
      files: { roots: [join(home, 'notes'), home] },
      network: { allow: ['example.com', '127.0.0.1:8080', '[::1]:80'] },
    })
  })

  it('with a key use the model, unless the file says offline', () => {
    const env = {
      OPENAI_API_KEY: 'sk-secret',
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
      ADJUTANT_MODEL: 'llama',
    }
    expect(load(homeWith(), env)).toMatchObject({
      model: { provider: 'openai', name: 'llama', baseUrl: 'http://127.0.0.1:1/v1' },
      fixed: {
        'model.name': 'ADJUTANT_MODEL',
        'model.baseUrl': 'OPENAI_BASE_URL',
        'model.apiKey': 'OPENAI_API_KEY',
      },
    })
    expect(load(homeWith({ model: { provider: 'offline' } }), env).model.provider).toBe('offline')
    expect(loadConfig(homeWith(), {}, { hasKey: true }).model.provider).toBe('openai')
    expect(JSON.stringify(load(homeWith(), env))).not.toContain('sk-secret')
  })

  it('may begin with a byte-order mark, or be empty', () => {
    expect(load(homeWith('\uFEFF{"region": "DE"}')).region).toBe('DE')
    expect(load(homeWith('')).files.roots).toEqual([])
  })

  it.each([
    [{ files: { rootz: [] } }, '"files.rootz": unknown setting; known here: roots'],
    [{ Files: {} }, '"Files": unknown setting; known here: files, network, model'],
    [{ files: { roots: ['~/notes', '~/nowhere'] } }, 'files.roots[1]: "~/nowhere" is not a folder'],
    [{ files: { roots: ['notes'] } }, 'files.roots[0]: "notes" is not an absolute path'],
    [{ files: { roots: 'notes' } }, 'files.roots: '],
    [{ network: { allow: ['http://example.com/'] } }, 'network.allow[0]: must be a host or host:port'],
    [{ model: { provider: 'gpt' } }, 'model.provider: '],
    [{ model: { baseUrl: 'ftp://x' } }, 'model.baseUrl: '],
    [{ ui: { theme: 'pink' } }, 'ui.theme: '],
    [{ timeZone: 'Mars/Base' }, 'timeZone: must be an IANA time zone'],
    [{ region: 'Germany' }, 'region: must be two capital letters'],
    [[], 'config.json: '],
  ])('%j is refused with its place and reason', (content, message) => {
    expect(refusal(content).message).toContain(message)
    expect(refusal(content).fix).toBeTruthy()
  })

  it('of the environment are checked too, and named', () => {
    expect(refusal({}, { OPENAI_BASE_URL: 'not a url' })).toMatchObject({
      message: expect.stringContaining('model.baseUrl'),
      fix: expect.stringContaining('OPENAI_BASE_URL'),
    })
  })

  it.each([
    ['{\n  "region": "DE",\n}', ':3:1: not JSON'],
    ['{\n  "region": "DE"\n  "timeZone": "UTC"\n}', ':3:3: not JSON: "," or "}"'],
    ['{ region: "DE" }', ':1:3: not JSON: a name in double quotes'],
    ['{"files": {"roots": ["a"]', ':1:26: not JSON'],
    ['{} // done', ':1:4: not JSON: the end'],
    ['{"region": "D\nE"}', ':1:12: not JSON: a string that ends on its line'],
    ["{'region': 'DE'}", ':1:2: not JSON'],
    ['{"closeToTray": yes}', ':1:17: not JSON: a value'],
  ])('%j is refused with line and column', (text, message) => {
    expect(refusal(text).message).toContain(`config.json${message}`)
  })

  it('that cannot be read are not taken for none', () => {
    const home = temporaryFolder()
    mkdirSync(join(home, 'config.json'))
    expect(() => load(home)).toThrow(expect.objectContaining({ code: 'config-unreadable' }))
  })
})

describe('changing settings', () => {
  it('changes what is named, keeps the rest, and gives what holds then', () => {
    const home = homeWith({ region: 'DE', ui: { theme: 'dark', closeToTray: false } })
    const config = saveConfig(
      { ui: { theme: 'light' }, files: { roots: ['~/notes'] } },
      home,
      {},
      { userHome: home },
    )
    expect(config).toMatchObject({ region: 'DE', ui: { theme: 'light', closeToTray: false } })
    expect(load(home)).toEqual(config)
    expect(JSON.parse(readFileSync(join(home, 'config.json'), 'utf8'))).toEqual({
      region: 'DE',
      ui: { theme: 'light', closeToTray: false },
      files: { roots: ['~/notes'] },
    })
    expect(readdirSync(home).sort()).toEqual(['config.json', 'notes'])
  })

  it('to what would not load is refused and changes nothing', () => {
    const home = homeWith({ region: 'DE' })
    const save = () => saveConfig({ files: { roots: ['/nowhere/at/all'] } }, home, {})
    expect(save).toThrow('files.roots[0]: "/nowhere/at/all" is not a folder')
    expect(JSON.parse(readFileSync(join(home, 'config.json'), 'utf8'))).toEqual({ region: 'DE' })
  })

  it('makes the data directory where there is none', () => {
    const home = join(temporaryFolder(), 'new', 'home')
    saveConfig({ region: 'FR' }, home, {})
    expect(load(home).region).toBe('FR')
  })
})

describe('the data directory', () => {
  it.each([
    [{ ADJUTANT_HOME: '~/agent' }, 'linux', '/home/me/agent'],
    [{ ADJUTANT_HOME: '/data/agent' }, 'linux', '/data/agent'],
    [{}, 'linux', '/home/me/.local/share/adjutant'],
    [{ XDG_DATA_HOME: '/xdg' }, 'linux', '/xdg/adjutant'],
    [{}, 'darwin', '/home/me/Library/Application Support/Adjutant'],
  ] as const)('with %j on %s is %s', (env, platform, expected) => {
    expect(resolveHome(env, platform, '/home/me')).toBe(expected)
  })
})

describe('secrets', () => {
  const reversing: SecretStore = {
    name: 'keychain',
    inWords: 'in the keychain',
    encrypt: (text) => [...text].reverse().join(''),
    decrypt: (sealed) => [...sealed].reverse().join(''),
  }

  it('are kept under the store of the host, in a file for its owner alone', () => {
    const home = temporaryFolder()
    const secrets = createSecrets(home, reversing)
    secrets.set('model.apiKey', 'sk-secret')
    const file = join(home, 'secrets.json')
    expect(readFileSync(file, 'utf8')).not.toContain('sk-secret')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(secrets.get('model.apiKey')).toBe('sk-secret')
    secrets.set('model.apiKey', undefined)
    expect(secrets.has('model.apiKey')).toBe(false)
  })

  it('without a keychain are kept plain, and that is said', () => {
    const secrets = createSecrets(temporaryFolder(), plainStore)
    secrets.set('model.apiKey', 'sk-secret')
    expect(secrets.get('model.apiKey')).toBe('sk-secret')
    expect(secrets.inWords).toContain('without encryption')
  })

  it('sealed by one host are not taken for text by another', () => {
    const home = temporaryFolder()
    createSecrets(home, reversing).set('model.apiKey', 'sk-secret')
    expect(() => createSecrets(home, plainStore).get('model.apiKey')).toThrow('cannot be opened here')
  })

  it('in a damaged file are not quoted by the error', () => {
    const home = temporaryFolder()
    writeFileSync(join(home, 'secrets.json'), '{"model.apiKey": "sk-secret"')
    const read = () => createSecrets(home, plainStore).get('model.apiKey')
    expect(read).toThrow('is damaged')
    expect(read).not.toThrow('sk-secret')
  })
})
