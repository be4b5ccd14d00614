import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface RotatingFileOptions {
  readonly folder: string
  /** `adjutant` for `adjutant.log`, then `adjutant.1.log`, which is the one before it, and so on. */
  readonly name: string
  /** A file that has reached this size, in bytes, is put aside. */
  readonly bytesMost: number
  /** Files that are kept, the one that is written to among them. */
  readonly filesMost: number
}

export interface RotatingFile {
  /** Appends a line at once, so that the last words before a crash are there. Whether it was written; never throws. */
  write(line: string): boolean
  close(): void
}

/** The files of a log, the newest first, whether they exist or not. */
export const logFiles = ({ folder, name, filesMost }: Omit<RotatingFileOptions, 'bytesMost'>): string[] =>
  Array.from({ length: filesMost }, (_, age) =>
    join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`),
  )

/** A file for its user alone that is put aside when it is full; the oldest of those is deleted. */
export function openRotatingFile(options: RotatingFileOptions): RotatingFile {
  const files = logFiles(options)
  let open: { file: number; bytes: number } | undefined

  const reopen = () => {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    const file = openSync(files[0] as string, 'a', 0o600)
    return { file, bytes: fstatSync(file).size }
  }
  const shut = () => {
    const closing = open
    open = undefined
    if (closing) closeSync(closing.file)
  }
  const putAside = () => {
    shut()
    rmSync(files.at(-1) as string, { force: true })
    for (let age = files.length - 2; age >= 0; age -= 1) {
      try {
        renameSync(files[age] as string, files[age + 1] as string)
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ENOENT') throw error
      }
    }
  }

  return {
    write: (line) => {
      try {
        const bytes = Buffer.from(line)
        open ??= reopen()
        if (open.bytes > 0 && open.bytes + bytes.length > options.bytesMost) {
          putAside()
          open = reopen()
        }
        for (let done = 0; done < bytes.length; ) done += writeSync(open.file, bytes, done)
        open.bytes += bytes.length
        return true
      } catch {
        // the agent goes on without its log: a full disk or a lost folder is tried again with the next line
        dropHandle()
        return false
      }
    },
    close: () => dropHandle(),
  }

  function dropHandle(): void {
    try {
      shut()
    } catch {
      // a file that cannot be closed was not written either, which its writer has been told
      open = undefined
    }
  }
}
