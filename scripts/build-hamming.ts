import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import wabt from 'wabt'
import { ROOT } from './build-when-stale.ts'

const FOLDER = join(ROOT, 'src-main/memory/vectors/sqlite')

/** Compiles hamming.wat. */
export async function compileHamming(): Promise<Uint8Array> {
  const { parseWat } = await wabt()
  const module = parseWat('hamming.wat', readFileSync(join(FOLDER, 'hamming.wat'), 'utf8'), {})
  module.validate()
  return module.toBinary({}).buffer
}

/** Run after a change of hamming.wat: node scripts/build-hamming.ts */
if (import.meta.main) {
  const base64 = Buffer.from(await compileHamming()).toString('base64')
  const lines = base64.match(/.{1,100}/g) ?? []
  writeFileSync(
    join(FOLDER, 'hamming-wasm.ts'),
    `/** hamming.wat, compiled and base64-encoded by scripts/build-hamming.ts. */
export const HAMMING_WASM =
${lines.map((line) => `  '${line}'`).join(' +\n')}
`,
  )
}
