/** Numbers from 0 to 1, the same with every run. */
export type Draw = () => number

/** Puts one of the variants into each slot; a slot with a name keeps its own. */
export function filled(text: string, slots: Map<string, string>, draw: Draw): string {
  return text.replace(/\{([^{}]+)\}/g, (_, inside: string) => {
    const [, name, variants] = /^(?:(\w+):)?(.*)$/.exec(inside) ?? []
    if (!inside.includes(':') && slots.has(inside)) return slots.get(inside) as string
    const known = name === undefined ? undefined : slots.get(name)
    if (known !== undefined) return known
    const chosen = pick((variants ?? inside).split('|'), draw)
    if (name !== undefined) slots.set(name, chosen)
    return chosen
  })
}

export const pick = <Item>(items: readonly Item[], draw: Draw): Item =>
  items[Math.floor(draw() * items.length)] as Item

export function shuffled<Item>(items: readonly Item[], draw: Draw): Item[] {
  const result = [...items]
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(draw() * (index + 1))
    ;[result[index], result[other]] = [result[other] as Item, result[index] as Item]
  }
  return result
}

/** mulberry32, by T. Ettinger (public domain). */
export function seeded(seed: number): Draw {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
