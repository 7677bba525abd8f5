#!/usr/bin/env node
// @ts-check
/**
 * What `counterpoint` starts. In an installed package it runs the built program. In a clone it builds it
 * first where it is missing or a source has changed since, and says so on standard error.
 */
import { existsSync } from 'node:fs'

const builder = new URL('../dev/build-cli.mjs', import.meta.url)
const built = new URL('../../dist-cli/counterpoint.mjs', import.meta.url)

try {
  if (existsSync(builder)) {
    /** @type {{ ensureCliBuilt: () => void }} */
    const { ensureCliBuilt } = await import(builder.href)
    ensureCliBuilt()
  }
  await import(built.href)
} catch (error) {
  console.error(`counterpoint: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
