import type { Workbook } from '../table/index.ts'
import { readSheet } from './readSheet.ts'
import type { AsOf, Dictionary, Ledger, NotTable, ReadingChoices, SheetChoice, Table } from './types.ts'

/**
 * Reads workbooks into typed tables. Nothing is dropped without a word: each table says what it took and left out,
 * each other sheet why it is none. `choices` are what a person corrected; a sheet is named `file/sheet` or `sheet`.
 */
export function readLedger(
  workbooks: readonly Workbook[],
  dictionary: Dictionary,
  choices: ReadingChoices = {},
): Ledger {
  const tables: Table[] = []
  const notTables: NotTable[] = []
  for (const { fileName, sheets } of workbooks) {
    for (const sheet of sheets) {
      const read = readSheet(
        fileName,
        sheet,
        dictionary,
        choiceFor(choices, fileName, sheet.name),
        choices.asOf,
      )
      tables.push(...read.tables)
      notTables.push(...read.notTables)
    }
  }
  return { asOf: ledgerAsOf(tables, choices.asOf), tables, notTables }
}

function choiceFor(choices: ReadingChoices, file: string, sheet: string): SheetChoice | undefined {
  return choices.sheets?.[`${file}/${sheet}`] ?? choices.sheets?.[sheet]
}

/** The day of the loan tables; where tables disagree, the first one's day with the others as conflicts. */
function ledgerAsOf(tables: readonly Table[], choice: number | undefined): AsOf {
  const ordered = [
    ...tables.filter(({ name }) => name === '借据'),
    ...tables.filter(({ name }) => name !== '借据'),
  ]
  const readings = ordered.map(({ reading }) => reading.asOf)
  const rank: Readonly<Record<AsOf['from'], number>> = {
    choice: 0,
    column: 1,
    title: 2,
    fileName: 3,
    none: 4,
  }
  const loans = tables.some(({ name }) => name === '借据')
  const deciding = readings.filter((_, i) => !loans || ordered[i]?.name === '借据')
  const winner = deciding.filter(({ day }) => day !== null).toSorted((a, b) => rank[a.from] - rank[b.from])[0]
  if (!winner) return { day: choice ?? null, from: choice === undefined ? 'none' : 'choice', conflicts: [] }
  const conflicts = [...winner.conflicts]
  const add = (day: number, from: string): void => {
    if (day !== winner.day && !conflicts.some((other) => other.day === day)) conflicts.push({ day, from })
  }
  for (const { day, from, conflicts: more } of readings) {
    if (day !== null) add(day, from)
    for (const other of more) add(other.day, other.from)
  }
  return { ...winner, conflicts }
}
