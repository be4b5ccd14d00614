import type { AnsweredVia, ApprovalView } from '../../src-preload/contract.ts'
import { language, t } from '../words.ts'

const READINGS: Record<string, string> = {
  memory: 'memory',
  file: 'files',
  web: 'the web',
  mail: 'mail',
  webhook: 'a webhook',
  mcp: 'a connected tool server',
  schedule: 'a schedule',
}

/** What an act rests on, in words: 'After reading the web and files'. Undefined where it rests on the operator alone. */
export function restsOnWords(origins: readonly string[]): string | undefined {
  const read = origins.flatMap((origin) => READINGS[origin] ?? [])
  if (read.length > 0) return t('After reading {what}', { what: listed(read.map((each) => t(each))) })
  return origins.includes('model') ? t('On the words of the model alone') : undefined
}

/** 'a', 'a and b', 'a, b and c'. */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat(language() === 'en' ? 'en-GB' : language()).format(words)

const CLASSES: Record<string, string> = {
  read: 'Reads',
  write: 'Writes',
  send: 'Sends out',
  spend: 'Spends money',
  destroy: 'Deletes',
  execute: 'Runs a program',
}

/** What a class of effects does, for a badge. */
export const effectClassWord = (effectClass: string): string => t(CLASSES[effectClass] ?? effectClass)

const ANSWERS: Record<string, string> = {
  once: 'Allowed once',
  run: 'Allowed for this run',
  reject: 'Rejected',
  happened: 'You said that it happened',
  again: 'Done again',
  skip: 'Skipped',
}

/** How it ended, in words; undefined while it is open. */
export function outcomeWords({ kind, status, answer, said }: ApprovalView): string | undefined {
  if (status === 'pending') return undefined
  if (status === 'withdrawn') return t('Withdrawn: the run no longer needs it')
  const words = t(kind === 'question' ? 'Answered' : (ANSWERS[answer ?? ''] ?? 'Answered'))
  return said ? `${words}: ${said}` : words
}

const PLACES: Record<AnsweredVia, string> = {
  window: 'by you, in the window',
  desktop: 'by you, from the desktop',
  voice: 'by you, spoken',
  api: 'by a program of yours',
  terminal: 'by you, in the terminal',
}

/** By whom and where it was answered. */
export const viaWords = (via: AnsweredVia): string => t(PLACES[via])

/** Pending ones first, those of high impact before the others, then the oldest; after them the latest of the rest. */
export function inOrder(approvals: readonly ApprovalView[]): {
  pending: ApprovalView[]
  past: ApprovalView[]
} {
  const pending = approvals
    .filter(({ status }) => status === 'pending')
    .sort((a, b) => Number(b.highImpact) - Number(a.highImpact) || a.createdAt.localeCompare(b.createdAt))
  const past = approvals
    .filter(({ status }) => status !== 'pending')
    .sort((a, b) => settledAt(b).localeCompare(settledAt(a)))
  return { pending, past }
}

const settledAt = ({ answeredAt, createdAt }: ApprovalView) => answeredAt ?? createdAt
