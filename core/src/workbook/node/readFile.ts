import { open } from 'node:fs/promises'
import { basename } from 'node:path'

import { type OpenOptions, type WorkbookOpening, openWorkbook } from '../read/openWorkbook.ts'
import { type WorkbookError, type WorkbookErrorCode, workbookError } from '../workbookError.ts'
import { nodeCodec } from './codec.ts'
import { readLegacyApart } from './readLegacyApart.ts'

/** What the system says about a file that cannot be read, and how we say it. */
const systemErrors: Readonly<Record<string, WorkbookErrorCode>> = {
  ENOENT: 'fileMissing',
  ENOTDIR: 'fileMissing',
  EACCES: 'fileNotReadable',
  EPERM: 'fileNotReadable',
  EBUSY: 'fileBusy',
  EISDIR: 'isFolder',
}

export type FileReading =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly error: WorkbookError }

/**
 * Reads the bytes of a file, which is opened for reading only. A file that changes meanwhile, is open elsewhere under
 * a lock, is a folder or Excel's own `~$` file gives an error with its own words; only a bug throws.
 */
export async function readBytes(path: string): Promise<FileReading> {
  const fail = (code: WorkbookErrorCode): FileReading => ({ ok: false, error: workbookError(code, path) })
  if (basename(path).startsWith('~$')) return fail('lockFile')
  try {
    const file = await open(path, 'r')
    try {
      const before = await file.stat()
      if (before.isDirectory()) return fail('isFolder')
      const bytes = await file.readFile()
      const after = await file.stat()
      const changed =
        before.mtimeMs !== after.mtimeMs || before.size !== after.size || bytes.length !== after.size
      return changed ? fail('fileChanging') : { ok: true, bytes }
    } finally {
      await file.close()
    }
  } catch (caught) {
    const code = caught instanceof Error && 'code' in caught ? systemErrors[String(caught.code)] : undefined
    if (code === undefined) throw caught
    return fail(code)
  }
}

/** Reads a ledger file from disk. See `openWorkbook`; the workbook carries the file's bare name, an error the path. */
export async function readWorkbookFile(path: string, options: OpenOptions = {}): Promise<WorkbookOpening> {
  const reading = await readBytes(path)
  if (!reading.ok) return reading
  const opening = await openWorkbook(reading.bytes, basename(path), nodeCodec(), {
    readLegacy: readLegacyApart,
    ...options,
  })
  return opening.ok ? opening : { ok: false, error: { ...opening.error, file: path } }
}
