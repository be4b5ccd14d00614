import { sha256 } from '../../../vocabulary/json.ts'

/** Wraps text that must be read as data. */
export type WrapData = (from: string, text: string) => string

/**
 * Data blocks of one run. Their id cannot be guessed by the author of a page, and is cut out of any text that holds
 * it all the same, so that no text can close its own block. It stays the same over a run: prompts remain cacheable.
 */
export function dataBlocks(runId: string): WrapData {
  const id = sha256(`data block of ${runId}`).slice(0, 12)
  const clean = (text: string) => text.replaceAll(id, '')
  return (from, text) => {
    const origin = clean(from).replace(/[^\w .:/@-]/g, '_')
    return `<data id="${id}" from="${origin}">\n${clean(text)}\n</data id="${id}">`
  }
}
