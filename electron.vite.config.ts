import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { outsideOfBundle } from './scripts/package/outside.ts'

const at = (path: string) => new URL(path, import.meta.url).pathname

const IN_EVERY_START =
  /node_modules\/(?:react|react-dom|scheduler|zustand|lucide-react)\/|src-(?:renderer\/(?:ui|store|shell|client)|words|preload)\//

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      // hundreds of small files take longer to find than to run
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: at('src-main/main.ts'),
          headless: at('src-main/headless.ts'),
        },
        external: outsideOfBundle,
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // half of what has to be read is white space; names stay, for the log
          minify: { compress: false, mangle: false, codegen: true },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: at('src-preload/index.ts') },
        // a sandboxed preload script is one CommonJS file
        output: { format: 'cjs', entryFileNames: '[name].cjs', inlineDynamicImports: true },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    base: './',
    plugins: [react(), tailwindcss()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      rollupOptions: {
        input: { index: at('src-renderer/index.html'), quick: at('src-renderer/quick.html') },
        output: {
          // what both windows start with in one file instead of some dozens
          codeSplitting: {
            groups: [
              // apart, so that it runs before the rest has been read
              { name: 'early', priority: 1, test: /src-renderer\/early\/(?!index)|preload-helper/ },
              { name: 'base', minShareCount: 2, test: IN_EVERY_START },
            ],
          },
        },
      },
    },
  },
})
