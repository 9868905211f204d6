import { join } from 'node:path'

import { build } from 'vite'

import { builtOnce } from '../../browser/builtOnce.ts'

/** What is built is what is handed out, also where tests run; office.js is the bank's own copy. */
const settings = { POSTLOAN_OFFICE_JS: '/office/office.js', NODE_ENV: 'production' }

/** The built add-in: its folder, which is not to be changed. */
export function buildAddin(): Promise<string> {
  return builtOnce('addin', ['addin', 'core'], async (outDir) => {
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
  })
}
