/** Endings of hosts that are spoken; any other word after "dot" may be a word. */
const TLD =
  'com|org|net|edu|gov|info|biz|io|ai|dev|app|co|de|at|ch|uk|eu|fr|it|es|nl|be|dk|se|no|fi|pl|pt|us|ca|au|nz|jp|in|br|me|tv|example|test|local'
const EXTENSION =
  'md|txt|csv|tsv|json|jsonl|ya?ml|html?|xml|pdf|docx?|xlsx?|pptx?|odt|ods|png|jpe?g|gif|svg|wav|mp3|mp4|zip|log|ts|js|py|sh|ics|eml'
const NAME = '[\\p{L}\\p{N}][\\p{L}\\p{N}_+-]*'
/** Words before "at" that say where something is, and are nobody's name. */
const NOBODY = new Set(
  'look looks looking be is are was were it them him her me us meet page site news file headlines found available live served running open read server article listed posted published hosted arrive start starts begin begins there here up and or the a an'.split(
    ' ',
  ),
)
/** What stands before a person that is written to. */
const WRITTEN_TO =
  /(?:\b(?:to|mail|e-?mail|cc|bcc|address|contact|invite|write|from|reply|forward|is)\b[^.!?]*)$/i

/** "john at example dot com" is an address, "example dot com slash news" too, and "notes dot md" a file. */
export function writeAddresses(text: string): string {
  const host = `${NAME}(?:(?: dot |\\.)${NAME})*(?: dot |\\.)(?:${TLD})`
  const local = `${NAME}(?:(?: dot | underscore | dash | hyphen | plus |\\.)${NAME})*`
  return (
    text
      .replace(
        new RegExp(`(?<![\\p{L}\\p{N}@])(${local}) at (${host})(?![\\p{L}\\p{N}])`, 'giu'),
        (all, user: string, where: string, at: number) => {
          const spoken = / dot /i.test(where)
          const written = WRITTEN_TO.test(text.slice(0, at))
          if (NOBODY.has(user.toLowerCase()) || !(spoken || written)) return all
          return `${joined(user)}@${joined(where)}`.toLowerCase()
        },
      )
      .replace(/\b(https?) (?:colon )?slash slash /gi, (_, scheme: string) => `${scheme.toLowerCase()}://`)
      .replace(/\blocalhost colon (\d+)/gi, 'localhost:$1')
      .replace(
        new RegExp(`(?<![\\p{L}\\p{N}@])${NAME}(?: dot ${NAME})* dot (?:${TLD})(?![\\p{L}\\p{N}])`, 'giu'),
        (all) => joined(all).toLowerCase(),
      )
      .replace(new RegExp(`(?<=[\\p{L}\\p{N}]) dot (?=(?:${EXTENSION})(?![\\p{L}\\p{N}]))`, 'giu'), '.')
      .replace(/\btilde slash (?=[\p{L}\p{N}])/giu, '~/')
      .replace(
        new RegExp(`(?<=(?:[.](?:${TLD})|localhost(?::\\d+)?|~/\\S*|/\\S*)) slash (?=[\\p{L}\\p{N}])`, 'giu'),
        '/',
      )
      // a path of several parts: each join makes the next one visible
      .replace(/(?<=[~/]\S*) slash (?=[\p{L}\p{N}])/giu, '/')
  )
}

const JOINTS: Readonly<Record<string, string>> = {
  dot: '.',
  underscore: '_',
  dash: '-',
  hyphen: '-',
  plus: '+',
}

const joined = (words: string): string =>
  words.replace(
    / (dot|underscore|dash|hyphen|plus) /gi,
    (_, word: string) => JOINTS[word.toLowerCase()] as string,
  )
