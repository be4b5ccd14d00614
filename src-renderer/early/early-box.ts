import { WELCOMED_KEY } from './welcomed-key.ts'

/** `index.html` has it, with a box to type in. */
const EARLY_ID = 'early'

/** What was typed before the interface was drawn, and where the caret stood in it. */
export interface EarlyWords {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly focused: boolean
}

/**
 * Shows the outline of the window with a box that takes keys, until the interface is there: loading that takes as long as
 * all before it. Only where the chat will be what is shown, and not at the first start.
 */
export function showEarlyBox(page: Document, address: string, storage: Storage): void {
  const early = page.getElementById(EARLY_ID)
  if (!early) return
  if (!/^(#(\/(chat)?)?)?$/.test(address) || !storage.getItem(WELCOMED_KEY)) {
    early.remove()
    return
  }
  early.hidden = false
  if (!window.matchMedia('(pointer: coarse)').matches) early.querySelector('textarea')?.focus()
}

/** What stands in the box now. It stays where it is until `removeEarlyBox`. */
export function earlyWords(page: Document): EarlyWords | undefined {
  const box = page.getElementById(EARLY_ID)?.querySelector('textarea')
  return box
    ? {
        text: box.value,
        start: box.selectionStart,
        end: box.selectionEnd,
        focused: page.activeElement === box,
      }
    : undefined
}

/** The box that takes its place gets the caret; the keys that come next go there. */
export function removeEarlyBox(page: Document, words: EarlyWords, successorId: string): void {
  const successor = page.getElementById(successorId)
  if (words.focused && successor instanceof HTMLTextAreaElement) {
    successor.focus()
    // a draft that was kept stands before it
    const before = successor.value.length - words.text.length
    successor.setSelectionRange(before + words.start, before + words.end)
  }
  page.getElementById(EARLY_ID)?.remove()
}
