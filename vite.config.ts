/**
 * Building, serving during development and unit tests, in one place.
 * Promises: every asset is a file of its own (nothing inlined, so the Content-Security-Policy needs no
 * exception), addresses are relative (the build runs from any folder), workers are modules, and the
 * development server sends the same policy as the built editor apart from what hot reloading needs.
 */
import { randomBytes } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { developmentPolicy, policy } from './src/dev/policy.mjs'

const nonce = randomBytes(16).toString('base64')

export default defineConfig(({ command, isPreview }) => ({
  base: './',
  plugins: [react()],
  // The nonce is for the development server's inline scripts; the build has none.
  ...(command === 'serve' && !isPreview ? { html: { cspNonce: nonce } } : {}),
  server: { headers: { 'Content-Security-Policy': developmentPolicy(nonce) } },
  preview: { headers: { 'Content-Security-Policy': policy } },
  worker: { format: 'es' },
  build: {
    target: ['chrome120', 'edge120', 'firefox121', 'safari17'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    // The largest are what writes Word documents and PDF, loaded only for those.
    chunkSizeWarningLimit: 1500,
  },
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // These only end what hangs: a slow or busy machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Properties with thousands of runs want the processor for themselves.
    maxWorkers: 2,
  },
}))
