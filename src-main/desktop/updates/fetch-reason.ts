import { messageOf } from '../../vocabulary/errors.ts'

/** Why `fetch` failed: it says only that it did, and why stands in its cause. */
export const fetchReason = (error: unknown): string =>
  error instanceof Error && error.cause ? messageOf(error.cause) : messageOf(error)
