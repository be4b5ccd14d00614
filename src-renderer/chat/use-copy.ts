import { useActions } from '../store/store.ts'

/** Puts text on the clipboard and says that it did, or that it could not. */
export function useCopy(): (text: string) => Promise<void> {
  const { notify } = useActions()
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      notify({ tone: 'good', text: 'Copied' })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      notify({ tone: 'danger', text: `Could not copy: ${why}`, fix: 'Select the text and copy it by hand.' })
    }
  }
}
