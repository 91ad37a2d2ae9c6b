import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Journeys in real Chromium against the real server: one after the other, on one machine. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
