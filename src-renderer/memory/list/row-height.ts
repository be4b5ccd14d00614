import type { ListItem } from './timeline-items.ts'

/** In rem, as the rows' classes make them: a long list can only be placed by heights that are known. */
const LINE = 1.25
const ROW = 3.8125
const WHY = 1.25
const MONTH = 2.5
const DAY = 1.75

/** Characters that surely fit beside each other: an em is about two narrow ones. */
const PER_REM = 2
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/gu

/** 1 where a text surely fits on a line, else 2, which show its beginning. */
export function linesOf(text: string, width: number, rem: number): 1 | 2 {
  if (text.length * rem > width * PER_REM * 2 || text.trim().includes('\n')) return 2
  const wide = text.match(WIDE)?.length ?? 0
  return (text.length + wide) * rem <= width * PER_REM ? 1 : 2
}

/** Height of an item in px; `width` is that of its text. */
export function heightOf(item: ListItem, { width, rem }: { width: number; rem: number }): number {
  switch (item.kind) {
    case 'month':
      return MONTH * rem
    case 'day':
      return DAY * rem
    case 'row':
      return (ROW + (linesOf(item.row.text, width, rem) - 1) * LINE + (item.row.why ? WHY : 0)) * rem
  }
}
