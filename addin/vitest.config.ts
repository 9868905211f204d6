import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'addin',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts', 'manifest/**/*.test.ts'],
    testTimeout: 60_000,
  },
})
