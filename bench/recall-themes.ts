import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type QuestionSort = 'one turn' | 'several turns' | 'time' | 'open' | 'what was' | 'no answer'

export type Half = 'tuned' | 'reported'

export interface Episode {
  readonly lines: readonly { readonly who: 'P' | 'F'; readonly mark?: string; readonly text: string }[]
}

/** Something that somebody lives through, in several episodes, with questions about it. */
export interface Theme {
  readonly name: string
  /** What an outsider would call it. */
  readonly topic: string
  readonly episodes: readonly Episode[]
  readonly questions: readonly {
    readonly sort: QuestionSort
    readonly text: string
    readonly marks: string[]
  }[]
}

export const SORTS: Readonly<Record<string, QuestionSort>> = {
  s: 'one turn',
  m: 'several turns',
  t: 'time',
  o: 'open',
  p: 'what was',
}
/** Of a file of themes: `== name = topic`, episodes after `--`, turns `P1:` and `F:`, questions `Q sort|text|turns`. */
export function readThemes(half: Half): Theme[] {
  return readFileSync(pathOf('talk', half), 'utf8')
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [title = '', ...lines] = block.split('\n').map((line) => line.trim())
      const [name = '', topic = ''] = title.split(' = ')
      const episodes: { lines: Episode['lines'][number][] }[] = []
      const questions: Theme['questions'][number][] = []
      for (const line of lines) {
        const turn = /^([PF])(\d*): (.*)$/.exec(line)
        const question = /^Q (\w)\|(.*)\|(.*)$/.exec(line)
        if (line === '--') episodes.push({ lines: [] })
        else if (turn)
          episodes.at(-1)?.lines.push({
            who: turn[1] === 'P' ? 'P' : 'F',
            text: turn[3] ?? '',
            ...(turn[2] ? { mark: turn[2] } : {}),
          })
        else if (question)
          questions.push({
            sort: SORTS[question[1] ?? ''] ?? 'one turn',
            text: question[2] ?? '',
            marks: (question[3] ?? '').split(' '),
          })
      }
      return { name, topic, episodes, questions }
    })
}

const pathOf = (what: string, half: Half) => join(import.meta.dirname, 'recall-data', `${what}-${half}.txt`)
export const linesOf = (what: string, half: Half) =>
  readFileSync(pathOf(what, half), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
export const blocksOf = (what: string, half: Half) =>
  readFileSync(pathOf(what, half), 'utf8').split(/^--\s*$/m)
