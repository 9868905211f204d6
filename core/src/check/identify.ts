import type { Grain } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import { readChildKeys, type ChildKey } from './childKeys.ts'
import { contentOf } from './contentOf.ts'
import { normaliseKey } from './findingId.ts'
import { plainCell } from './formatValue.ts'
import { customerIdentity, readKeys, type RowKey } from './readKeys.ts'
import { groupsOf } from './reportRows.ts'
import type { SubjectKey } from './types.ts'
import type { World, WorldTable } from './world.ts'

export interface Subject extends SubjectKey {
  /** Another row has the same key. */
  readonly ambiguous: boolean
  /** Fields that the row's own key in its register is made of; '' in the loan table. */
  readonly childKeyKind: string
}

interface TableKeys {
  readonly loan: ((row: number) => RowKey) | null
  readonly child: ((row: number) => ChildKey) | null
  /** For each pool the row with the least key. */
  pools: ReadonlyMap<number, number> | null
  /** For each customer a row that has its number, the least where there are several. */
  customers: ReadonlyMap<number, number> | null
}

const keysOf = new WeakMap<WorldTable, TableKeys>()

/**
 * What a row is recognised by under a rule's grain: the customer or contract where the rule judges that, the pool of
 * collateral by the least of its loans' keys, else the row. None of it depends on the order of rows.
 */
export function identify(world: World, table: WorldTable, grain: Grain, row: number): Subject {
  const keys = keysFor(world, table)
  const group = groupsOf(table, grain)?.[row] ?? -1
  if (group >= 0 && grain === '客户') {
    return whole('customer', customerIdentity(table.column, numbersOf(keys, table).get(group) ?? row))
  }
  if (group >= 0 && (grain === '合同' || grain === '授信额度')) {
    const column = table.column('contractNo')
    const number = normaliseKey(String((column && valueAt(column, row)) ?? ''))
    if (number !== '') return whole('contractNo', number)
  }
  if (keys.child) {
    const { kind, key, childKind, childKey, ordinal, ambiguous } = keys.child(row)
    return { keyKind: kind, key, childKey, ordinal, ambiguous, childKeyKind: childKind }
  }
  const at = group >= 0 && grain === '押品池' ? (leastOfPools(keys, table, grain).get(group) ?? row) : row
  const { kind, key, ordinal, ambiguous } = loanKey(keys, at)
  return { keyKind: kind, key, childKey: '', ordinal, ambiguous, childKeyKind: '' }
}

function whole(keyKind: string, key: string): Subject {
  return { keyKind, key, childKey: '', ordinal: 0, ambiguous: false, childKeyKind: '' }
}

/** A row's key as the sheet writes it, not as it is compared. */
export function showKey(world: World, table: WorldTable, { keyKind, key }: SubjectKey, row: number): string {
  const as = (field: string): string => {
    const value = plainCell(world.index.fieldByKey.get(field), table.column(field), row)
    return value === null ? '' : String(value)
  }
  switch (keyKind) {
    case 'loanNo':
    case 'contractNo':
    case 'accountNo':
      return as(keyKind)
    case 'nameDateAmount':
      return [as('customerName'), as('disburseDate'), as('loanAmount')]
        .filter((text) => text !== '')
        .join(' ')
    case 'customer':
      return as('customerName') || key
    default:
      return as('customerName')
  }
}

function leastOfPools(keys: TableKeys, table: WorldTable, grain: Grain): ReadonlyMap<number, number> {
  if (keys.pools) return keys.pools
  const least = new Map<number, number>()
  const before = (one: number, other: number): boolean => {
    const [a, b] = [loanKey(keys, one), loanKey(keys, other)]
    if (a.kind !== b.kind) return a.kind < b.kind
    return a.key === b.key ? a.ordinal < b.ordinal : a.key < b.key
  }
  groupsOf(table, grain)?.forEach((group, row) => {
    if (group < 0) return
    const known = least.get(group)
    if (known === undefined || before(row, known)) least.set(group, row)
  })
  keys.pools = least
  return least
}

/** One row of a customer may lack the number that another has. */
function numbersOf(keys: TableKeys, table: WorldTable): ReadonlyMap<number, number> {
  if (keys.customers) return keys.customers
  const rows = new Map<number, number>()
  const column = table.column('customerId')
  if (column?.kind === 'text') {
    const { codes, dictionary } = column
    const numbers = dictionary.map(normaliseKey)
    const numberOf = (row: number): string => numbers[codes[row] ?? -1] ?? ''
    groupsOf(table, '客户')?.forEach((group, row) => {
      if (group < 0 || numberOf(row) === '') return
      const known = rows.get(group)
      if (known === undefined || numberOf(row) < numberOf(known)) rows.set(group, row)
    })
  }
  keys.customers = rows
  return rows
}

function loanKey({ loan }: TableKeys, row: number): RowKey {
  if (!loan) throw new Error('only the loan table has loan keys')
  return loan(row)
}

/** Keys are read for a whole table at once, so only once. */
function keysFor(world: World, table: WorldTable): TableKeys {
  const before = keysOf.get(table)
  if (before) return before
  const content = contentOf(
    table.combined.table.columns,
    (field) => world.index.fieldByKey.get(field)?.privacy !== undefined,
  )
  const none = { pools: null, customers: null }
  const keys: TableKeys =
    table.name === '借据'
      ? { loan: readKeys(table.rowCount, table.column, content), child: null, ...none }
      : { loan: null, child: readChildKeys(table.name, table.rowCount, table.column, content), ...none }
  keysOf.set(table, keys)
  return keys
}
