import type { Answer } from '@postloan/core/checklist'
import type { SheetChoice } from '@postloan/core/ledger'
import type { TableName } from '@postloan/core/policy'

import type { ColumnShape } from '../excel/port.ts'
import type { Ticks } from './paperTypes.ts'

/** What we keep in the workbook itself, so that it travels with the file. */
export interface WorkbookStore {
  readonly version: 1
  readonly asOf: number | null
  /** By sheet name. */
  readonly choices: Readonly<Record<string, SheetChoice>>
  /** The waivers file, as text. */
  readonly waivers: string | null
  /** By sheet name and column of ours: how the column was before. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, ColumnShape>>>>
  /** What people ticked in checklists, with their names and days. */
  readonly ticks: Ticks
}

export const emptyStore: WorkbookStore = {
  version: 1,
  asOf: null,
  choices: {},
  waivers: null,
  columns: {},
  ticks: {},
}

/** Null where there is nothing worth keeping: then nothing of ours stays in the file. */
export function storeText(store: WorkbookStore): string | null {
  const { asOf, choices, waivers, columns, ticks } = store
  const isEmpty =
    asOf === null &&
    waivers === null &&
    Object.keys(choices).length === 0 &&
    Object.keys(columns).length === 0 &&
    Object.keys(ticks).length === 0
  return isEmpty ? null : JSON.stringify(store)
}

/** What was kept; nothing where it cannot be read, for a damaged note must not stop a check. */
export function readStore(text: string | null): WorkbookStore {
  if (text === null) return emptyStore
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return emptyStore
  }
  if (!isObject(value) || value['version'] !== 1) return emptyStore
  const { asOf, choices, waivers, columns, ticks } = value
  return {
    version: 1,
    asOf: typeof asOf === 'number' && Number.isInteger(asOf) ? asOf : null,
    choices: readChoices(choices),
    waivers: typeof waivers === 'string' ? waivers : null,
    columns: mapMembers(columns, (sheet) =>
      mapMembers(sheet, (shape) => {
        if (!isObject(shape)) return undefined
        const { width, hidden, standard } = shape
        return typeof width === 'number' && typeof hidden === 'boolean'
          ? { width, hidden, standard: standard === true }
          : undefined
      }),
    ),
    ticks: mapMembers(ticks, (answers) => (Array.isArray(answers) ? answers.filter(isAnswer) : undefined)),
  }
}

function isAnswer(value: unknown): value is Answer {
  if (!isObject(value)) return false
  const { item, verdict, by, on, note } = value
  return (
    [item, by, on].every((one) => typeof one === 'string') &&
    (verdict === 'fine' || verdict === 'fault' || verdict === 'notApplicable') &&
    (note === undefined || typeof note === 'string')
  )
}

const tableNames: readonly string[] = [
  '借据',
  '押品',
  '保证人',
  '支付',
  '预警',
  '催收',
  '财务',
  '档案',
  'none',
]

/** Choices by sheet, from text that anybody may have written. */
export function readChoices(value: unknown): Readonly<Record<string, SheetChoice>> {
  return mapMembers(value, (choice) => {
    if (!isObject(choice)) return undefined
    const { table, headerRows, unit, columns } = choice
    return {
      ...(isTable(table) ? { table } : {}),
      ...(isPair(headerRows) ? { headerRows } : {}),
      ...(typeof unit === 'string' ? { unit } : {}),
      ...(isObject(columns) ? { columns: readColumns(columns) } : {}),
    }
  })
}

function readColumns(value: Readonly<Record<string, unknown>>): Record<number, string | null> {
  const columns: Record<number, string | null> = {}
  for (const [key, field] of Object.entries(value)) {
    const column = Number(key)
    if (Number.isInteger(column) && column >= 0 && (field === null || typeof field === 'string')) {
      columns[column] = field
    }
  }
  return columns
}

function isTable(value: unknown): value is TableName | 'none' {
  return typeof value === 'string' && tableNames.includes(value)
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => Number.isInteger(one) && one > 0)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapMembers<T>(
  value: unknown,
  read: (member: unknown) => T | undefined,
): Readonly<Record<string, T>> {
  const made: Record<string, T> = {}
  if (!isObject(value)) return made
  for (const [key, member] of Object.entries(value)) {
    const one = read(member)
    if (one !== undefined) made[key] = one
  }
  return made
}
