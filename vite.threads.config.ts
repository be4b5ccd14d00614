import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'
import { outsideOfBundle } from './scripts/package/outside.ts'

const at = (path: string) => new URL(path, import.meta.url).pathname

/**
 * The worker threads, apart from main: in a packaged application a thread cannot be started from within the archive, so
 * all that they import lies outside of it.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'out/threads',
    target: 'node20.18',
    minify: false,
    rollupOptions: {
      input: {
        'backup-worker': at('src-main/storage/backups/backup-worker.ts'),
        'document-worker': at('src-main/ingestion/attachments/document-worker.ts'),
        'memory-worker': at('src-main/memory/worker/memory-worker.ts'),
        'embedding-worker': at('src-main/memory/embedding/bundled/embedding-worker.ts'),
        'speech-worker': at('src-main/ingestion/voice/whisper/speech-worker.ts'),
      },
      external: [...builtinModules.flatMap((name) => [name, `node:${name}`]), ...outsideOfBundle],
      output: {
        format: 'es',
        // beside the archive no package.json says that they are modules
        entryFileNames: '[name].mjs',
        chunkFileNames: '[name]-[hash].mjs',
      },
    },
  },
  // text and sound are all that goes through the models
  resolve: { alias: { sharp: at('scripts/package/no-sharp.ts') } },
  ssr: { noExternal: true },
})
