/** What somebody says to the recording itself, and what is left as words. */
export interface WithoutCommands {
  readonly text: string
  /** The last words were that it be sent, or that nothing of it be. */
  readonly wish?: 'send' | 'discard'
}

/** Words after which "new line" and "comma" are what is spoken of. */
const SPOKEN_OF = '(?<!\\b(?:a|an|the|this|that|another|one|each|every|per|add|insert|of|with|word|called) )'
const NOT_OF = '(?! (?:of|to|in|at|for|from|with|between|after|before)\\b)'
/** Written by the model around a pause. */
const PAUSE = '[,.;:]?'

const MARKS: Readonly<Record<string, string>> = {
  comma: ',',
  'full stop': '.',
  'question mark': '?',
  'exclamation mark': '!',
  'exclamation point': '!',
  semicolon: ';',
}

/** "Scratch that" takes back the sentence before it, "new line" breaks the line, "send" at the end sends. */
export function followCommands(text: string): WithoutCommands {
  const kept = takeBack(text)
  const whole = kept.trim().replace(/[.!,\s]+$/, '')
  if (/^(?:never ?mind|cancel that|forget it|discard(?: that)?)$/i.test(whole))
    return { text: '', wish: 'discard' }
  // alone, or after a full stop: "save it, then send it" is work for the agent
  const sent = /^(.*?)(?:^|(?<=[.!?])\s+)send(?: (?:the )?message)?[.!]*$/is.exec(kept.trim())
  return sent ? { text: breakLines(sent[1] ?? ''), wish: 'send' } : { text: breakLines(kept) }
}

/** Takes back from the beginning of a sentence, again and again: after "scratch that" another may follow. */
function takeBack(text: string): string {
  const phrase =
    /(?:^|[\s,.;!?])(?:no,? )?(?:scratch|strike) that(?=$|[,.;:!?]|\s+(?!itch\b|surface\b|\p{L}+ off\b))[,.;:!?]*\s*/iu
  let left = text
  for (let found = phrase.exec(left); found; found = phrase.exec(left)) {
    const before = left.slice(0, found.index).replace(/[\s,.;:!?]+$/, '')
    // a full stop within an address or a number ends nothing
    const sentence = Math.max(
      ...['. ', '! ', '? ', '\n'].map(
        (end) => before.lastIndexOf(end) + end.length * Number(before.includes(end)),
      ),
    )
    const kept = sentence > 0 ? before.slice(0, sentence) : ''
    const after = left.slice(found.index + found[0].length)
    left = kept + (kept === '' || kept.endsWith('\n') ? after : after.replace(/^\s+/, ''))
  }
  return left
}

function breakLines(text: string): string {
  const marks = Object.keys(MARKS).join('|')
  return text
    .replace(new RegExp(`${PAUSE}\\s*${SPOKEN_OF}\\bnew paragraph\\b${NOT_OF}${PAUSE}\\s*`, 'gi'), '\n\n')
    .replace(new RegExp(`${PAUSE}\\s*${SPOKEN_OF}\\bnew line\\b${NOT_OF}${PAUSE}\\s*`, 'gi'), '\n')
    .replace(
      new RegExp(`[,.]?\\s+${SPOKEN_OF}(${marks})\\b${NOT_OF}[,.?!;]?`, 'gi'),
      (_, words: string) => MARKS[words.toLowerCase()] as string,
    )
}
