import type { Table } from '../../ledger/index.ts'
import type { Parameter } from '../../policy/index.ts'
import type { Column, TextColumn } from '../../table/index.ts'
import { hash64, normaliseKey } from '../findingId.ts'
import { parameterColumn } from '../resolveParameter.ts'
import type { LoanGround } from './deriveFromRegisters.ts'
import { joinSets } from './joinSets.ts'
import { linkRegister, rowsOf } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import type { Register } from './registersOf.ts'

export interface CollateralPools {
  /** Same text = same pool; null where the loan has no collateral that we know. */
  readonly pool: readonly (string | null)[]
  readonly count: Float64Array
  readonly value: Float64Array
  readonly balance: Float64Array
  readonly capacity: Float64Array
}

interface Item {
  readonly key: string
  /** Worth after prior mortgages; NaN where not known. */
  readonly net: number
  /** What may be lent against it, %; NaN where the bank has set none. */
  readonly limit: number
}

/**
 * Collateral and the loans it secures, as pools (COL-001, COL-002): a house that secures two contracts, or two houses
 * that secure one, are one pool, so that shared collateral is not held against each loan anew. The register speaks for
 * the loans it has rows for, the loan's own columns for the others. Unsecured and guaranteed loans are in no pool.
 * Null where the ledger has no collateral at all. Linear in loans and links.
 */
export function findCollateralPools(
  ground: LoanGround,
  register: Register | undefined,
  limits: Parameter | undefined,
): CollateralPools | null {
  const { loans, closed } = ground
  const itemsOf = collateralOf(ground, register, limits)
  if (!itemsOf) return null
  const rows = loans.rowCount
  const guarantees = textsOf(loans, 'guaranteeType')
  const contracts = textsOf(loans, 'contractNo')
  const sets = joinSets(rows)
  const holder = new Map<string, number>()
  const joinBy = (key: string, row: number): void => {
    const before = holder.get(key)
    if (before === undefined) holder.set(key, row)
    else sets.join(before, row)
  }
  const items: (readonly Item[])[] = []
  for (let row = 0; row < rows; row += 1) {
    const secured = closed[row] !== 1 && !unsecured.has(textAt(guarantees, row))
    const own = secured ? itemsOf(row) : []
    items.push(own)
    if (own.length === 0) continue
    for (const item of own) joinBy(`押${item.key}`, row)
    const contract = normaliseKey(textAt(contracts, row))
    if (contract !== '') joinBy(`同${ground.customers.customer[row] ?? -1} ${contract}`, row)
  }
  return sumPools(ground, items, (row) => sets.rootOf(row))
}

const unsecured: ReadonlySet<string> = new Set(['信用', '保证'])

function sumPools(
  { loans }: LoanGround,
  items: readonly (readonly Item[])[],
  rootOf: (row: number) => number,
): CollateralPools {
  const rows = loans.rowCount
  const balances = numbersOf(loans, 'balance')
  const currencies = textsOf(loans, 'currency')
  const pools = new Map<number, { seen: Set<string>; value: number; balance: number; capacity: number }>()
  for (let row = 0; row < rows; row += 1) {
    const own = items[row] ?? []
    if (own.length === 0) continue
    const root = rootOf(row)
    const pool = pools.get(root) ?? { seen: new Set(), value: 0, balance: 0, capacity: 0 }
    pools.set(root, pool)
    // values are in 人民币: nothing is added across currencies
    const foreign = !['', 'CNY'].includes(textAt(currencies, row))
    pool.balance += foreign ? Number.NaN : (balances?.[row] ?? Number.NaN)
    for (const item of own) {
      if (pool.seen.has(item.key)) continue
      pool.seen.add(item.key)
      pool.value += item.net
      pool.capacity += item.net === 0 ? 0 : (item.net * item.limit) / 100
    }
  }
  const blank = (): Float64Array => new Float64Array(rows).fill(Number.NaN)
  const found = { count: blank(), value: blank(), balance: blank(), capacity: blank() }
  const names: (string | null)[] = []
  for (let row = 0; row < rows; row += 1) {
    const own = items[row] ?? []
    const pool = own.length > 0 ? pools.get(rootOf(row)) : undefined
    names.push(pool ? hash64([...pool.seen].toSorted().join(' ')) : null)
    if (!pool) continue
    found.count[row] = pool.seen.size
    found.value[row] = pool.value
    found.balance[row] = pool.balance
    found.capacity[row] = pool.capacity
  }
  return { pool: names, ...found }
}

