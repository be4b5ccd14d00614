/** A goal in many phrasings and what each of them must come to: data for suites at every level. */
export interface GoalCase {
  readonly name: string
  /** `{site}` stands for the origin of the test site. */
  readonly phrasings: readonly string[]
  /** Said before in the same conversation. */
  readonly before?: readonly string[]
  /** Files that exist beforehand, by their path under the home directory. */
  readonly files?: Readonly<Record<string, string>>
  /** What the operator answers where the agent asks a question. */
  readonly answer?: string
  readonly expect: Expectation
}

export interface Expectation {
  /** Default 'succeeded'. */
  readonly status?: 'succeeded' | 'failed'
  /** Calls that must succeed, each with arguments that hold these words (`~` is the home directory). */
  readonly calls?: readonly {
    readonly tool: string
    readonly arguments?: Readonly<Record<string, string>>
  }[]
  /** Tools that must not be called. */
  readonly never?: readonly string[]
  /** Words of the answer. */
  readonly says?: readonly string[]
  /** Words that files under the home directory hold in the end; null where there must be no file. */
  readonly files?: Readonly<Record<string, readonly string[] | null>>
}

/** Files that most cases find under the home directory. */
export const NOTES: Readonly<Record<string, string>> = {
  'notes/shopping.md': '# Shopping\n\nBuy toner and paper at Acme.\n',
  'notes/travel.md': 'Train tickets are in the drawer.\n',
  'notes/list.txt': 'bread\n',
  'notes/archive/old.md': 'Nothing much.\n',
}
