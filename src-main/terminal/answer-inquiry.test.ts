import { describe, expect, it } from 'vitest'
import type { ApprovalView } from '../../src-preload/contract.ts'
import { answerByMode, askPerson } from './answer-inquiry.ts'

const inquiry = (given: Partial<ApprovalView> = {}): ApprovalView => ({
  id: 'a1',
  kind: 'approval',
  runId: 'run_1',
  conversationId: 'cnv_1',
  goal: 'do it',
  tool: 'files.write',
  title: 'Write a file',
  arguments: {},
  reason: 'Nobody named this path.',
  highImpact: false,
  insideBySettings: true,
  effectClass: 'write',
  preview: { kind: 'diff', path: '/home/op/a.md', before: 'old', after: 'new' },
  restsOn: ['web'],
  status: 'pending',
  createdAt: '2026-03-02T08:00:00Z',
  ...given,
})

describe('a script', () => {
  it.each([
    ['all-in-sandbox', {}, 'once'],
    ['all-in-sandbox', { insideBySettings: false }, 'reject'],
    ['all-in-sandbox', { effectClass: 'execute' }, 'reject'],
    ['all-in-sandbox', { kind: 'question' }, undefined],
    ['all-in-sandbox', { kind: 'in-doubt' }, undefined],
    ['deny', {}, 'reject'],
    ['deny', { kind: 'question' }, undefined],
    ['ask', {}, undefined],
  ] as const)('with --approve %s meets %j with %s', (mode, given, answer) => {
    expect(answerByMode(mode, inquiry(given))?.answer).toBe(answer)
  })
})

describe('a person at the terminal', () => {
  const typing = async (given: Partial<ApprovalView>, ...lines: string[]) => {
    const shown: string[] = []
    const answer = await askPerson(inquiry(given), async (text) => {
      shown.push(text)
      return lines.shift()
    })
    return { answer, shown: shown.join('') }
  }

  it.each([
    [{}, 'y', { answer: 'once' }],
    [{}, 'run', { answer: 'run' }],
    [{}, 'n', { answer: 'reject' }],
    [{}, 'no, use the other folder', { answer: 'reject', reason: 'use the other folder' }],
    [{ kind: 'in-doubt' }, 'hap', { answer: 'happened' }],
    [{ kind: 'in-doubt' }, 'again', { answer: 'again' }],
    [{ kind: 'question', choices: ['tea', 'coffee'] }, '2', { answer: 'coffee' }],
    [{ kind: 'question' }, 'neither', { answer: 'neither' }],
    [{}, '', undefined],
  ] as const)('who is asked %j and types "%s" means %j', async (given, line, expected) => {
    expect((await typing(given as Partial<ApprovalView>, line)).answer).toEqual(expected)
  })

  it('is asked again after words that are no answer', async () => {
    expect((await typing({}, 'perhaps', 'yes')).answer).toEqual({ answer: 'once' })
  })

  it('sees what will happen, why it is asked and what it rests on', async () => {
    const { shown } = await typing({ highImpact: true })
    for (const part of [
      'Write a file (files.write) [HIGH IMPACT]',
      'Nobody named this path.',
      'web',
      '- old',
      '+ new',
    ]) {
      expect(shown).toContain(part)
    }
  })

  it('cannot be deceived by control characters in what is shown', async () => {
    const { shown } = await typing({ preview: { kind: 'text', text: 'fine\u001b[2K\u202e harmless' } })
    expect(shown).toContain('fine\\u001b[2K\\u202e harmless')
  })
})
