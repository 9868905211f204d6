import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'

import { isOwnReport } from '../workbook/folder/index.ts'
import { nodeCodec, readBytes } from '../workbook/node/index.ts'
import type { FileError } from './fileReport.ts'
import { messages } from './messages.ts'
import { outputMark } from './writeAnnotated.ts'

const ledgerExtensions: ReadonlySet<string> = new Set([
  '.xlsx',
  '.xlsm',
  '.xls',
  '.xlsb',
  '.et',
  '.ods',
  '.csv',
  '.tsv',
])

export interface FoundFiles {
  readonly files: readonly string[]
  readonly errors: readonly FileError[]
  /** What was not taken though it looks like a ledger, as lines to be told. */
  readonly leftOut: readonly string[]
}

/**
 * Files as named; folders with all that is below them. Excel's lock files, hidden files and our own copies are left out,
 * and of several files those that are summaries or comparisons of ours.
 */
export async function findLedgerFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files: string[] = []
  const errors: FileError[] = []
  const leftOut: string[] = []
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (!info) errors.push({ file: path, code: 'fileMissing', message: messages.errors.fileMissing(path) })
    else if (!info.isDirectory()) {
      if (paths.length > 1 && (await isOurs(path))) leftOut.push(messages.ownReport(path))
      else files.push(path)
    } else {
      const found: string[] = []
      for (const file of await filesBelow(path)) {
        if (await isOurs(file)) leftOut.push(messages.ownReport(file))
        else found.push(file)
      }
      if (found.length === 0) {
        errors.push({ file: path, code: 'emptyFolder', message: messages.errors.emptyFolder(path) })
      }
      files.push(...found)
    }
  }
  return { files: [...new Set(files)], errors, leftOut }
}

/** A report of ours has the worklist at most; a larger file is not read twice. */
const largestReport = 16_000_000

async function isOurs(path: string): Promise<boolean> {
  if (extname(path).toLowerCase() !== '.xlsx') return false
  const info = await stat(path).catch(() => null)
  if (!info || info.size > largestReport) return false
  const read = await readBytes(path)
  return read.ok && isOwnReport(read.bytes, nodeCodec())
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && isLedgerName(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))
}

function isLedgerName(name: string): boolean {
  if (name.startsWith('~$') || name.startsWith('.')) return false
  const extension = extname(name).toLowerCase()
  return ledgerExtensions.has(extension) && !basename(name, extname(name)).endsWith(outputMark)
}
