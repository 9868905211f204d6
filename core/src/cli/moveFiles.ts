import { basename } from 'node:path'

import { parseIsoDay } from '../calendar/index.ts'
import type { Policy } from '../policy/index.ts'
import { openWorkbook } from '../workbook/index.ts'
import { nodeCodec, readBytes, readLegacyApart } from '../workbook/node/index.ts'
import { type MergedTemplates, type MergeSource, mergeTemplates } from '../workbook/template/index.ts'
import { askedFor } from './commandLine.ts'
import type { FileError } from './fileReport.ts'
import { findLedgerFiles } from './findLedgerFiles.ts'
import { openPolicy } from './openPolicy.ts'
import { refuseFiles } from './refuse.ts'
import type { Terminal } from './runCheck.ts'
import { readTemplateArguments, type TemplateArguments } from './templateArguments.ts'
import { templateMessages as words } from './templateMessages.ts'
import { today } from './today.ts'
import { refuseOutput, writeWhole } from './writeAnnotated.ts'

/** `postloan upgrade`: one filled template, or any other ledger, into today's template. */
export const runUpgrade = (args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> =>
  run('upgrade', args, terminal)

/** `postloan merge`: many into one, each row with the file and row it comes from. */
export const runMerge = (args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> =>
  run('merge', args, terminal)

/** 0 done, 1 done and something to look at, 2 not done. */
async function run(
  command: 'upgrade' | 'merge',
  args: readonly string[],
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const asked = await askedFor(readTemplateArguments(command, args), words.help[command], terminal)
  if (!asked.go) return asked.code
  const { given } = asked
  const opened = await openPolicy(given, terminal)
  if (!opened.ok) return refuseFiles(terminal, opened.errors)
  const found = await findLedgerFiles(given.paths)
  const refused = await refuseOutput(given.output, found.files, given.force)
  if (refused) return refuseFiles(terminal, [{ file: given.output, ...refused }])
  for (const line of found.leftOut) await terminal.log.write(`${line}\n`)
  return moveFiles(found, given, opened.policy, terminal)
}

const problemsShown = 40
const changesShown = 15

/** Filled templates, of any version, into one of today's. What cannot be read of one file stops no other. */
async function moveFiles(
  { files, errors: missing }: { readonly files: readonly string[]; readonly errors: readonly FileError[] },
  { output, force }: TemplateArguments,
  policy: Policy,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const errors: FileError[] = [...missing]
  const sources: MergeSource[] = []
  // files of the same name in several folders are told apart
  const nameOf = (path: string): string =>
    files.some((other) => other !== path && basename(other) === basename(path)) ? path : basename(path)
  for (const path of files) {
    const read = await readBytes(path)
    const opened = read.ok
      ? await openWorkbook(read.bytes, nameOf(path), nodeCodec(), { readLegacy: readLegacyApart })
      : read
    if (read.ok && opened.ok && 'workbook' in opened)
      sources.push({ workbook: opened.workbook, bytes: read.bytes })
    else if (!opened.ok) errors.push({ file: path, code: opened.error.code, message: opened.error.message })
  }
  if (sources.length === 0) return refuseFiles(terminal, errors)
  const merged = await mergeTemplates(sources, policy, nodeCodec(), {
    issued: parseIsoDay(today()),
    failed: errors.map(({ file, message }) => ({ file, sheet: '', cell: '', message })),
  })
  if (!merged.bytes)
    return refuseFiles(terminal, [{ file: output, code: 'tooMany', message: words.tooMany(merged.loans) }])
  const failed = await writeWhole(output, merged.bytes, force)
  if (failed) return refuseFiles(terminal, [{ file: output, ...failed }])
  await terminal.out.write(`${[...linesOf(merged), words.written(output)].join('\n')}\n`)
  return merged.problems.length > 0 ? 1 : 0
}

function linesOf({ files, rows, kept, problems, changes }: MergedTemplates): string[] {
  const shown = problems.slice(0, problemsShown).map(({ file, sheet, cell, message }) =>
    // what is quoted from a file must not steer the terminal
    words.problem([file, sheet, cell].filter(Boolean).join(' '), message).replaceAll(/\p{Cc}/gu, '�'),
  )
  const more = problems.length - shown.length
  return [
    ...files.map(({ file, format, rows: own }) =>
      words.from(file, format === null ? words.noTemplate : words.version(format), own),
    ),
    ...changes.slice(0, changesShown).map(({ what, text }) => words.change(what, text)),
    ...(changes.length > changesShown ? [words.moreChanges(changes.length - changesShown)] : []),
    words.total(rows, kept, problems.length),
    ...shown,
    ...(more > 0 ? [words.more(more)] : []),
  ]
}
