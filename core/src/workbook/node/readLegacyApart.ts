import { Worker } from 'node:worker_threads'

import type { Workbook } from '../../table/index.ts'
import type { ReadLegacy } from '../read/readBySheetjs.ts'
import { WorkbookFault } from '../workbookError.ts'
import type { LegacyAnswer, LegacyOrder } from './legacyWorker.ts'

/** For what `least` and `perMegabyte` of the file allow together, and no more than `most`. */
interface Allowance {
  readonly least: number
  readonly perMegabyte: number
  readonly most: number
}

export interface LegacyLimits {
  /** Megabytes. */
  readonly heap: Allowance
  /** Milliseconds. A sound file of a megabyte takes about one second. */
  readonly time: Allowance
}

const usual: LegacyLimits = {
  heap: { least: 512, perMegabyte: 60, most: 4096 },
  time: { least: 60_000, perMegabyte: 5_000, most: 600_000 },
}

/**
 * Reads a legacy file in a thread of its own with a limit on memory and time: what the library allocates goes by what
 * the file says of itself, and one damaged byte may say a billion rows.
 * @throws WorkbookFault like the reader itself, and `tooMuchMemory` or `tooSlow` where the limit is met.
 */
export const readLegacyApart: ReadLegacy = (source, format, fileName) =>
  readLegacyWithin(usual, source, format, fileName)

/** The same within limits of one's own. */
export function readLegacyWithin(
  limits: LegacyLimits,
  ...[source, format, fileName]: Parameters<ReadLegacy>
): Promise<Workbook> {
  const allowed = ({ least, perMegabyte, most }: Allowance): number =>
    Math.round(Math.min(most, least + (perMegabyte * source.length) / 2 ** 20))
  const worker = new Worker(new URL('./legacyWorker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: allowed(limits.heap) },
    // what the library prints on the way is no concern of the user's
    stderr: true,
    stdout: true,
  })
  return new Promise<Workbook>((settle, fail) => {
    const timer = setTimeout(() => end(() => fail(new WorkbookFault('tooSlow'))), allowed(limits.time))
    const end = (then: () => void): void => {
      clearTimeout(timer)
      worker.removeAllListeners()
      void worker.terminate()
      then()
    }
    worker.on('message', (answer: LegacyAnswer) =>
      end(() => (answer.ok ? settle(answer.workbook) : fail(new WorkbookFault(answer.code)))),
    )
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end(() => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkbookFault('tooMuchMemory') : error)),
    )
    worker.on('exit', () => end(() => fail(new WorkbookFault('corruptPart'))))
    const order: LegacyOrder = { source, format, fileName }
    worker.postMessage(order, [])
  })
}
