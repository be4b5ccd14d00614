import type { FindRegions } from './regions.ts'

const NOT_PEOPLE =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I|I'm|I’m|I'll|The|This|That|My|Our|Your|It|We|You|He|She|They|A|An|If|JSON|CSV|PDF|HTTP|GET|POST|URL|API|Markdown|English|German|French|Spanish|Europe|Internet|Wi-Fi)$/
const NAME = "\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*"
const AFTER_A_LEAD = new RegExp(
  `\\b(?:call|phone|ring|meet|with|to|from|for|by|ask|tell|text|thank|see|visit|email|mail|of|about|and|[Mm]y (?:friend|boss|colleague|wife|husband|brother|sister|son|daughter|doctor|dentist|neighbour|neighbor)) ((?:(?:Dr|Mr|Mrs|Ms|Prof)\\.? )?${NAME}(?: (?:van|von|de|der|da|al|bin))*(?: ${NAME}){0,2})`,
  'gu',
)

/** People, by a rule that is quick and careful: capitalised words after such as "call", "with", "to", "my friend". */
export const findPeople: FindRegions = (blanked) =>
  [...blanked.matchAll(AFTER_A_LEAD)].flatMap((match) => {
    const name = match[1] ?? ''
    if (NOT_PEOPLE.test(name.split(' ')[0] ?? '')) return []
    const start = match.index + match[0].length - name.length
    return [{ kind: 'person', start, end: start + name.length, text: name, value: name.replace(/\s+/g, ' ') }]
  })
