import { describe, expect, it } from 'vitest'
import type { EffectClass } from '../vocabulary/effect.ts'
import { NO_LABELS, OPERATOR_LABELS, WEB_LABELS } from '../vocabulary/labels.ts'
import { type CallForDecision, decideCall, type Placement } from './decide-call.ts'

const inside: Placement = { type: 'path', inside: 'settings' }
const named: Placement = { type: 'path', inside: 'named' }
const elsewhere: Placement = { type: 'path', inside: false }
const dotfile: Placement = { type: 'path', inside: 'settings', unusual: 'dotfile' }
const page: Placement = { type: 'url', inside: 'named' }
const givenPage: Placement = { type: 'url', inside: 'named', given: true }

const call = (effect: EffectClass, changes: Partial<CallForDecision> = {}): CallForDecision => ({
  effect,
  placeless: false,
  placements: [inside],
  instructed: false,
  context: NO_LABELS,
  labels: NO_LABELS,
  granted: false,
  ...changes,
})
const instructed = { instructed: true }
const afterWeb = { context: WEB_LABELS }
const served = { foreign: 'known', placements: [] } as const
const changedTool = { foreign: 'changed', placements: [] } as const
const forgetting = { placeless: true, irrevocable: true, placements: [] }

describe('a tool of a connected server', () => {
  it.each<[string, CallForDecision, string]>([
    ['executes: it asks', call('execute', served), 'ask server-tool'],
    [
      'executes after the web: it asks, marked',
      call('execute', { ...served, ...afterWeb }),
      'ask high-impact !',
    ],
    [
      'executes after nothing but descriptions: not marked',
      call('execute', { ...served, ...afterWeb, described: true }),
      'ask server-tool',
    ],
    ['is said to write: it asks', call('write', served), 'ask server-tool'],
    ['is said to read', call('read', served), 'allow inside'],
    [
      'is said to read, and would be given what was read',
      call('read', { ...served, carries: true }),
      'ask carries-data',
    ],
    [
      'is allowed for the run',
      call('execute', { ...served, carries: true, granted: true }),
      'allow granted-for-run',
    ],
    ['is said to read and has changed', call('read', changedTool), 'ask server-tool-changed'],
    [
      'would be given a secret',
      call('read', { ...served, labels: { ...NO_LABELS, sensitivity: 'secret' } }),
      'deny secret-to-network !',
    ],
  ])('%s', (_what, one, expected) => {
    const { decision, rule, highImpact } = decideCall(one)
    expect(`${decision} ${rule}${highImpact ? ' !' : ''}`).toBe(expected)
  })
})

describe('the default decision table', () => {
  it.each<[string, CallForDecision, string]>([
    ['reading, as instructed, inside', call('read', instructed), 'allow'],
    [
      'reading, as instructed, a place the operator named',
      call('read', { ...instructed, placements: [named] }),
      'allow',
    ],
    ['reading, as instructed, a dotfile', call('read', { ...instructed, placements: [dotfile] }), 'ask'],
    ['reading, not instructed, inside', call('read'), 'allow'],
    ['reading, not instructed, elsewhere', call('read', { placements: [elsewhere] }), 'ask'],
    ['reading a file inside after the web', call('read', afterWeb), 'allow'],
    ['reading a file elsewhere after the web', call('read', { ...afterWeb, placements: [elsewhere] }), 'ask'],
    ['reading a page of a named host', call('read', { placements: [page] }), 'allow'],
    ['an address made up after reading the web', call('read', { ...afterWeb, placements: [page] }), 'ask'],
    [
      'a link of a page of the same host after the web',
      call('read', { ...afterWeb, placements: [givenPage] }),
      'allow',
    ],
    ['writing, as instructed, inside', call('write', instructed), 'allow'],
    ['writing, as instructed, after the web', call('write', { ...instructed, ...afterWeb }), 'allow'],
    ['writing a dotfile, as instructed', call('write', { ...instructed, placements: [dotfile] }), 'ask'],
    ['writing elsewhere, as instructed', call('write', { ...instructed, placements: [elsewhere] }), 'ask'],
    ['writing, not instructed, inside', call('write'), 'ask'],
    ['writing, not instructed, after the web', call('write', afterWeb), 'ask'],
    [
      'remembering, as instructed',
      call('write', { ...instructed, placeless: true, placements: [] }),
      'allow',
    ],
    ['forgetting, as instructed', call('write', { ...instructed, ...forgetting }), 'allow'],
    [
      'forgetting, as instructed, what was chosen after the web',
      call('write', { ...instructed, ...forgetting, labels: WEB_LABELS }),
      'ask',
    ],
    ['remembering, not instructed', call('write', { placeless: true, placements: [] }), 'ask'],
  ])('%s: %s', (_, situation, expected) => {
    expect(decideCall(situation).decision).toBe(expected)
  })

  it.each(['send', 'spend', 'destroy', 'execute'] as const)(
    '%s always asks, however instructed',
    (effect) => {
      expect(decideCall(call(effect, instructed)).decision).toBe('ask')
      expect(decideCall(call(effect)).highImpact).toBe(false)
      expect(decideCall(call(effect, afterWeb))).toMatchObject({ decision: 'ask', highImpact: true })
    },
  )

  it('lets through what the operator allowed for this run, and only under the hard floor', () => {
    expect(decideCall(call('send', { granted: true })).decision).toBe('allow')
    const own = call('send', { granted: true, instructed: true, placements: [{ ...inside, own: true }] })
    expect(decideCall(own)).toMatchObject({ decision: 'deny', rule: 'own-data' })
  })
})

describe('the hard floor', () => {
  it.each(['read', 'write', 'send', 'execute'] as const)('denies %s on the agent’s own data', (effect) => {
    const placements: Placement[] = [{ ...inside, own: true }]
    expect(decideCall(call(effect, { ...instructed, placements })).decision).toBe('deny')
  })
  it('denies a secret on its way to the network', () => {
    const labels = { ...OPERATOR_LABELS, sensitivity: 'secret' as const }
    expect(decideCall(call('read', { ...instructed, labels, placements: [page] })).decision).toBe('deny')
    expect(decideCall(call('send', { ...instructed, labels })).decision).toBe('deny')
  })
})
