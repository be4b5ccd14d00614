import { opendir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { systemCode } from './file-error.ts'
import { decodeText } from './read-bytes.ts'

/** Folders of other people's code; nobody means them. Those with a leading dot are left out anyway. */
const SKIPPED = new Set(['node_modules', '__pycache__', 'bower_components'])
const LARGEST_READ = 2 * 1024 * 1024
const MOST_FILES = 20_000
const EXCERPT = 200

export interface FoundText {
  readonly path: string
  readonly line?: number
  readonly excerpt: string
}

/**
 * Files whose name or text holds all the words, in any order and case; files named so first. Reads no links, dot files
 * (they need a permission of their own), binary or huge files, nor `except`.
 */
export async function searchFolder(
  folder: string,
  query: string,
  { limit, except, signal }: { limit: number; except: string; signal?: AbortSignal },
): Promise<FoundText[]> {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const named: FoundText[] = []
  const inside: FoundText[] = []
  let files = 0
  for await (const path of filesUnder(folder, except)) {
    signal?.throwIfAborted()
    if (++files > MOST_FILES || named.length >= limit) break
    if (holdsAll(fold(basename(path)), words)) named.push({ path, excerpt: basename(path) })
    else if (inside.length < limit) inside.push(...(await linesOf(path, words)))
  }
  return [...named, ...inside].slice(0, limit)
}

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const holdsAll = (text: string, words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => text.includes(word))

/** Breadth first, in the order of names, so that what is near comes first. */
async function* filesUnder(folder: string, except: string): AsyncGenerator<string> {
  const folders = [folder]
  for (let next = folders.shift(); next !== undefined; next = folders.shift()) {
    const entries = await entriesOf(next)
    for (const entry of entries) {
      const path = join(next, entry.name)
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name) || path === except) continue
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile()) yield path
    }
  }
}

async function entriesOf(folder: string) {
  try {
    const entries = []
    for await (const entry of await opendir(folder)) entries.push(entry)
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    // a folder that may not be read, or went away meanwhile, has nothing to find
    if (['EACCES', 'EPERM', 'ENOENT'].includes(systemCode(error) ?? '')) return []
    throw error
  }
}

/** The lines that hold all the words (three at most), else the first with one of them if the whole text holds all. */
async function linesOf(path: string, words: readonly string[]): Promise<FoundText[]> {
  const text = await textOf(path)
  if (text === undefined || !holdsAll(fold(text), words)) return []
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line, folded: fold(line) }))
  const whole = lines.filter(({ folded }) => holdsAll(folded, words)).slice(0, 3)
  const some = lines.filter(({ folded }) => words.some((word) => folded.includes(word))).slice(0, 1)
  return (whole.length > 0 ? whole : some).map(({ line, text: found }) => ({
    path,
    line,
    excerpt: found.trim().slice(0, EXCERPT),
  }))
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > LARGEST_READ) return undefined
    return decodeText(await readFile(path))
  } catch (error) {
    if (['EACCES', 'EPERM', 'ENOENT'].includes(systemCode(error) ?? '')) return undefined
    throw error
  }
}
