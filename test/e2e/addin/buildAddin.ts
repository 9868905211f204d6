import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from 'vite'

/** What is built is what is handed out, also where tests run; office.js is the bank's own copy. */
const settings = { POSTLOAN_OFFICE_JS: '/office/office.js', NODE_ENV: 'production' }

/** Builds the add-in and gives the folder. */
export async function buildAddin(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'postloan-addin-'))
  const before = { ...process.env }
  Object.assign(process.env, settings)
  try {
    await build({
      root: join(import.meta.dirname, '../../../addin'),
      logLevel: 'error',
      build: { outDir, emptyOutDir: true, sourcemap: false },
    })
  } finally {
    for (const name of Object.keys(settings)) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
  return outDir
}
