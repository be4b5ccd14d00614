/** Milvus' answer that something was not done; `code` as in its error codes. */
export class MilvusRefusal extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }

  status(): object {
    return { error_code: 'UnexpectedError', code: this.code, reason: this.message, retriable: false }
  }
}

export const COLLECTION_NOT_FOUND = 100
export const COLLECTION_NOT_LOADED = 101
export const INVALID_PARAMETER = 1100
