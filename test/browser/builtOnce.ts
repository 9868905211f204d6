import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * A folder that `make` fills: once from the same sources, so that one build serves every test file. It is not to be
 * changed. What older sources left is taken away.
 *
 * @param name of what is built, in the folder's name
 * @param sources folders of this repository that it is built from
 * @returns the folder's path
 * @throws what `make` throws; nothing is kept then
 */
export async function builtOnce(
  name: string,
  sources: readonly string[],
  make: (out: string) => Promise<void> | void,
): Promise<string> {
  const builds = `postloan-built-${name}-`
  const folder = join(tmpdir(), `${builds}${stampOf(sources)}`)
  if (!existsSync(folder)) {
    const out = mkdtempSync(join(tmpdir(), `postloan-${name}-`))
    try {
      await make(out)
      renameSync(out, folder)
    } catch (error) {
      rmSync(out, { recursive: true, force: true })
      // another test file may have been quicker with the same sources
      if (!existsSync(folder)) throw error
    }
  }
  removeOldBuilds(builds, folder)
  return folder
}

function removeOldBuilds(builds: string, current: string): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(builds))) {
    const folder = join(tmpdir(), name)
    const hours = (Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0)) / 3_600_000
    // a run of other sources may still be going on
    if (folder !== current && hours > 3) rmSync(folder, { recursive: true, force: true })
  }
}

/** Changes with any source file, with what is installed, and with the Node that builds. */
function stampOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
    .update(process.version)
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
  const look = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (/^(node_modules|dist|\.output|\.wxt|docs)$|\.test\.tsx?$|\.tsbuildinfo$/u.test(entry.name)) continue
      const path = join(folder, entry.name)
      const { mtimeMs, size } = statSync(path)
      if (entry.isDirectory()) look(path)
      else hash.update(`${path} ${mtimeMs} ${size}\n`)
    }
  }
  for (const source of sources) look(join(root, source))
  return hash.digest('hex').slice(0, 16)
}