const valueFields = ['latestValuation', 'initialValuation'] as const
/** Any of these filled in a loan's own row says that the row tells of collateral. */
const ownFields = ['collateralId', 'collateralType', ...valueFields] as const

/** The collateral of each loan; null where neither a register nor a column tells of any. */
function collateralOf(
  ground: LoanGround,
  register: Register | undefined,
  limits: Parameter | undefined,
): ((row: number) => readonly Item[]) | null {
  const { loans } = ground
  const links = linkRegister(loans, register)
  const hasOwn = ownFields.some((field) => loans.columns.has(field))
  if (!links && !hasOwn) return null
  const own = hasOwn ? itemReader(loans, limitColumn(ground, loans, limits, null)) : null
  if (!register || !links)
    return (row) => (own && tellsOfCollateral(loans, row) ? [own(row, row, ground)] : [])
  const firstLoan = new Int32Array(register.table.rowCount).fill(-1)
  for (let row = loans.rowCount - 1; row >= 0; row -= 1) {
    for (const at of rowsOf(links, row) ?? []) firstLoan[at] = row
  }
  const listed = itemReader(register.table, limitColumn(ground, register.table, limits, firstLoan))
  return (row) => {
    const there = rowsOf(links, row) ?? []
    if (there.length > 0) return Array.from(there, (at) => listed(at, row, ground))
    return own && tellsOfCollateral(loans, row) ? [own(row, row, ground)] : []
  }
}

function tellsOfCollateral(loans: Table, row: number): boolean {
  return ownFields.some((field) => {
    const column = loans.columns.get(field)
    if (column?.kind === 'text') return (column.codes[row] ?? -1) >= 0
    return column?.kind === 'number' && (column.values[row] ?? 0) > 0
  })
}

/** Limits of the rows of a table by kind of collateral and the product of the loan that each row secures. */
function limitColumn(
  { asOf, derived }: LoanGround,
  table: Table,
  limits: Parameter | undefined,
  loanOf: Int32Array | null,
): Float64Array | null {
  if (!limits) return null
  const families = derived.get('productFamily')
  const family = (): Column | undefined => {
    if (!loanOf || families?.kind !== 'text') return families
    const codes = loanOf.map((loan) => (loan < 0 ? -1 : (families.codes[loan] ?? -1)))
    return { ...families, codes }
  }
  const made = parameterColumn(limits, {
    asOf,
    rowCount: table.rowCount,
    column: (field) => (field === 'productFamily' ? family() : table.columns.get(field)),
  })
  return made.kind === 'number' ? made.values : null
}

/** An id shorter than this may be a running number within a contract, so it is one item only within a customer. */
const longId = 8

function itemReader(
  table: Table,
  limit: Float64Array | null,
): (row: number, loan: number, ground: LoanGround) => Item {
  const ids = textsOf(table, 'collateralId')
  const registered = textsOf(table, 'registrationNo')
  const types = textsOf(table, 'collateralType')
  const states = textsOf(table, 'collateralStatus')
  const values = valueFields.map((field) => numbersOf(table, field))
  const prior = numbersOf(table, 'priorMortgageValue')
  return (row, loan, { customers, loans }) => {
    const written = values.map((column) => column?.[row] ?? Number.NaN).find((value) => !Number.isNaN(value))
    const value = textAt(states, row) === '灭失' ? 0 : (written ?? Number.NaN)
    const before = prior?.[row] ?? Number.NaN
    const net = Math.max(0, value - (Number.isNaN(before) ? 0 : before))
    const customer = customers.customer[loan] ?? -1
    const id = idKey(ids, row) || idKey(registered, row)
    const key =
      id === ''
        ? table === loans
          ? `${customer} ${textAt(textsOf(loans, 'contractNo'), row) || row} ${textAt(types, row)} ${value}`
          : `行${row}`
        : id.length < longId
          ? `${customer} ${id}`
          : id
    return { key, net: Number.isNaN(value) ? Number.NaN : net, limit: limit?.[row] ?? Number.NaN }
  }
}

function idKey(texts: TextColumn | null, row: number): string {
  const key = normaliseKey(textAt(texts, row))
  return /^(?:无|否|[-/0.]*)$/.test(key) ? '' : key
}
