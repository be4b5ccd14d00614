/** A word of the model's text, with the probability of its least likely token. */
export interface ReadWord {
  readonly text: string
  readonly confidence: number
}

/**
 * Joins tokens to words: a token whose raw form begins with a space (byte-level BPE writes it as "Ġ") begins a new one.
 * `text` decodes tokens that belong together, as one character may be spread over several.
 */
export function readWords(
  tokens: readonly { readonly id: number; readonly probability: number }[],
  raw: (id: number) => string,
  text: (ids: number[]) => string,
): ReadWord[] {
  const groups: { ids: number[]; confidence: number }[] = []
  for (const { id, probability } of tokens) {
    const last = groups.at(-1)
    if (last && !raw(id).startsWith('Ġ')) {
      last.ids.push(id)
      last.confidence = Math.min(last.confidence, probability)
    } else groups.push({ ids: [id], confidence: probability })
  }
  return groups
    .map(({ ids, confidence }) => ({ text: text(ids).trim(), confidence }))
    .filter((word) => word.text !== '')
}
