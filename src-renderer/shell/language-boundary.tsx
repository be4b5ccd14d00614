import { Fragment, type ReactNode, useLayoutEffect } from 'react'
import { directionOf, languageFor } from '../../src-words/words.ts'
import { useStore } from '../store/store.ts'
import { speakLanguage } from '../words.ts'

/** Draws what is inside in the operator's language, and anew when that changes. */
export function LanguageBoundary({ children }: { children: ReactNode }) {
  const chosen = useStore(({ settings }) => settings.view?.ui.language ?? 'system')
  const language = languageFor(chosen, navigator.languages)
  speakLanguage(language)
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])
  return <Fragment key={language}>{children}</Fragment>
}
