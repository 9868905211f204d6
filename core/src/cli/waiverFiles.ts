import { basename, dirname, extname, join } from 'node:path'

import {
  emptyWaiverFile,
  mergeWaivers,
  readWaivers,
  waiverText,
  type WaiverFile,
} from '../check/waivers/index.ts'
import { readBytes } from '../workbook/node/index.ts'
import type { FileError } from './fileReport.ts'
import { waiverMessages as words } from './waiverMessages.ts'
import { exists, writeWhole } from './writeAnnotated.ts'

/** Ends the name of the waivers file beside a ledger. */
export const waiverExtension = '.postloan-waivers.json'

/** `台账.xlsx` has its waivers in `台账.postloan-waivers.json`. */
export function waiverFileBeside(ledger: string): string {
  return join(dirname(ledger), `${basename(ledger, extname(ledger))}${waiverExtension}`)
}

export type LoadedWaivers =
  | {
      readonly ok: true
      /** Null where there is no waivers file at all. */
      readonly file: WaiverFile | null
      readonly paths: readonly string[]
      /** In Chinese: entries that stand in two files and differ. */
      readonly conflicts: readonly string[]
    }
  | { readonly ok: false; readonly error: FileError }

/** The waivers for some ledgers: the files named, and those that lie beside the ledgers. */
export async function loadWaivers(
  ledgers: readonly string[],
  named: readonly string[],
): Promise<LoadedWaivers> {
  const beside: string[] = []
  for (const path of ledgers.map(waiverFileBeside)) if (await exists(path)) beside.push(path)
  const paths = [...new Set([...named, ...beside])]
  const files: WaiverFile[] = []
  for (const path of paths) {
    const read = await openWaivers(path)
    if (!read.ok) return read
    files.push(read.file)
  }
  const { file, conflicts } = mergeWaivers(files)
  return { ok: true, file: files.length > 0 ? file : null, paths, conflicts }
}

export type OpenedWaivers =
  | { readonly ok: true; readonly file: WaiverFile; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly error: FileError }

export async function openWaivers(path: string): Promise<OpenedWaivers> {
  const read = await readBytes(path)
  if (!read.ok) {
    const { code, message } = read.error
    return { ok: false, error: { file: path, code, message: words.refused(path, [message], 1) } }
  }
  const parsed = readWaivers(read.bytes)
  if (parsed.ok) return { ok: true, file: parsed.file, bytes: read.bytes }
  const lines = parsed.problems.map(({ line, column, message }) =>
    // what is quoted from a file must not steer the terminal
    (line === 0 ? message : `${words.place(line, column)} ${message}`).replaceAll(/\p{Cc}/gu, '�'),
  )
  const message = words.refused(path, lines.slice(0, 3), lines.length)
  return { ok: false, error: { file: path, code: 'waiversUnreadable', message } }
}

export type WaiverChange =
  | { readonly ok: true; readonly file: WaiverFile }
  | { readonly ok: false; readonly code: string; readonly message: string }

/**
 * Changes a waivers file, or begins one. Written whole or not at all; a file that cannot be read is left alone, and one
 * that somebody else wrote in the meantime is not written over.
 */
export async function changeWaivers(
  path: string,
  change: (file: WaiverFile) => WaiverChange,
): Promise<FileError | null> {
  const isThere = await exists(path)
  const opened = isThere ? await openWaivers(path) : null
  if (opened && !opened.ok) return opened.error
  const changed = change(opened?.file ?? emptyWaiverFile())
  if (!changed.ok) return { file: path, code: changed.code, message: changed.message }
  const content = new TextEncoder().encode(waiverText(changed.file))
  // what is written must be readable again: free text of the command line goes through the same door
  const again = readWaivers(content)
  if (!again.ok) {
    const lines = again.problems.map(({ message }) => message)
    return { file: path, code: 'waiverRefused', message: words.notWritten(lines) }
  }
  if (opened?.ok) {
    const now = await readBytes(path)
    if (!now.ok || Buffer.compare(now.bytes, opened.bytes) !== 0) {
      return { file: path, code: 'waiversBusy', message: words.changedMeanwhile(path) }
    }
  }
  const refused = await writeWhole(path, content, isThere)
  return refused ? { file: path, ...refused } : null
}
