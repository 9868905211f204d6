import { type Ledger, madeTable, type Table } from '@postloan/core/ledger'
import { builtInPolicy, type Field, type TableName } from '@postloan/core/policy'
import type { Column } from '@postloan/core/table'

import type { PlantedLoan, Row, Unread } from './contract.ts'

/** Columns of evidence that the plain sheet does not have: the duty is computed, whether it was done cannot be seen. */
export const evidence: readonly string[] = [
  '首次检查日期',
  '资金流向检查日期',
  '最近现场检查日期',
  '最近检查日期',
  '最近跟踪日期',
  '到期提示日期',
  '归档日期',
  '起诉日期',
  '保全日期',
  '清收方案',
  '整改状态',
  '上报日期',
  '财务困难标志',
  '管户移交日期',
]

/** Columns that tell of days past due and of what is owed. */
const arrears: readonly string[] = [
  '逾期天数',
  '本金逾期天数',
  '欠息天数',
  '逾期日期',
  '本金逾期日',
  '利息逾期日',
  '逾期本金',
  '表内欠息',
  '表外欠息',
  '罚息',
  '欠息金额',
]

/** The 借据 sheets of this month's ledger, each without some columns. */
export const loanSheets: readonly {
  readonly sheet: PlantedLoan['sheet']
  readonly name: string
  readonly without: readonly string[]
}[] = [
  { sheet: 'full', name: '贷款台账', without: [] },
  { sheet: 'plain', name: '简表', without: evidence },
  { sheet: 'bare', name: '基本表', without: [...evidence, ...arrears] },
]

export interface SheetOfRows {
  readonly table: TableName
  readonly sheet: string
  readonly rows: readonly Row[]
  /** Columns it does not have, though a row may fill them. */
  readonly without?: readonly string[]
}

/** Typed tables as a reader would give them: every field of the policy that the table can have is a column. */
export function ledgerOf(day: number, sheets: readonly SheetOfRows[]): Ledger {
  const asOf = { day, from: 'choice', conflicts: [] } as const
  return { asOf, tables: sheets.map((sheet) => tableOf(sheet, asOf)), notTables: [] }
}

function tableOf({ table, sheet, rows, without = [] }: SheetOfRows, asOf: Ledger['asOf']): Table {
  const writers = new Map<string, ColumnWriter | null>()
  for (const field of builtInPolicy.fields) {
    if (field.derived || !field.tables.includes(table)) continue
    writers.set(field.name, without.includes(field.name) ? null : columnWriter(field, rows.length))
  }
  for (const [at, row] of rows.entries()) {
    for (const name in row) {
      const cell = row[name] ?? null
      if (cell === null) continue
      const writer = writers.get(name)
      if (writer === undefined) throw new Error(`${table} has no field ${name}`)
      writer?.write(at, cell)
    }
  }
  return madeTable({
    name: table,
    file: '台账.xlsx',
    sheet,
    rowCount: rows.length,
    columns: new Map(
      [...writers.values()].flatMap((writer) => (writer ? [[writer.key, writer.column] as const] : [])),
    ),
    asOf,
  })
}

interface ColumnWriter {
  readonly key: string
  readonly column: Column
  write(row: number, cell: string | number | Unread): void
}

/** A column of blanks, and how a cell is put into it. */
function columnWriter(field: Field, rows: number): ColumnWriter {
  const unknown = new Uint8Array(rows)
  let anyUnknown = false
  const column = blankColumn(field, rows)
  const codes = new Map<string, number>()
  return {
    key: field.key,
    get column() {
      return anyUnknown ? { ...column, unknown } : column
    },
    write(row, cell) {
      if (typeof cell === 'object') {
        unknown[row] = 1
        anyUnknown = true
      } else if (column.kind === 'text' && typeof cell === 'string') {
        let code = codes.get(cell)
        if (code === undefined) {
          code = column.dictionary.push(cell) - 1
          codes.set(cell, code)
        }
        column.codes[row] = code
      } else if (column.kind !== 'text' && typeof cell === 'number') column.values[row] = cell
      else throw new Error(`${field.name} is ${field.type}, not ${cell}`)
    },
  }
}

function blankColumn(field: Field, rows: number) {
  switch (field.type) {
    case 'text':
    case 'code': {
      const dictionary: string[] = []
      return { kind: 'text', codes: new Int32Array(rows).fill(-1), dictionary } as const
    }
    case 'date':
      return { kind: 'date', values: new Float64Array(rows).fill(Number.NaN) } as const
    case 'money':
    case 'percent':
    case 'number':
      return { kind: 'number', values: new Float64Array(rows).fill(Number.NaN) } as const
    case 'boolean':
      throw new Error(`${field.name} is computed`)
  }
}
