/** An error a person reads: what is wrong, where, and what to do about it. */
export class AdjutantError extends Error {
  /** Stable word for programs, e.g. 'outside-roots'. */
  readonly code: string
  readonly fix: string | undefined
  constructor(code: string, message: string, options: { fix?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = new.target.name
    this.code = code
    this.fix = options.fix
  }
}

/** config.json or the environment cannot be used as it is. */
export class ConfigError extends AdjutantError {}
/** A tool call failed and surely had no effect (unless `effectUncertain`); the model reads `message` and `fix`. */
export class ToolError extends AdjutantError {
  /** Whether the outside world may have changed all the same: a timeout, an abort, a lost connection. */
  readonly effectUncertain: boolean
  constructor(
    code: string,
    message: string,
    options: { fix?: string; cause?: unknown; effectUncertain?: boolean } = {},
  ) {
    super(code, message, options)
    this.effectUncertain = options.effectUncertain ?? false
  }
}
/** A request of a client cannot be served: unknown id, wrong state, bad shape. */
export class RequestError extends AdjutantError {}
/** The data directory or the database cannot be used. */
export class StorageError extends AdjutantError {}

/** Message of anything thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What went wrong and what to do about it, as sentences. */
export function explain(message: string, fix?: string): string {
  const ended = /[.!?…]$/.test(message.trim()) ? message : `${message}.`
  return fix === undefined ? ended : `${ended} ${fix}`
}

/** The same of anything thrown. */
export const explainError = (error: unknown): string =>
  explain(messageOf(error), error instanceof AdjutantError ? error.fix : undefined)
