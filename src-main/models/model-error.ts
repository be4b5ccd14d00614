import { AdjutantError } from '../vocabulary/errors.ts'

/** The files of a model are missing, damaged, or cannot be fetched. */
export class ModelError extends AdjutantError {
  /** Whether it may work again by itself later. */
  readonly passing: boolean
  constructor(code: string, message: string, options: { passing: boolean; fix?: string; cause?: unknown }) {
    super(code, message, options)
    this.passing = options.passing
  }
}
