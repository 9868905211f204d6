import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'test',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // its modules import each other without file endings, which Node does not take
    server: { deps: { inline: ['dt-sql-parser'] } },
  },
})
