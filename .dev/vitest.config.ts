import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      'core/vitest.config.ts',
      'addin/vitest.config.ts',
      'extension/vitest.config.ts',
      'test/vitest.config.ts',
      'test/vitest.browser.config.ts',
    ],
  },
})
