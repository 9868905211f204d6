import { formatIsoDay } from '../../calendar/index.ts'
import { judgeBySheet, type LeftCase } from '../../check/excel/index.ts'
import { fingerprintPolicy } from '../../check/index.ts'
import type { Policy, TableName } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import type { Codec } from '../zip/index.ts'
import type { Book, BookSheet } from './book.ts'
import { catalogueSheet } from './catalogueSheet.ts'
import { codesSheet } from './codesSheet.ts'
import { type FilledSheet, loanSheet, registerSheet } from './dataSheets.ts'
import { customerNamesName, loanNumbersName } from './fieldValidation.ts'
import { type FormContent, withContents } from './formContents.ts'
import { templateForms } from './formSheets.ts'
import { guideSheet } from './guideSheet.ts'
import { judgingData } from './judgingSheet.ts'
import { liveColumns } from './liveColumns.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { firstDataRow, registerSheets, sheetNames, templateFormat, templateId } from './names.ts'
import { ownRulesSheet } from './ownRulesSheet.ts'
import { parameterCellOf, parameterRows, parametersSheet } from './parametersSheet.ts'
import type { WrittenSettings } from './readTemplate.ts'
import { recordSheet } from './recordSheet.ts'
import { summarySheet } from './summarySheet.ts'
import { placeRegisterColumns, type ReadyRows, templateGround } from './templateGround.ts'
import { workSheet } from './workSheet.ts'
import { writeBook } from './writeBook.ts'

export interface TemplateOptions {
  /** Day number on which the template is issued. */
  readonly issued: number
  /** Loans and rows of each register that are ready to be filled. */
  readonly ready?: ReadyRows
  /** What is already in it: rows by table. */
  readonly filled?: Readonly<Partial<Record<TableName, FilledSheet>>>
  /** Lists at the end: what did not fit, what a person has to look at. */
  readonly lists?: readonly TemplateList[]
  /** What a lead wrote, carried over. */
  readonly settings?: WrittenSettings
  /** What stood in the forms. */
  readonly forms?: readonly FormContent[]
}

export interface TemplateList {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export interface WrittenTemplate {
  readonly bytes: Uint8Array
  /** Rules and cases that the formulas check. */
  readonly carried: readonly { readonly rule: string; readonly case: string }[]
  readonly left: readonly LeftCase[]
}

const noSettings: WrittenSettings = { settings: [], rules: [] }

export const readyRows: ReadyRows = { loans: 1000, register: 500 }

/** The standard workbook of a policy, as the bytes of an .xlsx file. */
export async function writeTemplate(
  policy: Policy,
  codec: Codec,
  options: TemplateOptions,
): Promise<WrittenTemplate> {
  const { issued, filled = {}, lists = [], settings = noSettings } = options
  const ready = roomFor(options.ready ?? readyRows, filled)
  const parameters = parameterRows(policy)
  const { ground, side, loans } = templateGround(policy, ready, parameterCellOf(parameters))
  const judging = judgeBySheet(policy, ground)
  const firstCheck = parameterCellOf(parameters)('firstCheckDays', 0) ?? '30'
  const live = liveColumns(judging, loans, firstCheck)
  const fingerprint = fingerprintPolicy(policy)
  const identity = [
    templateWords.title,
    String(templateFormat),
    `${policy.id} ${policy.version}`,
    fingerprint.slice(0, 16),
    formatIsoDay(issued),
  ]
  const registers = Object.keys(registerSheets) as TableName[]
  const codes = codesSheet(policy, codeListsUsed(policy, registers, loans))
  const last = firstDataRow + ready.loans - 1
  const judgingSheet: BookSheet = {
    name: sheetNames.judging,
    state: 'hidden',
    columns: [],
    cells: [],
    data: judgingData(judging, live.columns, side, ground.rows),
  }
  const views = { loans, live, judging, ready }
  const forms = withContents(templateForms(policy, ready, fingerprint), options.forms ?? [])
  const record = recordSheet({ policy, fingerprint, issued, loans, registers, ready })
  const sheets = [
    guideSheet(judging, identity),
    loanSheet(loans, ready, live, filled.借据),
    ...registers.map((table) => registerSheet(policy, table, ready, filled[table])),
    summarySheet(views),
    workSheet(views),
    ...forms,
    parametersSheet(policy, parameters, settings.settings),
    ownRulesSheet(settings.rules),
    catalogueSheet(policy, judging, ground.rows),
    ...lists.map(listSheet),
    codes.sheet,
    judgingSheet,
    record,
  ]
  const numbers = `${sheetNames.loans}!$A$${firstDataRow}:$A$${last}`
  const nameColumn = columnLetters(loans.find(({ field }) => field.key === 'customerName')?.column ?? 1)
  const book: Book = {
    title: templateWords.title,
    sheets,
    names: [
      ...codes.names,
      { name: loanNumbersName, refersTo: numbers },
      {
        name: customerNamesName,
        refersTo: `${sheetNames.loans}!$${nameColumn}$${firstDataRow}:$${nameColumn}$${last}`,
      },
      { name: '基准日', refersTo: `${sheetNames.loans}!$F$1` },
    ],
    properties: { 'postloan.template': `${templateId} ${templateFormat}`, 'postloan.policy': fingerprint },
    active: 1,
  }
  return {
    bytes: await writeBook(book, codec),
    carried: judging.cases.map((one) => ({ rule: one.rule.id, case: one.case.id })),
    left: judging.left,
  }
}

/** A plain list; its headers are no ledger's. */
function listSheet({ name, header, rows }: TemplateList): BookSheet {
  return {
    name: `贷后·${name}`,
    columns: header.map((_, at) => ({ width: at === header.length - 1 ? 70 : 24 })),
    cells: [header, ...rows].flatMap((line, row) =>
      line.map((value, column) => ({
        row,
        column,
        value,
        style: row === 0 ? looks.optional : looks.cellWrapped,
      })),
    ),
    freeze: [1, 0],
    print: { landscape: true, titleRows: '1:1' },
  }
}

/** At least as many ready rows as there are rows to be put in. */
function roomFor(ready: ReadyRows, filled: NonNullable<TemplateOptions['filled']>): ReadyRows {
  const registers = Object.entries(filled).filter(([table]) => table !== '借据')
  return {
    loans: Math.max(ready.loans, filled.借据?.rows.length ?? 0),
    register: Math.max(ready.register, ...registers.map(([, sheet]) => sheet?.rows.length ?? 0)),
  }
}

function codeListsUsed(
  policy: Policy,
  registers: readonly TableName[],
  loans: readonly { readonly field: { readonly codeList?: string } }[],
): ReadonlySet<string> {
  const fields = [...loans, ...registers.flatMap((table) => placeRegisterColumns(policy, table))]
  return new Set(fields.flatMap(({ field }) => field.codeList ?? []))
}
