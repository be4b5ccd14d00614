import type { FindRegions, Region } from './regions.ts'

const SPEAKER =
  'page|site|website|article|e-?mail|mail|message|file|document|note|letter|text|post|readme|ticket|comment|customer|client|sender|user|bot|report|log|output|error|he|she|they|it|someone|somebody|boss|colleague'

/** "The page says: …", "here is the mail: …", a forwarded mail's head: from there on it is not the operator who speaks. */
const ANNOUNCED = [
  new RegExp(
    `\\b(?:${SPEAKER})\\b[^\\n.:;]{0,40}?\\b(?:says?|said|saying|reads|states?|stated|wrote|writes|told me|tells me|contains?|asks?|asked|replied|answered)\\b[^\\n.:;]{0,30}:`,
    'gi',
  ),
  /\b(?:here(?:'s|’s| is| are)|this is|the following is|below is|see)\b[^\n.:;]{0,40}\b(?:e-?mail|mail|message|text|page|article|letter|document|output|log|transcript|it says|they said|he wrote|she wrote)\b[^\n.:;]{0,30}:/gi,
  /\b(?:pasted|forwarded|quoted|copied)(?: (?:text|message|mail|from[^\n:]{0,40}))?:/gi,
  /^-{2,} ?(?:original|forwarded) message ?-{2,}/gim,
  /^(?:From|Von|De): .+\n(?:(?:Sent|Date|To|Subject|Cc): .*\n)+/gm,
  /^On .{6,80} wrote:/gm,
]

/** The quotation right after an announcement, or everything to the end of the message. */
function announcedEnd(text: string, from: number): number {
  const quoted = /^\s*(?:"[^"]*"|“[^”]*”|«[^»]*»|`[^`]*`|'[^'\n]*'(?=\W|$))/.exec(text.slice(from))
  return quoted ? from + quoted[0].length : text.length
}

/**
 * Text of third parties inside the operator's message: fenced blocks, lines that begin with `>`, block quotes of HTML,
 * and what an announcement such as "the page says:" leads in. It instructs nothing and names nothing.
 */
export const findForeignText: FindRegions = (blanked) => {
  const regions: Region[] = []
  const take = (start: number, end: number) => {
    const text = blanked.slice(start, end)
    if (text.trim() === '' || regions.some((region) => start < region.end && end > region.start)) return
    regions.push({
      kind: 'foreign',
      start,
      end,
      text,
      value: text.replace(/^\s*(?:```|~~~)[^\n]*\n?|(?:```|~~~)\s*$/g, ''),
    })
  }
  for (const block of blanked.matchAll(/(?:```|~~~)[\s\S]*?(?:```|~~~|$)/g))
    take(block.index, block.index + block[0].length)
  for (const lines of blanked.matchAll(/^[ \t]*>.*(?:\n[ \t]*>.*)*/gm))
    take(lines.index, lines.index + lines[0].length)
  for (const block of blanked.matchAll(/<blockquote[\s\S]*?(?:<\/blockquote>|$)/gi))
    take(block.index, block.index + block[0].length)
  // A dot or colon inside an address or a file name does not end the announcing sentence
  const sentence = blanked.replace(/[.:](?=[^\s.:])/g, '_')
  for (const pattern of ANNOUNCED)
    for (const lead of sentence.matchAll(pattern)) {
      const from = lead.index + lead[0].length
      const end = announcedEnd(blanked, from)
      const free = regions.reduce(
        (start, region) => (region.start < end && region.end > start ? Math.max(start, region.end) : start),
        from,
      )
      take(free, end)
    }
  return regions.sort((a, b) => a.start - b.start)
}
