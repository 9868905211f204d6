import { rename, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'

import { annotateWorkbook, writeAnnotationWorkbook, type AnnotationPlan } from '../workbook/index.ts'
import { nodeCodec } from '../workbook/node/index.ts'
import { writeVerdicts, type RuleVerdict } from '../workbook/template/index.ts'
import type { FileError, WrittenFile } from './fileReport.ts'
import { messages } from './messages.ts'

interface Refusal {
  readonly code: string
  readonly message: string
}

/** Why nothing may be written there; null where it may. Asked before the ledger is read, so that nobody waits for a no. */
export async function refuseOutput(
  output: string,
  inputs: readonly string[],
  force: boolean,
): Promise<Refusal | null> {
  if (inputs.some((input) => resolve(input) === resolve(output))) {
    return { code: 'outputIsInput', message: messages.errors.outputIsInput(output) }
  }
  if (!force && (await exists(output)))
    return { code: 'outputExists', message: messages.errors.outputExists(output) }
  return null
}

/** Where the annotated copy of a file goes: the name given, or beside others in a folder. */
export function outputFor(input: string, output: string, intoFolder: boolean): string {
  const extension = /^\.xls[xm]$/i.test(extname(input)) ? extname(input) : '.xlsx'
  if (intoFolder) return join(output, `${basename(input, extname(input))}${outputMark}${extension}`)
  // a workbook with macros under the other name would not open
  return extension.toLowerCase() === '.xlsm' ? output.replace(/\.xlsx$/i, '.xlsm') : output
}

/** Ends the names of our copies in a folder; such files are not checked again. */
export const outputMark = '-检查结果'

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Writes whole or not at all; without `force` never over something that is there. */
export async function writeWhole(
  path: string,
  content: Uint8Array | readonly Uint8Array[],
  force: boolean,
): Promise<Refusal | null> {
  // an array of numbers would be written one number at a time
  const pieces = content instanceof Uint8Array ? [content] : content
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    if (!force) await writeFile(path, pieces, { flag: 'wx' })
    else {
      await writeFile(unfinished, pieces)
      await rename(unfinished, path)
    }
    return null
  } catch (caught) {
    await unlink(unfinished).catch(() => {})
    const code = caught instanceof Error && 'code' in caught ? String(caught.code) : ''
    if (code === 'EEXIST') return { code: 'outputExists', message: messages.errors.outputExists(path) }
    if (code === '') throw caught
    return { code: 'outputBusy', message: messages.errors.outputBusy(path) }
  }
}

export interface InputFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** What is said beside the own rules of a standard template. */
  readonly verdicts?: readonly RuleVerdict[]
}

interface WriteResult {
  readonly written: WrittenFile | null
  readonly writeError: FileError | null
}

/**
 * Writes the annotated copy. A file that must not be saved again (signed, encrypted, .xls, .csv …), or several files
 * checked as one, get their annotations in a workbook of their own.
 */
export async function writeAnnotated(
  output: string,
  files: readonly InputFile[],
  plan: AnnotationPlan,
  force: boolean,
): Promise<WriteResult> {
  const [file, second] = files
  let apart: string | null = second ? messages.report.severalFiles : null
  let pieces: readonly Uint8Array[] | null = null
  if (file && apart === null) {
    const annotated = await annotateWorkbook(file.bytes, plan, nodeCodec(), { fileName: basename(file.path) })
    if (annotated.ok)
      pieces =
        file.verdicts && file.verdicts.length > 0
          ? [await writeVerdicts(annotated.bytes, file.verdicts, nodeCodec())]
          : annotated.pieces
    else apart = annotated.error.message
  }
  pieces ??= [await writeAnnotationWorkbook(plan, nodeCodec())]
  const path = apart === null ? output : output.replace(/\.xlsm$/i, '.xlsx')
  const refused = await writeWhole(path, pieces, force)
  if (refused)
    return { written: null, writeError: { file: files.map((one) => one.path).join(' + '), ...refused } }
  return { written: { path, apart }, writeError: null }
}
