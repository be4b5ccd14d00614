import type { HeardText } from '../whisper/load-whisper.ts'

/** What Whisper writes where nobody says anything: the ends of films and what subtitles tell of sounds. */
const INVENTED =
  /^(?:thank(?:s| you)(?: (?:so|very) much)?(?: for (?:watching|listening))?|you|bye(?:[ -]bye)?|so|oh|uh+|u?h?mm?|ah|okay|the end|please subscribe|subtitles by .*|see you next time)$/i
/** A sound told in brackets or stars, a note. */
const SOUND = /[[(*♪][^\])*♪]*[\])*♪]?/g
/** Whisper's own measures of "nobody speaks": OpenAI's transcribe.py. */
const NO_SPEECH = 0.6
const UNSURE = Math.exp(-1)

/** The words that were really said; '' where the model only filled a silence. `spoken`: seconds of speech found. */
export function withoutInvented({ text, confidence, noSpeech }: HeardText, spoken: number): string {
  const said = text.replace(SOUND, ' ').replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(said)) return ''
  if (noSpeech > NO_SPEECH && confidence < UNSURE) return ''
  // more letters than anybody can say
  if (said.length > spoken * 40 + 20) return ''
  const phrase = said.replace(/[.!?,…\s]+$/, '')
  return INVENTED.test(phrase) && (confidence < 0.5 || noSpeech > 0.3) ? '' : said
}
