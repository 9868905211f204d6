import { join } from 'node:path'

import { build } from 'vite'

/** The agent as one script for a page, as the extension ships it. */
export async function bundleAgent(): Promise<string> {
  const result = await build({
    logLevel: 'error',
    configFile: false,
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: join(import.meta.dirname, 'inPage.ts'), formats: ['iife'], name: 'postloanAgent' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('the bundler gave nothing')
  return output.output[0].code
}
