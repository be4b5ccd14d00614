import { describe, expect, it } from 'vitest'
import { readArguments } from './read-arguments.ts'

describe('the command line', () => {
  it('takes a goal in one argument or several, and options anywhere', () => {
    const expected = {
      goal: 'read the news',
      json: true,
      approve: 'deny',
      resume: false,
      conversationId: 'cnv_1',
    }
    expect(
      readArguments(['read the news', '--json', '--approve', 'deny', '--conversation', 'cnv_1']),
    ).toMatchObject(expected)
    expect(
      readArguments(['--json', 'read', 'the', '--approve=deny', 'news', '--conversation=cnv_1']),
    ).toMatchObject(expected)
  })

  it.each([
    [[], 'There is no goal'],
    [['   '], 'There is no goal'],
    [['x', '--approve', 'everything'], 'not "everything"'],
    [['x', '--aprove', 'ask'], '--aprove'],
    [['x', '--resume'], '--resume takes no goal'],
  ])('%j is refused, with how it is used', (argv, words) => {
    expect(() => readArguments(argv)).toThrow(words)
    expect(() => readArguments(argv)).toThrow(
      expect.objectContaining({ code: 'usage', fix: expect.stringContaining('--approve ask') }),
    )
  })
})
