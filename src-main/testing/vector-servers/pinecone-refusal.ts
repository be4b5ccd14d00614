/**
 * An answer that refuses a request. The control plane names its code with a word, the data plane with a number of
 * gRPC's; before either looks at it the gateway answers with a plain text.
 */
export class PineconeRefusal extends Error {
  readonly status: number
  readonly code: string | number | undefined
  constructor(status: number, code: string | number | undefined, message: string) {
    super(message)
    this.status = status
    this.code = code
  }

  body(): object | string {
    if (this.code === undefined) return this.message
    return typeof this.code === 'string'
      ? { status: this.status, error: { code: this.code, message: this.message } }
      : { code: this.code, message: this.message, details: [] }
  }
}

/** gRPC's numbers, which the data plane speaks in. */
export const INVALID_ARGUMENT = 3
export const NOT_FOUND = 5
