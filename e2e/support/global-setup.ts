/**
 * Runs once before the end-to-end tests: they test the production build of the sources as they are.
 */
import { ensureBuilt } from '../../src/dev/build.mjs'

/** Builds when a source has changed since the last build. */
export default function globalSetup(): void {
  ensureBuilt()
}
