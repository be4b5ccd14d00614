import { type RefObject, useLayoutEffect, useState } from 'react'

/** What `::highlight()` in the style sheet is called by. */
const HIGHLIGHT = 'setting-search'

export interface SettingGroupFound {
  readonly id: string
  readonly title: string
}

export interface SettingSearch {
  /** Groups that are shown, in their order. */
  readonly groups: readonly SettingGroupFound[]
  /** Places where the words stand. */
  readonly matches: number
}

/**
 * Looks for words in all that the groups of settings say: labels, hints and keys. Groups without them are hidden, and
 * the words are marked. It reads the page itself, so that what is found is what can be seen, in any language. `changed`:
 * what the page is drawn from.
 */
export function useSettingSearch(
  body: RefObject<HTMLElement | null>,
  words: string,
  changed: unknown,
): SettingSearch {
  const [search, setSearch] = useState<SettingSearch>({ groups: [], matches: 0 })

  // the page is read again when what it shows has changed
  useLayoutEffect(() => {
    const sought = words.trim().toLowerCase()
    const ranges: Range[] = []
    const groups: SettingGroupFound[] = []
    for (const group of body.current?.querySelectorAll<HTMLElement>('[data-setting-group]') ?? []) {
      const found = sought === '' ? [] : rangesOf(group, sought)
      group.hidden = sought !== '' && found.length === 0
      ranges.push(...found)
      const heading = group.querySelector('h2')
      if (!group.hidden && heading) groups.push({ id: heading.id, title: heading.textContent ?? '' })
    }
    CSS.highlights?.set(HIGHLIGHT, new Highlight(...ranges))
    setSearch({ groups, matches: ranges.length })
    return () => void CSS.highlights?.delete(HIGHLIGHT)
  }, [body, words, changed])

  return search
}

function rangesOf(group: HTMLElement, sought: string): Range[] {
  const ranges: Range[] = []
  const texts = document.createTreeWalker(group, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.parentElement?.closest('option')) continue
    const text = (node.textContent ?? '').toLowerCase()
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
      const range = new Range()
      range.setStart(node, at)
      range.setEnd(node, at + sought.length)
      ranges.push(range)
    }
  }
  return ranges
}
