import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Journeys in real Chromium against the real server: two files at a time, on one machine, which may be a slow one. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['**/*.e2e.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
