/** A turn, as far as its meaning is made of it. */
export interface Turn {
  readonly text: string
  readonly speaker?: string | undefined
}

/** Characters of the question before that are taken along. */
const QUESTION_MOST = 160
const SENTENCE = /(?<=[.!?])\s+/

/**
 * What the vector of a row is made from: its text, and before an answer the question that it answers. No speaker: a
 * name in front draws all turns of one person together and hides what they are about (measured: a fifth fewer found);
 * who spoke is scored apart. The turn after is not there yet when a row is written, so it has no part in it.
 */
export function textToEmbed(row: Turn, neighbours: { readonly before?: Turn | undefined } = {}): string {
  const { before } = neighbours
  if (!before || before.speaker === row.speaker || !before.text.trimEnd().endsWith('?')) return row.text
  const question = before.text.trim().split(SENTENCE).at(-1) ?? ''
  return question.length <= QUESTION_MOST ? `${question} ${row.text}` : row.text
}

/** A question as the speaker would have said it, since turns are: "What did Ana paint?" becomes "What did I paint?". */
export function questionToEmbed(question: string, speakers: readonly string[]): string {
  return speakers.reduce((text, name) => {
    const word = name.replaceAll(/[^\p{L}\p{N} ]/gu, '.')
    return text
      .replaceAll(new RegExp(`(?<!\\p{L})${word}['’]s?(?!\\p{L})`, 'giu'), 'my')
      .replaceAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu'), 'I')
  }, question)
}
