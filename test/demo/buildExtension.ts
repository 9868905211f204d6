import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const extension = join(import.meta.dirname, '../../extension')

/** Builds the extension for the practice system's host alone; gives the folder to load, or null with what was said. */
export function buildExtension(folder: string): { readonly folder: string | null; readonly said: string } {
  const built = spawnSync(
    process.execPath,
    [join(extension, 'build.ts'), '--browser', 'chrome', '--hosts', 'http://localhost/*', '--out', folder],
    { encoding: 'utf8' },
  )
  if (built.status === 0) return { folder: join(folder, 'chrome-mv3'), said: '' }
  return { folder: null, said: `${built.stdout}${built.stderr}`.trim() }
}
