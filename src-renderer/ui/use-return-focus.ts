import { useCallback, useLayoutEffect, useRef } from 'react'

/** For a dialog that no button of its own opens: gives the focus back to what had it when it closes (`onCloseAutoFocus`). */
export function useReturnFocus(open: boolean) {
  const before = useRef<HTMLElement>(null)
  // the dialog's contents come into the page one render later
  useLayoutEffect(() => {
    if (open) before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
  }, [open])
  return useCallback((event: Event) => {
    event.preventDefault()
    before.current?.focus()
  }, [])
}
