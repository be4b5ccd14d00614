/** Where a value came from. 'model' is text that a model made without outside content. */
const ORIGINS = [
  'operator',
  'memory',
  'file',
  'web',
  'mail',
  'webhook',
  'mcp',
  'schedule',
  'tool',
  'model',
] as const
export type Origin = (typeof ORIGINS)[number]

const SENSITIVITIES = ['public', 'personal', 'secret'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

/**
 * Information-flow labels of a value. They join as values mix (most untrusted, most sensitive, all origins)
 * and never drop by themselves.
 */
export interface Labels {
  readonly origins: readonly Origin[]
  readonly trust: 'trusted' | 'untrusted'
  readonly sensitivity: Sensitivity
}

/** Neutral element of `joinLabels`: says nothing about origin, trusts, holds nothing private. */
export const NO_LABELS: Labels = { origins: [], trust: 'trusted', sensitivity: 'public' }
export const OPERATOR_LABELS: Labels = { origins: ['operator'], trust: 'trusted', sensitivity: 'personal' }
export const WEB_LABELS: Labels = { origins: ['web'], trust: 'untrusted', sensitivity: 'public' }
/** A file's text may have been written by anyone; its reader may act on it only as on any outside text. */
export const FILE_LABELS: Labels = { origins: ['file'], trust: 'untrusted', sensitivity: 'personal' }
/** What a connected tool server says, of itself or as a result. */
export const MCP_LABELS: Labels = { origins: ['mcp'], trust: 'untrusted', sensitivity: 'personal' }
/** What the agent's own machinery reports (ids, counts, times). */
export const TOOL_LABELS: Labels = { origins: ['tool'], trust: 'trusted', sensitivity: 'public' }

/** Least upper bound of labels: commutative, associative, idempotent. */
export function joinLabels(...all: readonly Labels[]): Labels {
  const origins = ORIGINS.filter((origin) => all.some((labels) => labels.origins.includes(origin)))
  const sensitivity =
    SENSITIVITIES[Math.max(0, ...all.map((labels) => SENSITIVITIES.indexOf(labels.sensitivity)))]
  return {
    origins,
    trust: all.some((labels) => labels.trust === 'untrusted') ? 'untrusted' : 'trusted',
    sensitivity: sensitivity ?? 'public',
  }
}

/** Whether a text is the operator's own and nobody else's: only such words instruct. */
export const isOperators = ({ trust, origins }: Labels): boolean =>
  trust === 'trusted' && origins.every((origin) => origin === 'operator')
