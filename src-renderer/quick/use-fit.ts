import { type RefObject, useEffect } from 'react'
import { useActions } from '../store/store.ts'

/** Tells the desktop how tall the content is, whenever that changes. */
export function useFit(frame: RefObject<HTMLElement | null>): void {
  const { desktop } = useActions()
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => void desktop('quick.fit', { height: element.offsetHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame, desktop])
}
