const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

/** The text in pieces, so that the doubtful words of it can be marked. */
export function markDoubtful(
  text: string,
  doubtful: readonly string[],
): { text: string; doubtful: boolean }[] {
  const known = new Set(doubtful)
  return text
    .split(/(\s+)/)
    .filter(Boolean)
    .map((piece) => ({ text: piece, doubtful: known.has(piece) }))
}

/** Those that still stand in the text: what was typed over is no longer in doubt. */
export const stillDoubtful = (text: string, doubtful: readonly string[]): string[] => {
  const written = new Set(wordsOf(text))
  return doubtful.filter((word) => written.has(word))
}
