import { writeAddresses } from './spoken-addresses.ts'
import { followCommands } from './spoken-commands.ts'
import { writeDigitRows, writeNumbers } from './spoken-numbers.ts'
import { writeTimes } from './spoken-times.ts'

/** What a transcript comes to as a message: written as one would type it, without the words said to the recording. */
export interface SpokenMessage {
  readonly text: string
  /** The last words were that it be sent, or that nothing of it be. */
  readonly wish?: 'send' | 'discard'
}

/**
 * Writes what was spoken the way it is typed: addresses, files, times, numbers; follows "scratch that", "new line" and
 * "send". It knows English; what is spoken in another language is left as the model wrote it.
 */
export function normaliseTranscript(text: string, language: string): SpokenMessage {
  const said = text.replace(/[^\S\n]+/g, ' ').trim()
  if (language !== 'en' && language !== '') return { text: said }
  const { text: kept, wish } = followCommands(said)
  const written = writeNumbers(writeTimes(writeDigitRows(writeAddresses(kept)))).trim()
  return { text: written, ...(wish === undefined ? {} : { wish }) }
}
