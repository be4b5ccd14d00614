// Starts one of the project's commands under the Node that better-sqlite3 needs, or says plainly what is wrong.
// Plain JavaScript, so that an old Node can read it: node scripts/run.mjs NAME [ARGUMENT…]
import { existsSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const NEEDED = 24
const major = Number(process.versions.node.split('.')[0])

if (major < NEEDED) {
  console.error(
    `Adjutant's scripts need Node ${NEEDED} or later; this is ${process.version} (${process.execPath}).\n` +
      (existsSync(join(root, 'node_modules/.bin/node'))
        ? 'Start it with npm ("npm start", "npm run agent"), which finds the right Node in node_modules.'
        : 'Run "npm ci" first: it brings the right Node along.'),
  )
  process.exit(1)
}

const COMMANDS = {
  start: 'scripts/start.ts',
  build: 'scripts/build.ts',
  package: 'scripts/package.ts',
  'electron-runtime': 'scripts/electron-runtime.ts',
  headless: 'scripts/headless.ts',
  agent: 'src-main/agent.ts',
  runs: 'src-main/commands/runs.ts',
  memory: 'src-main/commands/memory.ts',
  transcribe: 'src-main/commands/transcribe.ts',
  bench: 'bench/bench.ts',
}
const [name = '', ...rest] = process.argv.slice(2)
const entry = COMMANDS[name]
if (!entry) {
  console.error(`There is no command "${name}": ${Object.keys(COMMANDS).join(', ')}.`)
  process.exit(1)
}
// what was compiled once is kept: a fifth of the time to start
module.enableCompileCache(join(root, 'node_modules/.cache/compiled'))
process.argv = [process.argv[0], join(root, entry), ...rest]
await import(pathToFileURL(join(root, entry)).href)
