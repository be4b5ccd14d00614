import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How near the end counts as at it, in px. */
const NEAR = 80

/**
 * Keeps a scroller at its end as its content grows, until a person scrolls up; back at the end it keeps it there again.
 * A new `key` starts at the end.
 */
export function useStickToEnd(key: string) {
  const scrollRef = useRef<HTMLDivElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  const stuck = useRef(true)
  const [atEnd, setAtEnd] = useState(true)

  const toEnd = useCallback(() => {
    stuck.current = true
    setAtEnd(true)
    const scroller = scrollRef.current
    if (scroller) scroller.scrollTop = scroller.scrollHeight
  }, [])

  // another conversation starts at its end
  useLayoutEffect(toEnd, [toEnd, key])

  useEffect(() => {
    const scroller = scrollRef.current
    const content = contentRef.current
    if (!scroller || !content) return
    const look = () => {
      const end = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR
      stuck.current = end
      setAtEnd(end)
    }
    const grown = new ResizeObserver(() => (stuck.current ? toEnd() : look()))
    scroller.addEventListener('scroll', look, { passive: true })
    grown.observe(content)
    grown.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', look)
      grown.disconnect()
    }
  }, [toEnd])

  return { scrollRef, contentRef, atEnd, toEnd }
}
