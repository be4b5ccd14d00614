/** Seconds that Whisper was made for; it takes no more. */
export const WHOLE_WINDOW = 30
/** Silence after the speech, which Whisper needs to find its end; measured: less loses last words, more only costs. */
const SILENCE = 2
/** Shorter windows make it invent. */
const SHORTEST_WINDOW = 6

/** Seconds for the encoder to hear: the speech and 2 to 4 s of silence, even, so that few lengths occur. */
export const windowFor = (speechSeconds: number): number =>
  Math.min(WHOLE_WINDOW, Math.max(SHORTEST_WINDOW, Math.ceil((speechSeconds + SILENCE) / 2) * 2))

/** Speech has hardly more tokens; what goes on beyond it is a loop. */
export const mostTokens = (speechSeconds: number): number => Math.ceil(speechSeconds * 8) + 16
