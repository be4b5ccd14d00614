import { fileURLToPath } from 'node:url'

/** A benchmark measures two ways in one run and gives a table: what, and its figures by name. */
export interface Table {
  readonly title: string
  readonly rows: readonly Record<string, string | number>[]
  /** What to read from it, in words. */
  readonly notes?: readonly string[]
}

const BENCHES: Record<string, () => Promise<{ measure: (flags: readonly string[]) => Promise<Table> }>> = {
  desktop: () => import('./desktop.ts'),
  memory: () => import('./memory.ts'),
  recall: () => import('./recall.ts'),
  steps: () => import('./steps.ts'),
  voice: () => import('./voice.ts'),
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', ...flags] = process.argv.slice(2)
  const load = BENCHES[name]
  if (!load) {
    console.error(`There is no benchmark "${name}": ${Object.keys(BENCHES).join(', ')}.`)
    process.exitCode = 1
  } else {
    const table = await (await load()).measure(flags)
    if (flags.includes('--json')) console.log(JSON.stringify(table))
    else {
      console.log(table.title)
      console.table(table.rows)
      for (const note of table.notes ?? []) console.log(note)
    }
  }
}
