/**
 * Building the command line program. Promises: it runs on the oldest Node that the project runs on, from any
 * folder; apart from packages with machine code or fonts it needs nothing beside it.
 */
import { defineConfig } from 'vite'

export default defineConfig({
  // The editor's files are no part of the program.
  publicDir: false,
  ssr: { noExternal: true, external: ['@napi-rs/canvas'] },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20.19',
    minify: true,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { entryFileNames: 'counterpoint.mjs', chunkFileNames: 'parts/[name]-[hash].mjs' },
    },
  },
})
