import { formatIsoDay } from '../calendar/index.ts'
import type { TableName } from '../policy/index.ts'
import { valueAt, type Column } from '../table/index.ts'
import { groupRows, type RowContent } from './contentOf.ts'
import { hash64, normaliseKey } from './findingId.ts'

/** What a row of a register is known by: the loan, contract or customer it is filed under, and its own key there. */
export interface ChildKey {
  readonly kind: ParentKind
  /** Normalised; '' where the row names nobody. */
  readonly key: string
  /** Fields joined by `+`; `content`: a hash of the row's cells. */
  readonly childKind: string
  readonly childKey: string
  /** Counts rows with the same keys, from 0. */
  readonly ordinal: number
  /** Another row has the same keys. */
  readonly ambiguous: boolean
}

export type ParentKind = 'loanNo' | 'contractNo' | 'accountNo' | 'customer' | 'row'

/**
 * Fields by which a row is known among the rows of its loan, from the surest to the last; none: there is one such row
 * for each loan. Never an ID number. Each row takes the first rung that it fills itself.
 */
const childRungs: Readonly<Record<Exclude<TableName, '借据'>, readonly (readonly string[])[]>> = {
  押品: [['collateralId'], ['registrationNo'], ['collateralType', 'collateralName'], ['collateralName']],
  保证人: [['guarantorName']],
  支付: [
    ['txnDate', 'txnAmount', 'counterpartyName'],
    ['txnDate', 'txnAmount'],
  ],
  预警: [
    ['warningDate', 'warningSignal'],
    ['warningDate', 'warningLevel'],
  ],
  催收: [
    ['collectionTime'],
    ['lastCollectionDate', 'lastCollectionMethod'],
    ['lastCollectionDate'],
    ['noticeDate'],
  ],
  财务: [['reportPeriod']],
  档案: [[]],
}

/** All fields that a row of a register may be known by: what another engine has to give for the same identity. */
export function childKeyFields(table: TableName): readonly string[] {
  return table === '借据' ? [] : [...new Set(childRungs[table].flat())]
}

type Columns = (field: string) => Column | undefined

/** The keys of each row of a register. They do not depend on where the row stands: sorting keeps them. */
export function readChildKeys(
  table: Exclude<TableName, '借据'>,
  rowCount: number,
  column: Columns,
  content: RowContent,
): (row: number) => ChildKey {
  const readers = new Map<string, KeyReader>()
  const part = (field: string, row: number): string => {
    const known = readers.get(field) ?? keyReader(column(field))
    readers.set(field, known)
    return known(row)
  }
  const rungs = childRungs[table]
  const own = (row: number): { readonly childKind: string; readonly childKey: string } => {
    for (const fields of rungs) {
      const parts = fields.map((field) => part(field, row))
      if (!parts.includes('')) return { childKind: fields.join('+'), childKey: parts.join('|') }
    }
    return { childKind: 'content', childKey: content.key(row) }
  }
  const joined = (row: number): string => {
    const [parent, child] = [parentKey(part, row), own(row)]
    return [parent.kind, parent.key, child.childKind, child.childKey].join('\u001f')
  }
  const twins = groupRows(rowCount, joined, content)
  return (row) => ({
    ...parentKey(part, row),
    ...own(row),
    ordinal: twins.ordinals.get(row) ?? 0,
    ambiguous: twins.ambiguous(row),
  })
}

/** The loan, contract or customer that the row names itself. */
function parentKey(
  part: (field: string, row: number) => string,
  row: number,
): { readonly kind: ParentKind; readonly key: string } {
  for (const kind of ['loanNo', 'contractNo', 'accountNo'] as const) {
    const key = part(kind, row)
    if (key !== '') return { kind, key }
  }
  const number = part('customerId', row)
  if (number !== '') return { kind: 'customer', key: number }
  const name = part('customerName', row)
  return name === '' ? { kind: 'row', key: '' } : { kind: 'customer', key: hash64(name) }
}

type KeyReader = (row: number) => string

/** Each text of a dictionary is normalised once, each day written once. */
function keyReader(column: Column | undefined): KeyReader {
  if (!column) return () => ''
  if (column.kind === 'text') {
    const { codes, dictionary } = column
    const keys: (string | undefined)[] = []
    return (row) => {
      const code = codes[row] ?? -1
      if (code < 0) return ''
      return (keys[code] ??= normaliseKey(dictionary[code] ?? ''))
    }
  }
  const days = new Map<number, string>()
  return (row) => {
    const value = valueAt(column, row)
    if (typeof value !== 'number') return ''
    // amounts to the 分, whatever the unit of the sheet was
    if (column.kind !== 'date') return String(Math.round(value * 100))
    const day = days.get(value) ?? formatIsoDay(value)
    days.set(value, day)
    return day
  }
}
