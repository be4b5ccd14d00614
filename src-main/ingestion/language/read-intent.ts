import type { Act } from '../../vocabulary/effect.ts'
import type { Clause, Entity, Intent } from '../../vocabulary/entity.ts'
import { actsOf } from './acts.ts'
import type { ClauseWords, Referents, UsedReference } from './clause-words.ts'
import { splitClauses } from './clauses.ts'
import type { Command } from './command.ts'
import { expandFollowUp } from './follow-ups.ts'
import { interpret } from './interpret.ts'
import { findPeople } from './people.ts'
import type { Place } from './place.ts'
import { readRegions } from './read-regions.ts'
import { referentsAfter, referentsFrom, referentsOf } from './references.ts'
import { blank, entityOf, isEntityKind, type Masked, mask, regionsIn, unmask } from './regions.ts'

/** Where and when a message was written, and what the operator said before it in the conversation, oldest first. */
export interface IntentContext extends Place {
  readonly before?: readonly Intent[]
}

/**
 * What the operator's message asks for, clause by clause, with what each clause names. Text of third parties inside it
 * is opaque: it yields neither acts nor entities. Clause ids are unique within the conversation.
 */
export function readIntent(text: string, context: IntentContext): Intent {
  const before = context.before ?? []
  const masked = mask(text, readRegions(text, context))
  const expanded = expandFollowUp(masked.text, (part) => unmask(part, masked), before)
  const pieces = expanded
    ? expanded.map((piece) => ({ piece, masked: undefined }))
    : splitClauses(masked.text).map((piece) => ({ piece, masked }))
  let referents = referentsOf(before)
  const clauses = pieces.map(({ piece, masked: around }, index): Clause => {
    const own = around ?? mask(piece, readRegions(piece, context))
    const words = wordsOf(around ? piece : own.text, own, context, referents)
    const { clause, command } = readClause(
      `t${before.length + 1}c${index + 1}`,
      words,
      around !== undefined,
      before,
    )
    referents = referentsAfter(referents, clause, clause.acts.includes('make-folder'))
    // After "read the second article", "it" is that article, which nobody has named
    if ('subject' in command && command.subject.kind === 'item') referents = withoutLatest(referents)
    return clause
  })
  return { clauses }
}

const withoutLatest = ({ latest: _, ...rest }: Referents): Referents => rest

const wordsOf = (text: string, masked: Masked, place: Place, referents: Referents): ClauseWords => ({
  masked,
  text,
  place,
  referents,
  used: [],
})

function readClause(
  id: string,
  words: ClauseWords,
  written: boolean,
  before: readonly Intent[],
): { clause: Clause; command: Command } {
  const command = interpret(words)
  const { acts, demands } = command.do === 'undo' ? undoing(before) : actsOf(command)
  const undone = command.do === 'undo' ? lastDone(before) : undefined
  const text = unmask(words.text, words.masked)
    .trim()
    .replace(/^(?:(?:and|then|but)\b[\s,]*|\(?\d{1,2}[.)]\s+|[-*•]\s+)+(?=\S)/i, '')
  return {
    clause: {
      id,
      text,
      acts,
      demands,
      entities: [...onlyMeant(command, entitiesOf(words, written)), ...entitiesUndone(undone)],
    },
    command,
  }
}

function entitiesOf(words: ClauseWords, written: boolean): Entity[] {
  const regions = regionsIn(words.text, words.masked)
  const readable = unmask(words.text, words.masked)
  const people = findPeople(blank(readable, []), readable).map((region) => ({
    ...entityOf(region),
    start: -1,
    end: -1,
  }))
  const named = regions.filter(({ kind }) => isEntityKind(kind)).map(entityOf)
  const resolved = distinct(words.used).map((reference): Entity => {
    const name = regions.find((region) => region.kind === 'name' && region.text === reference.text)
    return { ...reference, start: name?.start ?? -1, end: name?.end ?? -1, how: name ? 'named' : 'reference' }
  })
  const all = [...named, ...resolved, ...people]
  return written ? all : all.map((entity) => ({ ...entity, start: -1, end: -1 }))
}

/** In "delete a.md in ~/notes" the folder says where, and is not itself to be deleted. */
const onlyMeant = (command: Command, entities: readonly Entity[]): readonly Entity[] =>
  command.do === 'trash' && command.path !== undefined
    ? entities.filter(({ type, value }) => type !== 'path' || value === command.path)
    : entities

const distinct = (used: readonly UsedReference[]): UsedReference[] =>
  used.filter(
    (one, index) =>
      used.findIndex(
        (other) => other.type === one.type && other.value === one.value && other.text === one.text,
      ) === index,
  )

const lastDone = (before: readonly Intent[]): Clause | undefined =>
  before.flatMap(({ clauses }) => clauses).findLast(({ demands }) => demands.length > 0)

/** Taking back happens at the places of what is taken back. */
const entitiesUndone = (clause: Clause | undefined): Entity[] =>
  (clause?.entities ?? [])
    .filter(({ type }) => type === 'path')
    .map((entity) => ({ ...entity, start: -1, end: -1, how: 'reference' }))

/** What taking back the last thing that was asked for amounts to. */
function undoing(before: readonly Intent[]): { acts: readonly Act[]; demands: readonly Act[] } {
  const back: Partial<Record<Act, readonly Act[]>> = {
    write: ['restore', 'trash'],
    append: ['restore'],
    trash: ['restore'],
    move: ['move'],
    'make-folder': ['trash'],
    remember: ['forget'],
    remind: ['cancel'],
    schedule: ['cancel'],
    download: ['trash'],
    screenshot: ['trash'],
  }
  const last = lastDone(before)
  return { acts: (last?.demands ?? []).flatMap((act) => back[act] ?? []), demands: [] }
}

/** The command of a clause that was read before, with the values its entities had then. */
export function readCommand(clause: Pick<Clause, 'text' | 'entities'>, place: Place): Command {
  const regions = readRegions(clause.text, place).map((region) => {
    const known = clause.entities.find(({ type, text }) => type === region.kind && text === region.text)
    return known ? { ...region, value: known.value } : region
  })
  const masked = mask(clause.text, regions)
  return interpret(wordsOf(masked.text, masked, place, referentsFrom(clause.entities)))
}
