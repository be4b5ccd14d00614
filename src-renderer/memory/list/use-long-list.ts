import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { drawn, itemAt, type Places, scrollTo } from './row-places.ts'

export interface LongList {
  readonly scrollRef: RefObject<HTMLDivElement | null>
  /** Items to draw, `to` exclusive. */
  readonly from: number
  readonly to: number
  /** The item at the top of what is seen. */
  readonly first: number
  /** Width of what scrolls, in px. */
  readonly width: number
  /** Scrolls as far as it takes to see an item. */
  readonly show: (index: number) => void
  readonly toTop: (index: number) => void
}

interface Seen {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly width: number
}

/** Draws of a long list what is seen. `cover`: height in px of what lies over its top. */
export function useLongList(
  makePlaces: (width: number) => Places,
  cover: number,
  onEnd: () => void,
): LongList & { readonly places: Places } {
  const scrollRef = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState<Seen>({ from: 0, to: 0, first: 0, width: 0 })
  const kept = useRef(0)
  const places = makePlaces(seen.width)
  const now = useRef({ places, onEnd })
  now.current = { places, onEnd }

  const look = useCallback(() => {
    const box = scrollRef.current
    // a hidden box has no place to scroll from
    if (!box || box.clientHeight === 0) return
    kept.current = box.scrollTop
    const view = { top: box.scrollTop, height: box.clientHeight }
    const { from, to } = drawn(now.current.places, view)
    const next = { from, to, first: itemAt(now.current.places, view.top), width: box.clientWidth }
    setSeen((old) =>
      old.from === from && old.to === to && old.first === next.first && old.width === next.width ? old : next,
    )
    const end = now.current.places.at(-1) ?? 0
    if (view.top + view.height > end - 2 * view.height) now.current.onEnd()
  }, [])

  useLayoutEffect(() => {
    const box = scrollRef.current
    if (!box) return
    let hidden = box.clientHeight === 0
    const resized = new ResizeObserver(() => {
      // what was hidden comes back at its beginning
      if (hidden && box.clientHeight > 0) box.scrollTop = kept.current
      hidden = box.clientHeight === 0
      look()
    })
    resized.observe(box)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [look])

  // other places are seen at the same scroll
  useLayoutEffect(look, [look, places])

  const show = useCallback(
    (index: number) => {
      const box = scrollRef.current
      if (!box) return
      const view = { top: box.scrollTop, height: box.clientHeight }
      box.scrollTop = scrollTo(now.current.places, index, view, cover)
    },
    [cover],
  )
  const toTop = useCallback((index: number) => {
    const box = scrollRef.current
    if (box) box.scrollTop = now.current.places[index] ?? 0
  }, [])
  return { scrollRef, places, ...seen, show, toTop }
}
