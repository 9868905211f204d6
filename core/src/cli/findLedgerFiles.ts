import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'

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
}

/** Files as named; folders with all that is below them. Excel's lock files, hidden files and our own copies are left out. */
export async function findLedgerFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files: string[] = []
  const errors: FileError[] = []
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (!info) errors.push({ file: path, code: 'fileMissing', message: messages.errors.fileMissing(path) })
    else if (!info.isDirectory()) files.push(path)
    else {
      const found = await filesBelow(path)
      if (found.length === 0) {
        errors.push({ file: path, code: 'emptyFolder', message: messages.errors.emptyFolder(path) })
      }
      files.push(...found)
    }
  }
  return { files: [...new Set(files)], errors }
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
