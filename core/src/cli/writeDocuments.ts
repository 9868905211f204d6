import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

import { documentKinds, kindOf, type DocumentDesk } from '../documents/index.ts'
import type { ProgressBar } from './progressBar.ts'
import { indexOf, type IndexLine } from './reportIndex.ts'
import type { PlacedJob } from './reportJobs.ts'
import { reportMessages as words } from './reportMessages.ts'
import type { Terminal } from './runCheck.ts'
import { writeWhole } from './writeAnnotated.ts'

/** One after the other, each whole or not at all; what an interruption left is listed. 0 all written, 1 not all. */
export async function writeDocuments(
  jobs: readonly PlacedJob[],
  desk: DocumentDesk,
  {
    output,
    indexPath,
    force,
  }: { readonly output: string; readonly indexPath: string; readonly force: boolean },
  terminal: Terminal,
  bar: ProgressBar,
): Promise<0 | 1> {
  const lines: IndexLine[] = []
  const failed: string[] = []
  let stopped = false
  const stop = (): void => {
    stopped = true
  }
  process.once('SIGINT', stop)
  try {
    for (const [at, { kind, place, because, path }] of jobs.entries()) {
      if (stopped) break
      bar.show(at / jobs.length, words.writing(at, jobs.length))
      const making = await desk.make(kind, place)
      if (!making.ok) {
        failed.push(words.notMadeLine(kindOf(kind).name, making.message))
        continue
      }
      await mkdir(dirname(path), { recursive: true })
      const refused = await writeWhole(path, making.document.bytes, force)
      if (refused) failed.push(words.notMadeLine(kindOf(kind).name, refused.message))
      else
        lines.push({
          document: making.document,
          because,
          path: path.slice(output.length).replace(/^[\\/]/, ''),
        })
    }
    bar.clear()
    await mkdir(output, { recursive: true })
    const refused = await writeWhole(indexPath, indexOf(lines), force)
    if (refused) failed.push(words.notMadeLine(words.indexName, refused.message))
  } finally {
    process.off('SIGINT', stop)
  }
  const counts = documentKinds.flatMap(({ id, name }) => {
    const count = lines.filter(({ document }) => document.kind === id).length
    return count > 0 ? [words.kindLine(name, count)] : []
  })
  const toSupply = lines.filter(({ document }) => document.missing.length > 0).length
  const customers = new Set(lines.map(({ document }) => document.customer)).size
  const told = [
    ...(stopped ? [words.stopped(lines.length, jobs.length)] : []),
    words.written(lines.length, customers, output),
    ...counts,
    ...(toSupply > 0 ? [words.missing(toSupply)] : []),
    words.index(indexPath),
    ...(failed.length > 0 ? [words.notMade(failed.length), ...failed] : []),
  ]
  await terminal.out.write(`${told.join('\n').replaceAll(/[^\P{Cc}\n]/gu, '�')}\n`)
  return failed.length > 0 || stopped ? 1 : 0
}
