import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from 'vite'

/** Bundles the page of the property tests and gives its folder. */
export async function buildPropertyPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'postloan-property-'))
  await build({
    root: import.meta.dirname,
    base: './',
    logLevel: 'error',
    configFile: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(import.meta.dirname, 'page.html') },
    },
  })
  return outDir
}
