import { randomBytes } from 'node:crypto'
import { canonicalJson, type JsonValue, sha256 } from '../vocabulary/json.ts'
import type { ContentRef, Fact, FactBody } from './facts.ts'
import type { RunState } from './run-state.ts'

/** A content on its way into the journal, under the salted hash that facts refer to it by. */
export interface NewContent {
  readonly ref: ContentRef
  readonly salt: Buffer
  readonly body: string
}

/** What one commit writes: facts in order, the contents they refer to, and the state they lead to (for projections). */
export interface Step {
  readonly runId: string
  /** Number of the last fact the step was decided on: where another came first, it must be decided again. */
  readonly expectedSeq: number
  readonly facts: readonly Fact[]
  readonly contents: readonly NewContent[]
  readonly state: RunState
}

/** Another step of the same run was committed first. */
export class SequenceConflict extends Error {}

/** Append-only facts by run, with their contents. A commit is on disk when `commit` returns. */
export interface Journal {
  facts(runId: string): Fact[]
  /** Undefined where the content was forgotten or never was. */
  content(ref: ContentRef): JsonValue | undefined
  /** Lets contents be read while the step that will commit them is being made; returns what takes them back. */
  stage(contents: readonly NewContent[]): () => void
  commit(step: Step): void
  /** Runs that have not ended. */
  unfinished(): string[]
  /** Erases contents and salts of a run; its facts and hashes remain. */
  forgetContents(runId: string): void
  /** Checks the hash chain of one run, and that its contents match their hashes. Returns what is wrong, in words. */
  verify(runId: string): string[]
}

/** Gives a value its place among the contents: canonical bytes, a fresh salt and the hash over both. */
export function newContent(value: JsonValue): NewContent {
  const body = canonicalJson(value)
  const salt = randomBytes(16)
  return { ref: contentHash(salt, body), salt, body }
}

export const contentHash = (salt: Uint8Array, body: string): ContentRef =>
  sha256(Buffer.concat([salt, Buffer.from(body, 'utf8')]))

/** Hash of a fact's place in its run's chain. */
export const factHash = (previous: string, fact: Fact): string =>
  sha256(`${previous}\n${canonicalJson(fact)}`)

/** Numbers facts and stamps them with the time. */
export const numberFacts = (runId: string, after: number, at: string, bodies: readonly FactBody[]): Fact[] =>
  bodies.map((body, index) => ({ ...body, runId, seq: after + index + 1, at }))
