/** Who a trigger acts for. Memory rows, files and connections carry a scope; a table says which principal sees which. */
export type Principal = 'operator' | 'agent' | `schedule:${string}` | `webhook:${string}`

/** Scope of what the operator has not put anywhere else. */
export const DEFAULT_SCOPE = 'personal'

export type Channel = 'chat' | 'api' | 'voice' | 'webhook' | 'schedule' | 'event'
