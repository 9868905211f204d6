import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'test',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // see vitest.browser.config.ts
    exclude: ['**/node_modules/**', 'e2e/addin/*.test.ts', 'e2e/extension/*.test.ts', 'gallery/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // its modules import each other without file endings, which Node does not take
    server: { deps: { inline: ['dt-sql-parser'] } },
  },
})
