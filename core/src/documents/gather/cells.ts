import { civilOf, formatIsoDay } from '../../calendar/index.ts'
import { formatMoney, formatNumber, mask, maskWithin, type Result, type RowPlace } from '../../check/index.ts'
import type { Field, Policy } from '../../policy/index.ts'
import { valueAt } from '../../table/index.ts'
import { messages } from '../messages.ts'

/** The cells of a checked ledger, read or derived, as values and as words. */
export interface Cells {
  value(key: string, place: RowPlace): number | string | boolean | null
  /** The ledger has such a column, filled or not. */
  has(key: string, place: RowPlace): boolean
  text(key: string, place: RowPlace): string | null
  number(key: string, place: RowPlace): number | null
  /** As it stands in a document: masked where personal, null where blank. */
  words(field: Field, place: RowPlace): string | null
  readonly fieldByName: ReadonlyMap<string, Field>
}

export function readCells(result: Result, policy: Policy): Cells {
  const value = (key: string, { table, row }: RowPlace): number | string | boolean | null => {
    const part = result.tables[table]
    const column = part?.derived.get(key) ?? part?.table.columns.get(key)
    return column ? valueAt(column, row) : null
  }
  return {
    value,
    has: (key, { table }) => result.tables[table]?.table.columns.has(key) === true,
    text(key, place) {
      const found = value(key, place)
      return typeof found === 'string' && found !== '' ? found : null
    },
    number(key, place) {
      const found = value(key, place)
      return typeof found === 'number' ? found : null
    },
    words: (field, place) => wordsOf(field, value(field.key, place)),
    fieldByName: new Map(policy.fields.map((field) => [field.name, field])),
  }
}

function wordsOf(field: Field, value: number | string | boolean | null): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? messages.yes : messages.no
  if (typeof value === 'string') return field.privacy ? mask(value, field.privacy) : maskWithin(value)
  if (field.type === 'date') return formatIsoDay(value)
  if (field.type === 'money') return formatMoney(value)
  return formatNumber(field.type === 'percent' ? Number(value.toFixed(4)) : value)
}

/** `2026年10月31日`. */
export function longDay(dayNumber: number): string {
  const { year, month, day } = civilOf(dayNumber)
  return messages.day(year, month, day)
}
