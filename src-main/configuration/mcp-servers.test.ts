// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references as other clients write them
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { clientFile, readMcpFile } from './mcp-import.ts'
import { keepSecrets, mcpServersSchema, resolveMcpServer } from './mcp-servers.ts'
import { createSecrets, plainStore } from './secrets.ts'

const GITHUB = {
  command: 'npx',
  args: ['-y', 'server-github'],
  env: { TOKEN: 'tok-1', HOST: '${env:GH_HOST}' },
  autoApprove: ['all'],
}

it('a server is kept with its values among the secrets, and connected to with them', () => {
  const home = temporaryFolder()
  const secrets = createSecrets(home, {
    ...plainStore,
    encrypt: (text) => btoa(text),
    decrypt: (text) => atob(text),
  })
  const file = mcpServersSchema.parse({ github: GITHUB }).github
  const kept = keepSecrets('github', file ?? {}, secrets)
  expect(kept).toEqual({ ...GITHUB, env: { TOKEN: '${secret}', HOST: '${env:GH_HOST}' } })
  expect(readFileSync(join(home, 'secrets.json'), 'utf8')).not.toContain('tok-1')
  expect(resolveMcpServer('github', kept, secrets.get, { GH_HOST: 'gh.test' })).toMatchObject({
    kind: 'stdio',
    env: { TOKEN: 'tok-1', HOST: 'gh.test' },
  })
  expect(() => resolveMcpServer('other', kept, secrets.get, {})).toThrow(
    'The value of TOKEN for the server "other" is not kept here.',
  )
})

it.each([
  ['neither a program nor an address', { args: [] }, /must have either/],
  ['both', { command: 'a', url: 'https://a.test' }, /must have either/],
  ['an address of another kind', { url: 'file:///etc/passwd' }, /url/i],
])('a server with %s is refused', (_what, server, problem) => {
  expect(JSON.stringify(mcpServersSchema.safeParse({ bad: server }).error?.issues)).toMatch(problem)
})

describe('the file of another client', () => {
  const read = (value: unknown) => readMcpFile(JSON.stringify(value), 'mcp.json')

  it.each([
    ['mcpServers', { mcpServers: { a: { command: 'one' } } }],
    ['servers', { servers: { a: { command: 'one', type: 'stdio' } } }],
    ['mcp.servers', { mcp: { servers: { a: { command: 'one' } } } }],
  ])('is read by its %s', (_where, value) => {
    expect(read(value)).toMatchObject([{ name: 'a', server: { command: 'one' }, warnings: [] }])
  })

  it.each([
    ['a shell', { command: '/bin/bash', args: ['-c', 'x'] }, ['shell']],
    ['a program fetched from elsewhere', { command: 'npx', args: ['-y', 'x'] }, ['fetches-code']],
    ['an address without encryption', { url: 'http://far.test/mcp' }, ['plain-http']],
    ['an address on this computer', { url: 'http://localhost:3000/mcp' }, []],
    ['values that are asked for', { command: 'x', env: { KEY: '${input:key}' } }, ['values-missing']],
    ['an address under another name', { serverUrl: 'https://far.test/mcp' }, []],
  ])('says what to think about before taking over %s', (_what, server, warnings) => {
    expect(read({ mcpServers: { a: server } })).toMatchObject([{ name: 'a', warnings }])
  })

  it('may hold comments and trailing commas, and a server that cannot be used does not hide the others', () => {
    const text = `{
      // mine
      "servers": { "a": { "command": "one", }, "b": { "args": ["//", "/* no comment */"] }, /* end */ }
    }`
    expect(readMcpFile(text, 'mcp.json')).toMatchObject([
      { name: 'a', server: { command: 'one' } },
      { name: 'b', problem: expect.stringContaining('must have either "command"') },
    ])
  })

  it.each([
    ['is broken, with the place', '{ "mcpServers":\n  { "a" } }', /mcp.json:2:9: not JSON: ":" was expected/],
    ['holds no servers', '{"theme": "dark"}', /mcp.json holds no servers/],
  ])('says when it %s', (_what, text, problem) => {
    expect(() => readMcpFile(text, 'mcp.json')).toThrow(problem)
  })

  it.each([
    ['claude-desktop', 'linux', '/home/me/.config/Claude/claude_desktop_config.json'],
    ['claude-desktop', 'darwin', '/home/me/Library/Application Support/Claude/claude_desktop_config.json'],
    ['cursor', 'linux', '/home/me/.cursor/mcp.json'],
    ['vscode', 'linux', '/home/me/.config/Code/User/mcp.json'],
    ['windsurf', 'darwin', '/home/me/.codeium/windsurf/mcp_config.json'],
  ] as const)('of %s on %s is %s', (client, platform, file) => {
    expect(clientFile(client, '/home/me', platform)).toBe(file)
  })
})
