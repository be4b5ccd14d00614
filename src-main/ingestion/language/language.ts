/**
 * The operator's language: what a message names and what it asks for. Pure functions; clock, time zone and home come
 * in. Precise rather than generous: the gate lets through what these clauses say, and nothing that they do not.
 */

export { asksForChange, type Piece, piecesOf } from './clause-shape.ts'
export { isFilePath } from './clause-words.ts'
export type { Command, Content, FieldWords, Look, Subject, Want } from './command.ts'
export { questionWords } from './commands/questions.ts'
export { extractEntities } from './extract.ts'
export { readCommand, readIntent } from './read-intent.ts'
export { type Recurrence, readRecurrence } from './recurrence.ts'
export { wallTimeAt } from './zoned-time.ts'
