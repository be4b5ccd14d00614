import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // conditions are waited for; only what never comes is a failure
    expect: { poll: { timeout: 20_000 } },
    // two cores: more workers only take turns
    maxWorkers: 2,
  },
})
