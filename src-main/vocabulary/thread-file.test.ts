import { expect, it } from 'vitest'
import { threadFile } from './thread-file.ts'

it.each([
  ['the sources', 'file:///work/src-main/memory/client.ts', 'file:///work/src-main/memory/memory-worker.ts'],
  ['a build', 'file:///work/out/main/join-agent-a1.js', 'file:///work/out/threads/memory-worker.mjs'],
  [
    'another thread of a build',
    'file:///work/out/threads/x.js',
    'file:///work/out/threads/memory-worker.mjs',
  ],
  [
    'a packaged application',
    'file:///opt/Adjutant/resources/app.asar/out/main/main.js',
    'file:///opt/Adjutant/resources/app.asar.unpacked/out/threads/memory-worker.mjs',
  ],
])('a thread is started from a file that a thread can be started from: %s', (_where, module, file) => {
  expect(threadFile('memory-worker', module).href).toBe(file)
})
