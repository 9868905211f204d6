import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'vite'

const root = import.meta.dirname

/** Bundles the pages of this folder (the window, the conformance page, the recorder) into `folder`. */
export async function buildPages(folder: string): Promise<void> {
  const input = ['page/host.html', 'conformance/conformance.html', 'recorder/record.html'].filter((path) =>
    readdirSync(join(root, path, '..')).includes(path.split('/')[1] ?? ''),
  )
  await build({
    root,
    base: '/',
    logLevel: 'error',
    configFile: false,
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: input.map((path) => join(root, path)) },
    },
  })
}
