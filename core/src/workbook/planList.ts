import type { Finding } from '../check/index.ts'
import type { Table } from '../ledger/index.ts'
import { columnLetters, valueAt } from '../table/index.ts'
import { type OwnSheet, type SheetCell, ownSheetNames } from './annotation.ts'
import type { CollectedTable } from './collectFindings.ts'
import type { Deadlines } from './deadlines.ts'
import { lookOf, rankOf } from './levels.ts'
import type { PolicyWords } from './policyWords.ts'
import { sheetWords } from './sheetWords.ts'

const { columns: titles } = sheetWords

/** The sheet of findings one by one, gravest first. */
export function planList(
  tables: readonly CollectedTable[],
  words: PolicyWords,
  deadlines: Deadlines,
): OwnSheet {
  const gravest = (list: (one: CollectedTable) => readonly Finding[]) =>
    tables
      .flatMap((one) => list(one).map((finding) => ({ one, finding })))
      .toSorted((a, b) => rankOf(a.finding.severity) - rankOf(b.finding.severity))
  const open = gravest((one) => one.listed)
  // what somebody answers for stands behind what nobody does
  const rows = [...open, ...gravest((one) => one.waived)].map(({ one, finding }): SheetCell[] => {
    const { table } = one.table
    const text = (key: string): string => {
      const column = table.columns.get(key)
      return column ? String(valueAt(column, finding.tableRow) ?? '') : ''
    }
    const columns = finding.fields.flatMap((field) => columnOf(table, field))
    const cell = `${columnLetters(columns[0] ?? 0)}${finding.row}`
    const { waived } = finding
    const deadline = waived ? null : deadlines.for(finding.severity)
    return [
      waived
        ? sheetWords.waived(lookOf(finding.severity).text.slice(2))
        : { kind: 'level', level: finding.severity },
      text('loanNo'),
      text('customerName'),
      text('managerName'),
      finding.row,
      (finding.kind === 'lead' ? sheetWords.lead : '') + words.ruleName(finding.rule),
      finding.message,
      waived ? sheetWords.waivedBy(waived.by, waived.until, waived.reason) : finding.remedy,
      deadline === null ? null : { kind: 'day', day: deadline },
      words.basis(finding.sources, finding.sourceStatus).replace(/（[^（）]*）$/, ''),
      sheetWords.status[finding.sourceStatus],
      finding.rule,
      { kind: 'link', text: cell, sheet: table.sheet, cell },
    ]
  })
  const all = tables.reduce((sum, one) => sum + one.hitCount, 0)
  return {
    name: ownSheetNames.list,
    title: ownSheetNames.list,
    subtitles: [
      open.length < all
        ? sheetWords.summary.listTitle + '。' + sheetWords.listCut(open.length, all)
        : sheetWords.summary.listTitle,
    ],
    widths: [12, 20, 24, 10, 8, 26, 52, 44, 13, 36, 11, 11, 12],
    list: true,
    blocks: [
      {
        title: '',
        note: '',
        columns: [
          { title: titles.level, align: 'left' },
          { title: titles.loan, align: 'left' },
          { title: titles.customer, align: 'left' },
          { title: titles.manager, align: 'center' },
          { title: titles.sheetRow, align: 'center' },
          { title: titles.ruleName, align: 'left' },
          { title: titles.message, align: 'left' },
          { title: titles.remedy, align: 'left' },
          { title: titles.deadline, align: 'center' },
          { title: titles.basis, align: 'left' },
          { title: titles.basisStatus, align: 'center' },
          { title: titles.rule, align: 'center' },
          { title: titles.cell, align: 'center' },
        ],
        rows,
      },
    ],
  }
}

/** Where a field stands in the sheet. */
function columnOf(table: Table, field: string): readonly number[] {
  return table.reading.columns.filter((one) => one.field === field).map((one) => one.column)
}
