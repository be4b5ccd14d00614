import { describe, expect, it } from 'vitest'
import { created, grow, runWith } from '../testing/journals.ts'
import type { EffectClass } from '../vocabulary/effect.ts'
import type { Entity } from '../vocabulary/entity.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import { OPERATOR_LABELS, WEB_LABELS } from '../vocabulary/labels.ts'
import { type GatedCall, type GateSituation, hostPort, judgeCall } from './gate.ts'

const url = (value: string): Entity => ({ type: 'url', value, text: value, start: 0, end: 1, how: 'named' })
const path = (value: string): Entity => ({ ...url(value), type: 'path' })
const situation = (changes: Partial<GateSituation> = {}): GateSituation => ({
  intents: [],
  words: [],
  named: [],
  allowedHosts: [],
  ownAddresses: ['127.0.0.1:4100'],
  pages: [],
  runGrants: [],
  ...changes,
})
const read = (address: string): GatedCall => ({
  taskId: 'root',
  tool: { name: 'web.read', effect: 'read', acts: ['look'] },
  arguments: { url: address },
  sinks: [{ argument: 'url', type: 'url', value: address }],
  paths: [],
})
const write = (place: string, effect: EffectClass = 'write'): GatedCall => ({
  taskId: 'root',
  tool: { name: 'files.write', effect, acts: ['write'] },
  arguments: { path: place, text: 'hello' },
  sinks: [{ argument: 'path', type: 'path', value: place }],
  paths: [
    {
      path: place,
      real: place,
      insideRoots: place.startsWith('/roots/'),
      ownData: place.startsWith('/own/'),
    },
  ],
})
const run = runWith(created())
const afterWeb = grow(run, {
  type: 'run.created',
  conversationId: 'c',
  principal: 'operator',
  channel: 'chat',
  triggerRef: 't',
  goalRef: 'g',
  labels: WEB_LABELS,
  demands: [],
  timeZone: 'UTC',
})

describe('where a page may be read', () => {
  it.each<[string, GatedCall, GateSituation, string]>([
    ['a host nobody named', read('https://example.org/'), situation(), 'ask'],
    [
      'a host the operator named',
      read('https://example.org/b'),
      situation({ named: [url('https://example.org/a')] }),
      'allow',
    ],
    [
      'a host the settings allow',
      read('https://example.org/'),
      situation({ allowedHosts: ['example.org'] }),
      'allow',
    ],
    [
      'the same host at another port',
      read('http://127.0.0.1:81/'),
      situation({ named: [url('http://127.0.0.1:80/')] }),
      'ask',
    ],
    [
      'the agent’s own interface',
      read('http://localhost:4100/api'),
      situation({ named: [url('http://localhost:4100/')] }),
      'deny',
    ],
  ])('%s: %s', (_, call, given, expected) => {
    expect(judgeCall(run, call, given).decision).toBe(expected)
  })

  it('after untrusted text: what the operator gave, or a link taken verbatim from a page of the same host', () => {
    const named = [url('https://example.org/news')]
    const pages = [
      { url: 'https://example.org/news', links: ['https://example.org/1', 'https://evil.test/'] },
    ]
    const decide = (address: string) =>
      judgeCall(afterWeb, read(address), situation({ named, pages })).decision
    expect(decide('https://example.org/news')).toBe('allow')
    expect(decide('https://example.org/1')).toBe('allow')
    expect(decide('https://example.org/1?leak=secret')).toBe('ask')
    expect(decide('https://evil.test/')).toBe('ask')
  })
})

describe('what a fetch takes along', () => {
  const fetch = (headers?: JsonValue): GatedCall => {
    const address = 'https://example.org/news'
    const tool = { name: 'http.get', effect: 'read', acts: ['http-get', 'look'] } as const
    return { ...read(address), tool, arguments: { url: address, ...(headers ? { headers } : {}) } }
  }
  const address = url('https://example.org/news')
  const given = situation({
    words: ['get https://example.org/news with x-tone: kind'],
    named: [address],
    intents: [{ clauses: [{ id: 'c', text: '', acts: ['http-get'], demands: [], entities: [address] }] }],
  })
  const decide = (call: GatedCall, now = given) => judgeCall(afterWeb, call, now).decision

  it('is not what was read, however named its address', () => {
    expect(decide(fetch())).toBe('allow')
    expect(decide(fetch({ 'x-tone': 'kind' }))).toBe('allow')
    expect(decide(fetch({ 'x-data': 'my diary' }))).toBe('ask')
    const allowed = { ...given, runGrants: [{ tool: 'http.get', places: ['example.org'] }] }
    expect(decide(fetch({ 'x-data': 'my diary' }), allowed)).toBe('ask')
    expect(judgeCall(run, fetch({ accept: 'text/html' }), given).decision).toBe('allow')
  })
})

describe('where a file may be written', () => {
  const intents = (place: string) => [
    { clauses: [{ id: 'c', text: '', acts: ['write' as const], demands: [], entities: [path(place)] }] },
  ]
  it('a path the operator named in so many words', () => {
    const given = situation({ intents: intents('/home/me/a.md'), named: [path('/home/me/a.md')] })
    expect(judgeCall(run, write('/home/me/a.md'), given).decision).toBe('allow')
    expect(judgeCall(run, write('/home/me/b.md'), given).decision).toBe('ask')
  })
  it('never the agent’s own data, even if named', () => {
    const given = situation({ intents: intents('/own/x'), named: [path('/own/x')] })
    expect(judgeCall(run, write('/own/x'), given).decision).toBe('deny')
  })
  it('a path that nobody judged is denied', () => {
    expect(judgeCall(run, { ...write('/roots/a'), paths: [] }, situation()).decision).toBe('deny')
  })
  it('for this run: the same tool in the same folder', () => {
    const given = situation({ runGrants: [{ tool: 'files.write', places: ['/roots/notes'] }] })
    expect(judgeCall(run, write('/roots/notes/x.md'), given).decision).toBe('allow')
    expect(judgeCall(run, write('/roots/other/x.md'), given).decision).toBe('ask')
  })
})

