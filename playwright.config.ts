/**
 * End-to-end tests: the production build in a real Chromium, served with the same policy as `npm start`.
 * Every test runs at desktop size; those tagged @touch run on a phone-sized touch screen instead.
 */
import { defineConfig, devices } from '@playwright/test'
import { browserArguments, findBrowser } from './src/dev/browser.mjs'

const executablePath = await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // These only end what hangs: a slow or busy machine is no failure.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: { args: browserArguments, ...(executablePath ? { executablePath } : {}) },
    trace: 'retain-on-failure',
    locale: 'en-GB',
    timezoneId: 'UTC',
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@touch/,
      use: { viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] },
    },
    { name: 'phone', grep: /@touch/, use: { ...devices['Pixel 7'] } },
  ],
})
