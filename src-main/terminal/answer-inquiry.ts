import type { ApprovalView, PreviewView } from '../../src-preload/contract.ts'
import { assertNever } from '../vocabulary/assert-never.ts'
import { printable } from './printable.ts'
import type { ApproveMode } from './read-arguments.ts'

export interface Answer {
  readonly answer: string
  readonly reason?: string
}

/** Asks a person and gives the line they typed; undefined where there is nobody, or the question was withdrawn. */
export type AskPerson = (text: string) => Promise<string | undefined>

/** What the mode answers by itself; undefined where only a person can. Questions and doubts are a person's alone. */
export function answerByMode(mode: ApproveMode, inquiry: ApprovalView): Answer | undefined {
  if (inquiry.kind !== 'approval') return undefined
  switch (mode) {
    case 'ask':
      return undefined
    case 'deny':
      return { answer: 'reject', reason: 'The operator allows nothing in this run (--approve deny).' }
    case 'all-in-sandbox':
      return inquiry.insideBySettings && inquiry.effectClass !== 'execute'
        ? { answer: 'once' }
        : { answer: 'reject', reason: 'Outside the allowed folders and hosts (--approve all-in-sandbox).' }
    default:
      return assertNever(mode, 'approve mode')
  }
}

/** Puts it before a person, until they give an answer that fits. */
export async function askPerson(inquiry: ApprovalView, ask: AskPerson): Promise<Answer | undefined> {
  let text = cardOf(inquiry)
  while (true) {
    const line = (await ask(text))?.trim()
    if (line === undefined) return undefined
    const answer = readAnswer(inquiry, line)
    if (answer) return answer
    text = choicesOf(inquiry)
  }
}

function readAnswer({ kind, choices }: ApprovalView, line: string): Answer | undefined {
  if (line === '') return undefined
  switch (kind) {
    case 'question':
      return { answer: choices?.[Number(line) - 1] ?? line }
    case 'approval': {
      if (/^(y|yes|o|once)$/i.test(line)) return { answer: 'once' }
      if (/^(r|run)$/i.test(line)) return { answer: 'run' }
      const [, reason] = /^(?:n|no|reject)\b[,:]?\s*(.*)$/is.exec(line) ?? []
      return reason === undefined ? undefined : { answer: 'reject', ...(reason ? { reason } : {}) }
    }
    case 'in-doubt': {
      const word = ['happened', 'again', 'skip'].find((each) => each.startsWith(line.toLowerCase()))
      return word === undefined ? undefined : { answer: word }
    }
    default:
      return assertNever(kind, 'kind of inquiry')
  }
}

function cardOf(inquiry: ApprovalView): string {
  const { kind, title, tool, reason, preview, restsOn, highImpact } = inquiry
  if (kind === 'question') return `\n${printable(reason)}\n${choicesOf(inquiry)}`
  const rests = restsOn.length > 0 ? `\nIt rests on: ${printable(restsOn.join(', '))}` : ''
  const impact = highImpact ? ' [HIGH IMPACT]' : ''
  return `\n${printable(title)} (${tool})${impact}\n${printable(reason)}${rests}\n${describePreview(preview)}\n${choicesOf(inquiry)}`
}

function choicesOf({ kind, choices }: ApprovalView): string {
  switch (kind) {
    case 'question':
      return `${(choices ?? []).map((choice, index) => `  ${index + 1}) ${printable(choice)}\n`).join('')}> `
    case 'approval':
      return 'Allow it? [y]es, for this [r]un, [n]o and why: '
    case 'in-doubt':
      return 'Did it happen? [happened / again / skip]: '
    default:
      return assertNever(kind, 'kind of inquiry')
  }
}

function describePreview(preview: PreviewView): string {
  const indent = (text: string, mark: string) =>
    text === '' ? '' : `${printable(text).trimEnd().replace(/^/gm, `  ${mark}`)}\n`
  switch (preview.kind) {
    case 'diff':
      return `  ${printable(preview.path)}\n${indent(preview.before, '- ')}${indent(preview.after, '+ ')}`
    case 'fields':
      return preview.fields.map(({ name, value }) => `  ${printable(name)}: ${printable(value)}`).join('\n')
    case 'text':
      return indent(preview.text, '')
    default:
      return assertNever(preview, 'preview')
  }
}
