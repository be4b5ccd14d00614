import type { Command } from '../../../../ingestion/language/language.ts'
import type { Scene } from '../scene.ts'
import { asText, beyondRules, CONNECT, call, cannot, type Steps } from './step.ts'

type Of<K extends Command['do']> = Extract<Command, { do: K }>

export const HELP = `I work offline by fixed rules and understand plain requests, alone or in a row:

- **Web pages**: open, read or summarise a page; its headlines, links, headings, tables or prices; save them, take a screenshot, download a file, fill in a form
- **Files**: list, read, search, write, append, copy, move, trash and restore
- **Memory**: "remember that …", "what do you know about …?", "forget that …"; "always …" proposes a rule
- **Time**: "remind me tomorrow at 9 to …", "every weekday at 8 …"; show or cancel them
- **HTTP**: "GET https://…", "post {"a": 1} to https://…"

For example: *open example.com, save the headlines to ~/notes/news.md, and remind me tomorrow at 9 to read the first article*.`

/** What comes nearest to a request that cannot be met. */
function nearest(words: string): string {
  const near: readonly (readonly [RegExp, string])[] = [
    [
      /\b(?:empty|permanently|for good)\b|\b(?:all|every\w*|any\w*)\b.*\b(?:in|from|under)\b|^\W*(?:please )?(?:delete|remove|trash|erase|move|copy)\b/i,
      'I move and trash what you name by its path, one by one, and never delete for good.',
    ],
    [
      /\b(?:e?mail|send|text|message|tweet|reply|post)\b/i,
      'I can write it to a file: "write … to ~/message.md".',
    ],
    [
      /\b(?:buy|order|book|reserve|pay)\b/i,
      'I can read the shop\'s page, fill in a form, or remind you: "remind me tomorrow at 9 to …".',
    ],
    [
      /\b(?:translate|rewrite|draft|compose|write)\b/i,
      'I can read and summarise the text, or save it to a file.',
    ],
    [/\b(?:call|phone|meet|visit)\b/i, 'I can remind you: "remind me tomorrow at 9 to …".'],
    [
      /\b(?:google|search|find|look up|research|weather|news)\b/i,
      'I can read a page whose address you name, or search your files: "search ~/notes for …".',
    ],
    [
      /\b(?:run|install|execute|start|build)\b/i,
      'I can keep the command in a note, or run a goal of my own on a schedule: "every weekday at 8 …".',
    ],
    [
      /\b(?:click|press|type|log ?in|sign)\b/i,
      'I can fill in and submit a form: "fill in the form at … with name …, then submit it".',
    ],
    [
      /\b(?:compute|calculate|convert|compare)\b/i,
      'I can list the prices or tables of a page and save them as CSV.',
    ],
  ]
  return (
    near.find(([pattern]) => pattern.test(words))?.[1] ??
    'I can work with pages, files, memory, reminders and HTTP; ask "what can you do?" for examples.'
  )
}

/** Why this was not done, what could be, and how to get the rest. */
export function refuse({ words, why }: Of<'unknown'>): never {
  const said = words.length > 120 ? `${words.slice(0, 118)}…` : words
  const reason =
    why === 'later'
      ? `I cannot wait until then with "${said}": once I can only remind you, and on a schedule only repeat`
      : why === 'conditional'
        ? `"${said}" depends on something I would have to judge, and the offline planner cannot`
        : why === 'unable'
          ? `I cannot do that offline: "${said}"`
          : `I do not understand "${said}"`
  if (why === 'later')
    throw cannot(
      `${reason}.`,
      'Leave the time out to have it done now, or say "remind me …" or "every day at 8 …".',
    )
  throw beyondRules(`${reason}. ${nearest(words)}`, CONNECT)
}

export const greeting =
  'Hello. Tell me what to do, for example "open example.com and summarise it", "remember that the toner comes from Acme", or ask "what can you do?".'

export const nowReply = (scene: Scene): string =>
  `It is ${scene.date(scene.request.now)} (${scene.request.timeZone}).`

export function* performAsk(scene: Scene, { question }: Of<'ask'>): Steps<string> {
  if (!scene.has('operator.ask')) throw cannot('There is no way to ask a question here.')
  const data = yield* call('operator.ask', { question }, 'The question was not answered')
  return `You answered: ${asText(data.answer)}`
}
