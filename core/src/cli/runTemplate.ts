import { basename } from 'node:path'

import { parseIsoDay } from '../calendar/index.ts'
import { readLedger } from '../ledger/index.ts'
import type { Policy } from '../policy/index.ts'
import { kindAt, numberAt, type Sheet, textAt, type Workbook } from '../table/index.ts'
import { hideOwnCells, openWorkbook } from '../workbook/index.ts'
import { nodeCodec, readBytes, readLegacyApart } from '../workbook/node/index.ts'
import {
  identifyTemplate,
  moveLedger,
  moveWords,
  type MoveProblem,
  packOfTemplate,
  readSettings,
  readyRows,
  writeTemplate,
} from '../workbook/template/index.ts'
import type { FileError } from './fileReport.ts'
import { findLedgerFiles } from './findLedgerFiles.ts'
import { loadPacks } from './policyFiles.ts'
import { policyInForce } from './policyInForce.ts'
import { errorLine } from './printTotals.ts'
import type { Terminal } from './runCheck.ts'
import { readTemplateArguments, type TemplateArguments, type TemplateCommand } from './templateArguments.ts'
import { templateMessages as words } from './templateMessages.ts'
import { today } from './today.ts'
import { refuseOutput, writeWhole } from './writeAnnotated.ts'

/** `postloan template`, `upgrade`, `merge`: 0 done, 1 done and something to look at, 2 not done. */
export async function runTemplate(
  command: TemplateCommand,
  args: readonly string[],
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const read = readTemplateArguments(command, args)
  if (!read.ok) {
    await terminal.log.write(`${read.message}\n`)
    return 2
  }
  const { given } = read
  if (given === 'help') {
    await terminal.out.write(`${words.help[command]}\n`)
    return 0
  }
  const packs = await loadPacks(given.policies, given.trust, { pin: true })
  for (const line of packs.said) await terminal.log.write(`${line}\n`)
  if (packs.errors.length > 0) return refuse(packs.errors, terminal)
  const policy = policyInForce(packs.layers)
  const found = await findLedgerFiles(given.paths)
  const refused = await refuseOutput(given.output, found.files, given.force)
  if (refused) return refuse([{ file: given.output, ...refused }], terminal)
  if (command !== 'template') return moveFiles(found, given, policy, terminal)
  const ready = given.rows === null ? readyRows : { ...readyRows, loans: given.rows }
  const { bytes, carried } = await writeTemplate(policy, nodeCodec(), { issued: parseIsoDay(today()), ready })
  const failed = await writeWhole(given.output, bytes, given.force)
  if (failed) return refuse([{ file: given.output, ...failed }], terminal)
  const rules = new Set(carried.map(({ rule }) => rule)).size
  await terminal.out.write(`${words.written(given.output)}\n${words.carried(rules, carried.length)}\n`)
  return 0
}

/** The most rows of loans that one workbook of formulas can bear. */
const mostRows = 20_000

/** Filled templates, of any version, into one of today's. What cannot be read of one file stops no other. */
async function moveFiles(
  { files, errors: missing }: { readonly files: readonly string[]; readonly errors: readonly FileError[] },
  given: TemplateArguments,
  policy: Policy,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const errors: FileError[] = [...missing]
  const workbooks: Workbook[] = []
  // files of the same name in several folders are told apart
  const nameOf = (path: string): string =>
    files.some((other) => other !== path && basename(other) === basename(path)) ? path : basename(path)
  for (const path of files) {
    const read = await readBytes(path)
    const opened = read.ok
      ? await openWorkbook(read.bytes, nameOf(path), nodeCodec(), { readLegacy: readLegacyApart })
      : read
    if (opened.ok && 'workbook' in opened) workbooks.push(opened.workbook)
    else if (!opened.ok) errors.push({ file: path, code: opened.error.code, message: opened.error.message })
  }
  if (workbooks.length === 0) return refuse(errors, terminal)
  const { fields, codeLists } = policy
  const ledger = readLedger(workbooks.map(hideOwnCells), { fields, codeLists })
  const moved = moveLedger(ledger, policy, cellReader(workbooks))
  const loans = moved.filled.借据?.rows.length ?? 0
  if (loans > mostRows)
    return refuse([{ file: given.output, code: 'tooMany', message: words.tooMany(loans) }], terminal)
  const settings = workbooks.length === 1 && workbooks[0] ? readSettings(workbooks[0], policy) : undefined
  const settingProblems = workbooks.flatMap((workbook) =>
    packOfTemplate(workbook, policy).problems.map((one) => ({ ...one, file: workbook.fileName })),
  )
  const problems: readonly Pick<MoveProblem, 'file' | 'sheet' | 'cell' | 'message'>[] = [
    ...errors.map(({ file, message }) => ({ file, sheet: '', cell: '', message })),
    ...moved.problems,
    ...settingProblems,
  ]
  const { bytes } = await writeTemplate(policy, nodeCodec(), {
    issued: parseIsoDay(today()),
    filled: moved.filled,
    lists: [
      ...(problems.length === 0
        ? []
        : [
            {
              name: moveWords.problemsSheet,
              header: moveWords.problemsHeader,
              rows: problems.map(({ file, sheet, cell, message }) => [file, sheet, cell, message]),
            },
          ]),
      ...(moved.kept.length === 0
        ? []
        : [
            {
              name: moveWords.keptSheet,
              header: moveWords.keptHeader,
              rows: moved.kept.map(({ file, sheet, row, header, value }) => [
                file,
                sheet,
                row,
                header,
                value,
              ]),
            },
          ]),
    ],
    ...(settings ? { settings, settingProblems } : {}),
  })
  const failed = await writeWhole(given.output, bytes, given.force)
  if (failed) return refuse([{ file: given.output, ...failed }], terminal)
  const lines = workbooks.map((workbook) => {
    const identity = identifyTemplate(workbook)
    const rows = ledger.tables
      .filter(({ file }) => file === workbook.fileName)
      .reduce((sum, { rowCount }) => sum + rowCount, 0)
    return words.from(workbook.fileName, identity ? words.version(identity.format) : words.noTemplate, rows)
  })
  const shown = problems.slice(0, 40).map(({ file, sheet, cell, message }) =>
    // what is quoted from a file must not steer the terminal
    words.problem([file, sheet, cell].filter(Boolean).join(' '), message).replaceAll(/\p{Cc}/gu, '�'),
  )
  const more = problems.length > shown.length ? [words.more(problems.length - shown.length)] : []
  const total = words.total(moved.rows, moved.kept.length, problems.length)
  await terminal.out.write(
    `${[...lines, total, ...shown, ...more, words.written(given.output)].join('\n')}\n`,
  )
  return problems.length > 0 ? 1 : 0
}

/** Cells as they were written, by file, sheet and the sheet's own row number. */
function cellReader(
  workbooks: readonly Workbook[],
): (file: string, sheet: string, row: number, column: number) => string | number | null {
  const sheets = new Map<string, Sheet>()
  for (const { fileName, sheets: all } of workbooks)
    for (const sheet of all) sheets.set(`${fileName}\n${sheet.name}`, sheet)
  return (file, name, row, column) => {
    const sheet = sheets.get(`${file}\n${name}`)
    if (!sheet || kindAt(sheet, row - 1, column) === 0) return null
    return textAt(sheet, row - 1, column) ?? numberAt(sheet, row - 1, column)
  }
}

async function refuse(errors: readonly FileError[], terminal: Terminal): Promise<2> {
  await terminal.log.write(`${errors.map(errorLine).join('\n')}\n`)
  return 2
}
