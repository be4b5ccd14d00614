import { stemmer } from 'stemmer'

/** Porter's algorithm (1980), as the words index uses it: on plain letters only. */
export const stemWord = (word: string): string => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word)
