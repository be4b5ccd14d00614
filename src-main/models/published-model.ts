/** A file of a model: path inside its folder, size in bytes, and a checksum. */
export type ModelFile = { readonly path: string; readonly bytes: number } & (
  | { readonly sha256: string }
  /** The name that git gives to its content (SHA-1). */
  | { readonly gitBlob: string }
)

/** A model, and where its files are published under the same names. */
export interface PublishedModel {
  /** Its folder's name. */
  readonly name: string
  readonly hub: string
  readonly files: readonly ModelFile[]
  /** The setting that names a folder with models of the operator's own; only of models that come along. */
  readonly setting?: string
}
