import { parentPort } from 'node:worker_threads'

import type { Workbook } from '../../table/index.ts'
import { readBySheetjs, type LegacyFormat } from '../read/readBySheetjs.ts'
import { WorkbookFault, type WorkbookErrorCode } from '../workbookError.ts'
import { nodeCodec } from './codec.ts'

export interface LegacyOrder {
  readonly source: Uint8Array | string
  readonly format: LegacyFormat
  readonly fileName: string
}

export type LegacyAnswer =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly code: WorkbookErrorCode }

const port = parentPort
if (port) {
  port.once(
    'message',
    (order: LegacyOrder) =>
      void answerTo(order).then(([answer, handedOver]) => port.postMessage(answer, handedOver)),
  )
}

/** The workbook, and the columns in it, which are handed over and not copied. What is a bug is thrown. */
async function answerTo({
  source,
  format,
  fileName,
}: LegacyOrder): Promise<readonly [LegacyAnswer, ArrayBuffer[]]> {
  try {
    const workbook = await readBySheetjs(source, format, fileName, nodeCodec())
    return [{ ok: true, workbook }, [...buffersOf(workbook)]]
  } catch (caught) {
    if (!(caught instanceof WorkbookFault)) throw caught
    return [{ ok: false, code: caught.code }, []]
  }
}

function buffersOf({ sheets }: Workbook): Set<ArrayBuffer> {
  const buffers = new Set<ArrayBuffer>()
  for (const column of sheets.flatMap(({ columns }) => columns)) {
    for (const cells of column ? [column.kinds, column.values] : []) {
      if (cells.buffer instanceof ArrayBuffer) buffers.add(cells.buffer)
    }
  }
  return buffers
}
