import type { ApprovalView } from '../../../src-preload/contract.ts'
import type { Words } from '../../../src-words/words.ts'

/** One line of a text, cut at a word where it is longer than `most` characters. */
export function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, '')}…`
}

/** What is asked, in one line: the act with what it is done to, or the question. */
export function askedInShort(
  { kind, title, reason, preview }: ApprovalView,
  { said }: Pick<Words, 'said'>,
  most: number,
): string {
  if (kind === 'question') return oneLine(reason, most)
  const what =
    preview.kind === 'diff' ? preview.path : preview.kind === 'fields' ? preview.fields[0]?.value : ''
  return oneLine(what ? `${said(title)}: ${what}` : said(title), most)
}

/** All that a person must know to decide, as plain text: why it is asked, the exact act, and what it comes from. */
export function askedInFull(
  { goal, reason, preview, tool, restsOn }: ApprovalView,
  { t, said }: Pick<Words, 't' | 'n' | 'said'>,
): string {
  const act =
    preview.kind === 'diff'
      ? `${preview.path}\n\n${excerpt(preview.after)}`
      : preview.kind === 'fields'
        ? preview.fields.map(({ name, value }) => `${name}: ${excerpt(value)}`).join('\n')
        : excerpt(preview.text)
  const origin = [
    t('Goal: {goal}', { goal: oneLine(goal, 200) }),
    t('Tool: {tool}', { tool }),
    ...(restsOn.length > 0 ? [t('It rests on: {origins}', { origins: restsOn.join(', ') })] : []),
  ]
  return [said(reason), act, origin.join('\n')].filter((part) => part !== '').join('\n\n')
}

const excerpt = (text: string) => (text.length <= 800 ? text : `${text.slice(0, 800)}…`)
