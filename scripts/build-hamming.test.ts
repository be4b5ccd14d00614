import { expect, it } from 'vitest'
import { HAMMING_WASM } from '../src-main/memory/vectors/sqlite/hamming-wasm.ts'
import { compileHamming } from './build-hamming.ts'

it('the committed scan of codes is what its source compiles to', async () => {
  expect(Buffer.from(await compileHamming()).toString('base64')).toBe(HAMMING_WASM)
})
