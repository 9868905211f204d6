import { fingerprintPolicy } from '../../check/index.ts'
import { readLedger } from '../../ledger/index.ts'
import type { Policy } from '../../policy/index.ts'
import { columnLetters, kindAt, numberAt, type Sheet, textAt, type Workbook } from '../../table/index.ts'
import { hideOwnCells } from '../hideOwnCells.ts'
import type { Codec } from '../zip/index.ts'
import { describeUpgrade, type UpgradeChange } from './describeUpgrade.ts'
import { type FormContent, readForms } from './formContents.ts'
import { templateForms } from './formSheets.ts'
import { type KeptCell, moveLedger, type MoveProblem } from './moveTemplate.ts'
import { moveWords as words } from './moveWords.ts'
import { sheetNames } from './names.ts'
import { packOfTemplates } from './packOfTemplate.ts'
import { type CellNote, readCellNotes } from './readCellNotes.ts'
import { findSettingSheet, identifyTemplate } from './readTemplate.ts'
import { readyRows, type TemplateList, writeTemplate } from './writeTemplate.ts'

export interface MergeSource {
  /** As read, our own sheets not yet hidden. */
  readonly workbook: Workbook
  /** The file itself, for the notes on its cells. */
  readonly bytes: Uint8Array
}

type Told = Pick<MoveProblem, 'file' | 'sheet' | 'cell' | 'message'>

export interface MergedTemplates {
  /** Null where there are more loans than one workbook of formulas can bear. */
  readonly bytes: Uint8Array | null
  readonly loans: number
  readonly rows: number
  /** Cells and form contents that have no place of their own and are listed apart. */
  readonly kept: number
  readonly problems: readonly Told[]
  /** What an older version's user will find changed; of one file only. */
  readonly changes: readonly UpgradeChange[]
  readonly files: readonly { readonly file: string; readonly format: number | null; readonly rows: number }[]
}

/** The most rows of loans that one workbook of formulas can bear. */
export const mostLoans = 20_000

/**
 * Filled templates, of any version, or any other ledgers, as one template of today, nothing lost: rows with the file,
 * sheet and row they come from, settings with disagreements told, forms (of one file in their places, of several as a
 * list), notes on cells, and whatever has no place of its own as lists at the end.
 */
export async function mergeTemplates(
  sources: readonly MergeSource[],
  policy: Policy,
  codec: Codec,
  { issued, failed = [] }: { readonly issued: number; readonly failed?: readonly Told[] },
): Promise<MergedTemplates> {
  const workbooks = sources.map(({ workbook }) => workbook)
  const { fields, codeLists } = policy
  const ledger = readLedger(workbooks.map(hideOwnCells), { fields, codeLists })
  const cells = new Map(
    workbooks.flatMap(({ fileName, sheets }) =>
      sheets.map((sheet) => [`${fileName}\n${sheet.name}`, sheet] as const),
    ),
  )
  const moved = moveLedger(ledger, policy, (file, name, row, column) => {
    const sheet = cells.get(`${file}\n${name}`)
    return sheet ? valueAt(sheet, row - 1, column) : null
  })
  const own = packOfTemplates(workbooks, policy)
  const forms = templateForms(policy, readyRows, fingerprintPolicy(policy))
  const contents = workbooks.flatMap((workbook) =>
    identifyTemplate(workbook) ? readForms(workbook, forms) : [],
  )
  const [only, second] = workbooks
  const single = second ? undefined : only
  const settingSheets = new Set(
    workbooks.flatMap((workbook) =>
      ([sheetNames.parameters, sheetNames.ownRules] as const).flatMap((name) => {
        const found = findSettingSheet(workbook, name)
        return found ? [`${workbook.fileName}\n${found.sheet.name}`] : []
      }),
    ),
  )
  const foreign = ledger.notTables.flatMap(({ file, sheet, code }) =>
    code !== 'empty' && moved.foreign.has(`${file}\n${sheet}`) && !settingSheets.has(`${file}\n${sheet}`)
      ? cellsOf(cells.get(`${file}\n${sheet}`), file)
      : [],
  )
  const kept = [...moved.kept, ...foreign]
  const notes: (CellNote & { readonly file: string })[] = []
  for (const { workbook, bytes } of sources)
    for (const note of await readCellNotes(bytes, codec)) notes.push({ ...note, file: workbook.fileName })
  const problems: readonly Told[] = [...failed, ...moved.problems, ...own.problems]
  const changes = single ? describeUpgrade(single, ledger, policy) : []
  const listed = single ? [] : contents.filter((content) => content.label !== words.choice)
  const loans = moved.filled.借据?.rows.length ?? 0
  const files = workbooks.map((workbook) => ({
    file: workbook.fileName,
    format: identifyTemplate(workbook)?.format ?? null,
    rows: ledger.tables
      .filter(({ file }) => file === workbook.fileName)
      .reduce((sum, { rowCount }) => sum + rowCount, 0),
  }))
  const said = {
    loans,
    rows: moved.rows,
    kept: kept.length + listed.length + notes.length,
    problems,
    changes,
    files,
  }
  if (loans > mostLoans) return { ...said, bytes: null }
  const { bytes } = await writeTemplate(policy, codec, {
    issued,
    filled: moved.filled,
    settings: own.written,
    forms: single ? contents : [],
    lists: listsOf({ problems, kept, listed, notes, changes }),
  })
  return { ...said, bytes }
}

interface Listed {
  readonly problems: readonly Told[]
  readonly kept: readonly KeptCell[]
  readonly listed: readonly FormContent[]
  readonly notes: readonly (CellNote & { readonly file: string })[]
  readonly changes: readonly UpgradeChange[]
}

function listsOf({ problems, kept, listed, notes, changes }: Listed): readonly TemplateList[] {
  const lists: readonly TemplateList[] = [
    {
      name: words.problemsSheet,
      header: words.problemsHeader,
      rows: problems.map(({ file, sheet, cell, message }) => [file, sheet, cell, message]),
    },
    {
      name: words.keptSheet,
      header: words.keptHeader,
      rows: kept.map(({ file, sheet, row, header, value }) => [file, sheet, row, header, value]),
    },
    {
      name: words.formsSheet,
      header: words.formsHeader,
      rows: listed.map(({ file, form, loanNo, label, header, value }) => [
        file,
        form,
        loanNo,
        header === '' ? label : `${label} · ${header}`,
        value,
      ]),
    },
    {
      name: words.notesSheet,
      header: words.notesHeader,
      rows: notes.map(({ file, sheet, cell, text }) => [file, sheet, cell, text]),
    },
    {
      name: words.changesSheet,
      header: words.changesHeader,
      rows: changes.map(({ what, text }) => [what, text]),
    },
  ]
  return lists.filter(({ rows }) => rows.length > 0)
}

/** Every cell of a sheet that is no ledger and none of ours. */
function cellsOf(sheet: Sheet | undefined, file: string): readonly KeptCell[] {
  if (!sheet) return []
  const found: KeptCell[] = []
  for (let row = 0; row < sheet.rowCount; row++)
    for (let column = 0; column < sheet.columnCount; column++) {
      const value = valueAt(sheet, row, column)
      if (value !== null && value !== '')
        found.push({
          file,
          sheet: sheet.name,
          row: row + 1,
          header: words.column(columnLetters(column)),
          value,
        })
    }
  return found
}

function valueAt(sheet: Sheet, row: number, column: number): string | number | null {
  if (kindAt(sheet, row, column) === 0) return null
  return textAt(sheet, row, column) ?? numberAt(sheet, row, column)
}