describe('an answer "for this run"', () => {
  const click = (page?: string): GatedCall => ({
    taskId: 'root',
    tool: { name: 'browser.click', effect: 'send', acts: ['submit'] },
    arguments: { ref: 'e1' },
    sinks: [],
    paths: [],
    ...(page ? { page } : {}),
  })
  it('about an act on a page holds for pages of that host', () => {
    expect(judgeCall(run, click('https://shop.test/a'), situation()).places).toEqual(['shop.test'])
    const given = situation({ runGrants: [{ tool: 'browser.click', places: ['shop.test'] }] })
    expect(judgeCall(run, click('https://shop.test/b'), given).decision).toBe('allow')
    expect(judgeCall(run, click('https://bank.test/'), given).decision).toBe('ask')
    expect(judgeCall(run, click(), given).decision).toBe('ask')
  })

  it('does not reach the dotfiles, programs and links beside what was shown', () => {
    const given = situation({ runGrants: [{ tool: 'files.write', places: ['/roots'] }] })
    const call = write('/roots/.bashrc')
    const paths = call.paths.map((path) => ({ ...path, unusual: 'dotfile' }))
    expect(judgeCall(run, write('/roots/a.md'), given).decision).toBe('allow')
    expect(judgeCall(run, { ...call, paths }, given).decision).toBe('ask')
  })
})

describe('labels of what is written', () => {
  it('words of the operator stay the operator’s; all else carries what was read', () => {
    const said = situation({ words: ['write hello to /roots/a'] })
    expect(judgeCall(afterWeb, write('/roots/a'), said).labels.trust).toBe('trusted')
    expect(judgeCall(afterWeb, write('/roots/a'), situation()).labels).toMatchObject({ trust: 'untrusted' })
  })

  const post = (json: JsonValue, words: string): string => {
    const call: GatedCall = { ...write('/roots/a'), sinks: [], paths: [], arguments: { json } }
    return judgeCall(afterWeb, call, situation({ words: [words] })).labels.trust
  }
  it.each<[string, JsonValue, string, string]>([
    ['whole words', { said: 'send hello' }, 'please send hello as said', 'trusted'],
    ['a letter out of a word', ['e'], 'send hello', 'untrusted'],
    ['a part of a word', ['end hell'], 'send hello', 'untrusted'],
    ['nothing at all', [''], 'send hello', 'trusted'],
    ['names of members', { 'from a page': 'hello' }, 'send hello', 'untrusted'],
    ['numbers', [104, 105], 'send hello', 'untrusted'],
    ['words of two messages put together', ['send hello\nand'], 'and send hello', 'untrusted'],
  ])('%s', (_, json, words, expected) => {
    expect(post(json, words)).toBe(expected)
  })

  it('what a tool keeps is labelled apart from how it keeps it', () => {
    const tool = { name: 'schedules.create', effect: 'write', acts: ['schedule'], keeps: ['text'] } as const
    const call: GatedCall = {
      ...write('/roots/a'),
      tool,
      sinks: [],
      paths: [],
      arguments: { text: 'read the news', cron: '0 9 * * *' },
    }
    const given = situation({ words: ['every day at 9 read the news'] })
    expect(judgeCall(afterWeb, call, given).labels).toEqual(OPERATOR_LABELS)
    expect(judgeCall(run, call, situation()).labels.origins).toContain('model')
    const said = (words: string) => judgeCall(afterWeb, call, situation({ words: [words] })).labels.trust
    expect(said('read every day at 9 the news')).toBe('trusted')
    expect(said('read every day but never the news')).toBe('untrusted')
  })
})

describe('a host', () => {
  it.each([
    ['http://localhost:8080/x', '127.0.0.1:8080'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080'],
    ['http://[::1]:8080/', '127.0.0.1:8080'],
    ['https://example.org/', 'example.org:443'],
    ['http://example.org/', 'example.org:80'],
  ])('%s is %s', (address, expected) => {
    expect(hostPort(address)).toBe(expected)
  })
})

describe('what was spoken and may have been misheard', () => {
  const spoken = (...places: Entity[]) =>
    situation({
      intents: [
        { clauses: [{ id: 'c1', text: '', acts: ['write', 'look'], demands: [], entities: places }] },
      ],
    })
  const doubtful: Entity = { ...path('/roots/notes.md'), doubtful: true }
  const granted = {
    runGrants: [{ tool: 'files.write', places: ['/roots'] }],
  }

  it.each<[string, GateSituation, string]>([
    ['is not acted on without asking', spoken(doubtful), 'ask misheard'],
    [
      'is acted on where it was named for sure too',
      spoken(doubtful, path('/roots/notes.md')),
      'allow as-instructed',
    ],
    [
      'is asked about although the place was allowed for the run',
      { ...spoken(doubtful), ...granted },
      'ask misheard',
    ],
    ['leaves an act that nobody asked for as it is', spoken(), 'ask not-instructed'],
  ])('%s', (_what, heard, expected) => {
    const { decision, rule } = judgeCall(run, write('/roots/notes.md'), heard)
    expect(`${decision} ${rule}`).toBe(expected)
  })
})
