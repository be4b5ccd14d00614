import type { Recurrence } from './recurrence.ts'

/** What of a page or file is meant. */
export type Want =
  | 'page'
  | 'text'
  | 'summary'
  | 'headlines'
  | 'links'
  | 'headings'
  | 'tables'
  | 'prices'
  | 'forms'
  | 'title'
  /** The passages that bear on a question, which is in `about`. */
  | 'answer'

/** What a command is about. 'that' is what came before; `nth` counts from 1, -1 is the last. */
export type Subject =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'path'; readonly path: string }
  /** `count` items from `nth` on where it is set. */
  | {
      readonly kind: 'item'
      readonly nth: number
      readonly noun: string
      readonly url?: string
      readonly count?: number
    }
  /** Text that stands in the message itself. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'that' }

export interface Look {
  readonly want: Want
  readonly subject: Subject
  /** "the first three headlines". */
  readonly limit?: number
  /** "the price of the lamp", "links about trains". */
  readonly about?: string
  /** Further parts of the same page: "the headlines and the links". */
  readonly also?: readonly Want[]
}

/** What is to be written or sent. */
export type Content =
  | { readonly kind: 'literal'; readonly text: string; readonly json?: boolean }
  | ({ readonly kind: 'look' } & Look)
  /** Text that somebody has to think of: "a poem about the sea". */
  | { readonly kind: 'compose'; readonly words: string }
  /** `all` where everything that was found is meant: "save both". */
  | { readonly kind: 'that'; readonly all?: boolean }

/** One clause as something that can be done. Slots that the clause leaves open are undefined. */
export type Command =
  | ({ readonly do: 'look' } & Look)
  | { readonly do: 'list'; readonly path?: string }
  | { readonly do: 'search'; readonly words: string; readonly folder?: string; readonly url?: string }
  | { readonly do: 'save'; readonly content: Content; readonly path?: string; readonly append: boolean }
  | { readonly do: 'make-folder'; readonly path?: string }
  | { readonly do: 'move'; readonly from?: string; readonly to?: string; readonly copy: boolean }
  | { readonly do: 'trash'; readonly path?: string }
  | { readonly do: 'restore'; readonly path?: string }
  | { readonly do: 'trashed' }
  | { readonly do: 'remember'; readonly text: string; readonly at?: string }
  /** How to act from now on, in general; it holds only once the operator has activated it. */
  | { readonly do: 'rule'; readonly text: string }
  | { readonly do: 'forget'; readonly query: string; readonly all: boolean }
  | { readonly do: 'recall'; readonly query: string }
  | { readonly do: 'memories' }
  | {
      readonly do: 'remind'
      readonly text: string
      readonly at?: string
      readonly item?: Extract<Subject, { kind: 'item' }>
      readonly instead: boolean
    }
  | { readonly do: 'schedule'; readonly text: string; readonly recurrence: Recurrence }
  | { readonly do: 'show'; readonly what: 'reminders' | 'schedules' | 'both' | 'runs' }
  | {
      readonly do: 'cancel'
      readonly what: 'reminder' | 'schedule' | 'either' | 'run'
      readonly query: string
      readonly all: boolean
      /** One of the list as it was shown. */
      readonly nth?: number
    }
  | { readonly do: 'screenshot'; readonly subject: Subject; readonly path?: string }
  | { readonly do: 'download'; readonly subject: Subject; readonly path?: string }
  | {
      readonly do: 'fill'
      readonly subject: Subject
      readonly fields: readonly FieldWords[]
      readonly submit: boolean
    }
  | { readonly do: 'get'; readonly url: string }
  | { readonly do: 'post'; readonly url?: string; readonly content: Content }
  | { readonly do: 'undo'; readonly path?: string }
  | { readonly do: 'history' }
  | { readonly do: 'ask'; readonly question: string }
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'now' }
  | { readonly do: 'help' }
  | { readonly do: 'greet' }
  | { readonly do: 'nothing'; readonly why: 'negated' | 'chatter' }
  | {
      readonly do: 'unknown'
      readonly words: string
      readonly why: 'conditional' | 'later' | 'unable' | 'unclear'
    }

/** A field as the operator worded it: with its value apart where the words say where it begins, else both in `words`. */
export interface FieldWords {
  readonly words: string
  readonly label?: string
  readonly value?: string
}
