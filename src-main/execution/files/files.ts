/** A folder's entry. `size` in bytes; `modifiedAt` ISO 8601. */
export interface FileEntry {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  readonly size: number
  readonly modifiedAt: string
}

/** Something that can be brought back: what was trashed, or the version of a file that a write replaced. */
export interface TrashedItem {
  readonly id: string
  readonly kind: 'trashed' | 'previous'
  readonly originalPath: string
  readonly trashedAt: string
}

/**
 * How a path stands to what the agent may touch, after links are resolved.
 * `real` is the path with every existing link resolved (of the nearest existing parent where it does not exist).
 */
export interface PathStanding {
  readonly path: string
  readonly real: string
  readonly exists: boolean
  /** Inside `files.roots`, by its real path. */
  readonly insideRoots: boolean
  /** Why a write here is out of the ordinary, if it is. */
  readonly unusual?: 'dotfile' | 'autostart' | 'executable' | 'links-elsewhere'
  /** Under ADJUTANT_HOME: denied under every mode. */
  readonly ownData: boolean
}

/** The ground files stand on, as the gate sees it: it judges a path, and opens for one call what it let through. */
export interface FileGround {
  standing(path: string): Promise<PathStanding>
  /** Files for one call: each of its paths must equal or lie beneath a granted one, and still be where it was. */
  forCall(granted: readonly PathStanding[]): FilesPort
}

/**
 * Files of the operator, as tools see them. Paths are absolute. Every method checks again, immediately before it acts,
 * that the path was granted for this call and that its real path is still the one that was judged.
 * Throws ToolError: 'outside-roots', 'own-data', 'path-changed', 'not-found', 'exists', 'is-a-folder',
 * 'not-a-folder', 'not-a-file', 'binary', 'too-large', 'disk-full', 'no-permission', 'read-only', 'file-error'.
 */
export interface FilesPort {
  list(path: string): Promise<FileEntry[]>
  /** UTF-8 text; refuses binary content and files over `maxBytes` (default 2 MiB), saying the size. */
  read(path: string, options?: { maxBytes?: number }): Promise<string>
  readOrEmpty(path: string): Promise<string>
  /** SHA-256 of the file's bytes, or undefined where there is none. */
  sha256(path: string): Promise<string | undefined>
  /**
   * Atomic: temporary file beside it, fsync, rename, fsync of the folder; makes missing parents; at most 10 MiB.
   * What it replaces is kept: `restore(previousId)` brings it back.
   */
  replace(
    path: string,
    data: string | Uint8Array,
  ): Promise<{ sha256: string; bytes: number; previousId?: string }>
  /** As `replace`, with the text put on a line of its own at the end; `key` names the effect for `appended`. */
  append(
    path: string,
    text: string,
    key: string,
  ): Promise<{ sha256: string; bytes: number; previousId?: string }>
  /** Whether the append under this key happened; its result if so. 'unknown' where the file was changed since. */
  appended(
    path: string,
    key: string,
  ): Promise<{ sha256: string; bytes: number } | 'did-not-happen' | 'unknown'>
  makeFolder(path: string): Promise<void>
  /** Refuses to overwrite. Into `to` where that is a folder. Gives the path where it is now. */
  move(from: string, to: string): Promise<string>
  /** What stands at a path now; links are not followed. */
  kindAt(path: string): Promise<FileEntry['kind'] | 'nothing'>
  /** Moves to the agent's trash, from where `restore` brings it back. Never deletes. */
  trash(path: string, id: string): Promise<TrashedItem>
  /**
   * Brings back what was trashed, to where it was; refuses to overwrite. A previous version takes the place of the
   * text that replaced it (kept in turn), unless the file was changed since.
   */
  restore(id: string): Promise<TrashedItem>
  /** The item, if `restore` has brought it back. */
  restored(id: string): Promise<TrashedItem | undefined>
  trashed(): Promise<TrashedItem[]>
  /** Files under a folder whose name or text contains the words; at most `limit`. Skips links, dot folders, node_modules. */
  search(
    folder: string,
    query: string,
    options?: { limit?: number; signal?: AbortSignal },
  ): Promise<{ path: string; line?: number; excerpt: string }[]>
}
