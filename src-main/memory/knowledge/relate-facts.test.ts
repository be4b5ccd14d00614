import { describe, expect, it } from 'vitest'
import { joinLabels, OPERATOR_LABELS, WEB_LABELS } from '../../vocabulary/labels.ts'
import { relateFacts } from './relate-facts.ts'

const MODEL_LABELS = joinLabels(OPERATOR_LABELS, { ...OPERATOR_LABELS, origins: ['model'] })
const PAGE_LABELS = joinLabels(OPERATOR_LABELS, WEB_LABELS)
const LABELS = { operator: OPERATOR_LABELS, model: MODEL_LABELS, page: PAGE_LABELS }

describe('a later fact about the same', () => {
  it.each([
    ['operator', 'Maria lives in Lyon', 'operator', 'Maria lives in Bonn', false, 'supersedes'],
    ['operator', 'Maria lives in Lyon', 'operator', 'Maria has moved to Bonn', true, 'supersedes'],
    ['operator', 'Maria has moved to Bonn', 'operator', 'Maria lives in Bonn.', false, 'same'],
    ['operator', "Maria's phone is +49 170 12345", 'operator', "Maria's phone: +4917012345", false, 'same'],
    ['operator', 'Maria lives in Lyon', 'model', 'Maria lives in Bonn', false, 'contradicts'],
    ['operator', 'Maria lives in Lyon', 'model', 'Maria has moved to Bonn', true, 'supersedes'],
    ['operator', 'Maria lives in Lyon', 'page', 'Maria has moved to Bonn', true, 'contradicts'],
    ['operator', 'Maria lives in Lyon', 'page', 'Maria lives in Lyon', false, 'contradicts'],
    ['page', 'Maria lives in Lyon', 'page', 'Maria lives in Bonn', false, 'contradicts'],
    ['page', 'Maria lives in Lyon', 'page', 'Maria has moved to Bonn', true, 'supersedes'],
    ['page', 'Maria lives in Lyon', 'operator', 'Maria lives in Bonn', false, 'supersedes'],
    ['operator', 'We work with Acme', 'operator', 'we no longer work with Acme', true, 'supersedes'],
    ['operator', 'I love coriander', 'operator', 'I hate coriander', false, 'supersedes'],
    ['operator', 'the toner is from Acme', 'operator', 'The toner is from Acme.', false, 'same'],
  ] as const)('%s: "%s", then %s: "%s" (changed: %s): %s', (from, text, by, later, changed, expected) => {
    const older = { text, labels: LABELS[from] }
    expect(relateFacts(older, { row: { text: later, labels: LABELS[by] }, changed })).toBe(expected)
  })
})
