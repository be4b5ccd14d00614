import type { SpeechModelView } from '../../src-preload/contract.ts'
import { sizeWords } from '../ui/size-words.ts'
import { t } from '../words.ts'

/** What a model is like, for those who choose. */
export function factsOf({ languages, state, sizeBytes, wrongInEnglish }: SpeechModelView): string {
  return [
    languages === 'english' ? t('English only') : t('99 languages'),
    state === 'bundled' ? t('comes along') : sizeWords(sizeBytes),
    ...(wrongInEnglish === undefined
      ? []
      : [
          t('{count} of 100 words wrong in published tests of English', {
            count: Math.round(wrongInEnglish),
          }),
        ]),
  ].join(' · ')
}

/** How far a download is, in words. The size is about right before the hub has told it. */
export function progressWords({ state, doneBytes = 0, totalBytes, sizeBytes }: SpeechModelView): string {
  if (state === 'queued') return t('Waits for another download')
  if (state === 'downloading' && totalBytes === undefined) return t('Asking the hub …')
  const of =
    totalBytes === undefined ? t('about {size}', { size: sizeWords(sizeBytes) }) : sizeWords(totalBytes)
  const sizes = { done: sizeWords(doneBytes), of }
  return state === 'paused' ? t('Paused at {done} of {of}', sizes) : t('{done} of {of}', sizes)
}

/** 0 to 100. */
export const progressOf = ({ doneBytes = 0, totalBytes, sizeBytes }: SpeechModelView): number =>
  Math.min(100, Math.floor((100 * doneBytes) / (totalBytes ?? sizeBytes)))
