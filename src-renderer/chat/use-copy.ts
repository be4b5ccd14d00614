import { useActions } from '../store/store.ts'
import { t } from '../words.ts'

/** Puts text on the clipboard and says that it did, or that it could not. */
export function useCopy(): (text: string) => Promise<void> {
  const { notify } = useActions()
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      notify({ tone: 'good', text: t('Copied') })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      notify({
        tone: 'danger',
        text: t('Could not copy: {why}', { why }),
        fix: t('Select the text and copy it by hand.'),
      })
    }
  }
}
