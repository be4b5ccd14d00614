import { findCorrections } from '../ingestion/voice/meaning/find-corrections.ts'
import type { Corrections } from '../state/sqlite/corrections.ts'
import type { Clock } from '../vocabulary/clock.ts'
import { RequestError } from '../vocabulary/errors.ts'
import type { Handlers } from './operator.ts'

export interface VocabularyDeps {
  readonly corrections: Corrections
  readonly vocabulary: () => readonly string[]
  readonly change: (vocabulary: string[]) => void
  readonly clock: Clock
}

/** The same correction so often is no slip. */
const OFFERED_AT = 2
/** As many as the settings take. */
const MOST_WORDS = 200

/** Learns how the operator spells, from what they change in what was heard; never without being told to. */
export function createVocabularyMethods(
  deps: VocabularyDeps,
): Pick<Handlers, 'voice.corrected' | 'voice.learn'> {
  const { corrections, vocabulary, change, clock } = deps
  return {
    'voice.corrected': ({ heard, sent }) => {
      const known = new Set(vocabulary())
      const again = findCorrections(heard, sent).filter(
        (correction) =>
          !known.has(correction.meant) && corrections.made(correction, new Date(clock.now())) >= OFFERED_AT,
      )
      return { again }
    },
    'voice.learn': ({ heard, meant, answer }) => {
      const before = [...vocabulary()]
      if (answer === 'never') {
        corrections.decline({ heard, meant })
        return { vocabulary: before }
      }
      if (before.includes(meant)) return { vocabulary: before }
      if (before.length >= MOST_WORDS)
        throw new RequestError('full', `There are ${MOST_WORDS} words of your own already`, {
          fix: 'Take one out under Settings, Voice.',
        })
      change([...before, meant])
      corrections.drop(meant)
      return { vocabulary: [...before, meant] }
    },
  }
}
