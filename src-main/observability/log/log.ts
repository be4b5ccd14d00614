import type { LoggedFields } from './allowed-fields.ts'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Who says it. */
export type LogPart =
  | 'agent'
  | 'runs'
  | 'effects'
  | 'models'
  | 'approvals'
  | 'schedules'
  | 'memory'
  | 'voice'
  | 'settings'
  | 'storage'
  | 'server'
  | 'desktop'
  | 'alerts'

/**
 * What happened, for whoever looks for a fault later. `message` is the program's own words, with ids at most: goals,
 * arguments, results, paths and the words of errors have no way in. Never throws, whatever becomes of the file.
 */
export interface Log {
  write(level: LogLevel, part: LogPart, message: string, fields?: LoggedFields): void
  /** Lines below it are not written from now on. */
  setLevel(level: LogLevel): void
  close(): void
}
