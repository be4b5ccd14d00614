import { basename, dirname } from 'node:path'
import type { Instruction } from '../state/facts.ts'
import type { Act, SinkType } from '../vocabulary/effect.ts'
import type { Clause, Intent } from '../vocabulary/entity.ts'
import { canonicalJson, sha256 } from '../vocabulary/json.ts'

/** A security-relevant argument of a call, canonical. */
export interface Sink {
  readonly argument: string
  readonly type: SinkType
  readonly value: string
}

/** An instruction an effect already rests on, and whether that effect surely did not happen. */
export interface UsedInstruction {
  readonly instruction: Instruction
  readonly void: boolean
}

/**
 * The clause of the operator's own words that asks for this call: one of its acts, and every sink among its entities by
 * type and canonical value. An act is used up by one effect for each set of sinks; reading is never used up. What may
 * have been misheard names nothing, unless it is asked `withDoubtful`.
 */
export function findInstruction(
  intents: readonly Intent[],
  acts: readonly Act[],
  sinks: readonly Sink[],
  used: readonly UsedInstruction[],
  { withDoubtful = false } = {},
): Instruction | undefined {
  const key = sinksHash(sinks)
  for (const clause of intents.flatMap(({ clauses }) => clauses)) {
    const act = acts.find((candidate) => clause.acts.includes(candidate))
    if (act === undefined || !sinks.every((sink) => names(clause, sink, withDoubtful))) continue
    const taken = used.some(
      ({ instruction, void: isVoid }) =>
        !isVoid && instruction.clauseId === clause.id && instruction.act === act && instruction.sinks === key,
    )
    if (!taken || act === 'look' || act === 'http-get') return { clauseId: clause.id, act, sinks: key }
  }
  return undefined
}

function names(clause: Clause, sink: Sink, withDoubtful: boolean): boolean {
  const values = clause.entities
    .filter(({ type, doubtful }) => type === sink.type && (withDoubtful || !doubtful))
    .map(({ value }) => value)
  if (values.some((value) => sameValue(sink.type, value, sink.value))) return true
  // "move a.txt to the folder b": what goes into a named folder under the name of a named thing was named as well
  return (
    sink.type === 'path' &&
    values.includes(dirname(sink.value)) &&
    values.some((value) => basename(value) === basename(sink.value))
  )
}

/** Dates name the same instant however their zone is written; a trailing slash is no other page. */
function sameValue(type: SinkType, named: string, used: string): boolean {
  if (type === 'date') return Date.parse(named) === Date.parse(used)
  return named === used
}

const sinksHash = (sinks: readonly Sink[]): string =>
  sha256(canonicalJson(sinks.map(({ type, value }) => [type, value]).sort()))
