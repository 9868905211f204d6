import { defineConfig } from 'vitest/config'

// what drives a browser: on a busy machine a page may be slower than any patience, so a test that failed is tried once
// more, and said to have been
export default defineConfig({
  test: {
    name: 'browser',
    root: import.meta.dirname,
    include: ['e2e/addin/*.test.ts', 'e2e/extension/*.test.ts', 'gallery/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 1,
  },
})
