/** Where each item of a long list stands, in px from its top; one more than there are items: the last is the end. */
export type Places = Float64Array

export function placesOf(count: number, heightOf: (index: number) => number): Places {
  const places = new Float64Array(count + 1)
  for (let index = 0; index < count; index += 1)
    places[index + 1] = (places[index] as number) + heightOf(index)
  return places
}

/** The last item that begins at or above `y`; 0 where there is none. */
export function itemAt(places: Places, y: number): number {
  let [low, high] = [0, Math.max(0, places.length - 2)]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((places[middle] as number) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** Items to draw, `to` exclusive: what is seen and `ahead` px above and below it. */
export function drawn(
  places: Places,
  view: { top: number; height: number },
  ahead = 400,
): { from: number; to: number } {
  const count = places.length - 1
  if (count <= 0) return { from: 0, to: 0 }
  return {
    from: itemAt(places, view.top - ahead),
    to: Math.min(count, itemAt(places, view.top + view.height + ahead) + 1),
  }
}

/** Where to scroll so that an item is seen whole; the same place where it is. `cover` px at the top hide what is below. */
export function scrollTo(
  places: Places,
  index: number,
  view: { top: number; height: number },
  cover = 0,
): number {
  const start = (places[index] ?? 0) - cover
  const end = places[index + 1] ?? start
  if (start < view.top) return Math.max(0, start)
  if (end > view.top + view.height) return end - view.height
  return view.top
}
