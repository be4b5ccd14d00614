import type { SpeechModelView } from '../../src-preload/contract.ts'
import { sizeWords } from '../ui/size-words.ts'

/** What a model is like, for those who choose. */
export function factsOf({ languages, state, sizeBytes, wrongInEnglish }: SpeechModelView): string {
  return [
    languages === 'english' ? 'English only' : '99 languages',
    state === 'bundled' ? 'comes along' : sizeWords(sizeBytes),
    ...(wrongInEnglish === undefined
      ? []
      : [`${Math.round(wrongInEnglish)} of 100 words wrong in published tests of English`]),
  ].join(' · ')
}

/** How far a download is, in words. The size is about right before the hub has told it. */
export function progressWords({ state, doneBytes = 0, totalBytes, sizeBytes }: SpeechModelView): string {
  if (state === 'queued') return 'Waits for another download'
  if (state === 'downloading' && totalBytes === undefined) return 'Asking the hub …'
  const of = totalBytes === undefined ? `about ${sizeWords(sizeBytes)}` : sizeWords(totalBytes)
  return `${state === 'paused' ? 'Paused at ' : ''}${sizeWords(doneBytes)} of ${of}`
}

/** 0 to 100. */
export const progressOf = ({ doneBytes = 0, totalBytes, sizeBytes }: SpeechModelView): number =>
  Math.min(100, Math.floor((100 * doneBytes) / (totalBytes ?? sizeBytes)))
