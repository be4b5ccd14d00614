import { defineConfig } from '@playwright/test'
import type { HostOptions } from './e2e/fixtures/agent.ts'

/** The same promises on the real desktop window and on the headless interface in a browser. */
export default defineConfig<HostOptions>({
  testDir: 'e2e',
  outputDir: 'test-results',
  snapshotPathTemplate: 'e2e/baselines/{arg}{ext}',
  globalSetup: './e2e/fixtures/build.ts',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // each test has an agent, a window and a browser of its own; two cores carry one of these at a time
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? [['list'], ['json', { outputFile: 'test-results/e2e.json' }]] : 'list',
  projects: [
    { name: 'desktop', use: { host: 'desktop' }, testIgnore: /(packaged|headless)-.*\.spec\.ts/ },
    { name: 'headless', use: { host: 'headless' }, testIgnore: /(desktop|packaged)-.*\.spec\.ts/ },
    {
      name: 'packaged',
      use: { host: 'packaged' },
      testMatch: /(packaged-.*|desktop-(security|ipc))\.spec\.ts/,
    },
  ],
})
