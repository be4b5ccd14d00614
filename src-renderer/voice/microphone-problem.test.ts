import { expect, it } from 'vitest'
import { CallError } from '../adjutant-client.ts'
import { problemOf } from './microphone-problem.ts'

it.each([
  ['no device', new DOMException('', 'NotFoundError'), /no microphone/],
  ['the chosen device is gone', new DOMException('', 'OverconstrainedError'), /no microphone/],
  ['permission refused', new DOMException('', 'NotAllowedError'), /refused/],
  ['another program has it', new DOMException('', 'NotReadableError'), /cannot be opened/],
  ['no secure context', new DOMException('', 'SecurityError'), /secure address/],
  ['the agent refuses', new CallError({ code: 'x', message: 'Too many listen.', fix: 'Wait.' }), /Too many/],
  ['anything else', new Error('odd'), /odd/],
])('%s is said with what to do about it', (_what, error, message) => {
  const problem = problemOf(error)
  expect(problem.message).toMatch(message)
  expect(problem.fix).not.toBe('')
})
