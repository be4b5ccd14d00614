import { AGENT } from './agent-wishes.ts'
import { FILES } from './file-wishes.ts'
import { MEMORY } from './memory-wishes.ts'
import { PAGES } from './page-wishes.ts'
import type { Wish } from './wish.ts'

export { BEYOND } from './beyond.ts'

/** Everything that can be asked for in words that the grammar does not read. */
export const WISHES: readonly Wish[] = [...MEMORY, ...PAGES, ...FILES, ...AGENT]
