import type { Evidence } from '../vocabulary/effect.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import type { Preview } from './tool.ts'

/** Content of a response, as the journal keeps it. `arguments` is parsed JSON, or the raw text where it was malformed. */
export interface ResponseContent {
  readonly text: string
  readonly calls: readonly {
    readonly id: string
    readonly tool: string
    readonly arguments: JsonValue
    readonly malformed?: string
  }[]
  readonly plan?: readonly { readonly id: string; readonly title: string; readonly instruction: string }[]
}

/** What could be offered to the operator where a call failed for want of something. */
export interface Remedy {
  readonly kind: 'allow-folder' | 'allow-host' | 'connect-model' | 'install'
  readonly value: string
}

/** Content of an effect's result. */
export interface ResultContent {
  readonly text: string
  readonly data?: JsonValue
  readonly evidence?: readonly Evidence[]
  readonly links?: readonly string[]
  readonly remedy?: Remedy
}

/** Content of a question to the operator: all that its card shows, and what the answer binds. */
export interface InquiryDetail {
  readonly title: string
  readonly reason: string
  readonly highImpact: boolean
  readonly insideBySettings: boolean
  readonly preview: Preview
  readonly restsOn: readonly string[]
  readonly choices?: readonly string[]
  /** What 'for this run' would allow. */
  readonly places: readonly string[]
  /** Where the paths really led when it was asked: the call fails if that has changed since. */
  readonly realPaths: readonly string[]
  /** For an act on the open page: its address ('' for none) and the element, as they were when it was asked. */
  readonly page?: string
  readonly element?: string
  /** Of a connected server's tool: what it was when it was asked. */
  readonly identity?: string
}
