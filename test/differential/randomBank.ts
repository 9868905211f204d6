import { addMonths } from '@postloan/core/calendar'
import { deriveColumns, indexPolicy } from '@postloan/core/check'
import { type Ledger, madeTable, type Table } from '@postloan/core/ledger'
import { builtInPolicy as policy, type Field, type TableName } from '@postloan/core/policy'
import { type Column, valueAt } from '@postloan/core/table'

// the stages behind checkLedger one by one: computed columns are disturbed before the rules see them
import { registersOf } from '../../core/src/check/derive/registersOf.ts'
import { buildWorld, type World } from '../../core/src/check/world.ts'
import { type Random, seededRandom } from '../portfolio/random.ts'
import { type Book, type BookOptions, bookOf, loanCells } from './randomBook.ts'
import { anyCell, type Cells, columnOf } from './randomCells.ts'
import { tablesOf } from './ruleExpressions.ts'
import { ledgerDay } from './ruleWorld.ts'

/**
 * A bank's tables made column by column, so that millions of loans are soon there: loans of two months with all
 * registers. Loans hang together (dates in order, classes by days past due, customers with several loans, groups), and
 * about one cell in eight is whatever its type allows: blank, or beside a number that some rule turns on.
 */
export interface RandomBank {
  readonly now: Ledger
  readonly before: Ledger
  readonly made: BankOptions['made']
  /** Keys of the fields that it does not have. */
  readonly missing: ReadonlySet<string>
}

export interface BankOptions extends BookOptions {
  /** Rows of each register per hundred loans. */
  readonly childRows?: number
  /**
   * Where the computed columns are made instead of worked out, for a bank of millions: those of the previous month, of
   * which only what rules look back at is there at all, or those of both.
   */
  readonly made?: 'before' | 'both'
  /** The share of columns that the bank does not have, apart from the numbers that rows are found by. */
  readonly without?: number
}

export function randomBank(options: BankOptions): RandomBank {
  const { loans, seed, childRows = 150, made, without = 0 } = options
  const book = bookOf(options)
  const missing = missingOf(without, seed)
  const isThere = (field: Field): boolean => !missing.has(field.key)
  const loanTable = (day: number, salt: number, rows: Uint32Array, fields: readonly Field[]): Table => {
    const random = seededRandom(seed * 31 + salt)
    const plain = loanCells(book, day, random)
    return tableOf('借据', rows.length, fields.filter(isThere), random, (key) => {
      const cells = plain[key]
      return cells && ((row) => cells(rows[row] ?? 0))
    })
  }
  const all = Uint32Array.from({ length: loans }, (_, row) => row)
  // gone since: one in twelve is new this month; twice there: one in five hundred, and nobody can tell which it was
  const kept = all.filter((row) => row % 12 !== 5)
  const twice = all.filter((row) => row % 500 === 7)
  const before = Uint32Array.from([...kept, ...twice])
  const previousDay = addMonths(ledgerDay, -1)
  return {
    made,
    missing,
    now: ledgerOf(ledgerDay, [
      loanTable(ledgerDay, 1, all, loanFields),
      ...registers.map((name, at) =>
        registerOf(
          name,
          book,
          Math.round((loans * childRows) / 100),
          registerFields(name).filter(isThere),
          seededRandom(seed * 37 + at),
        ),
      ),
    ]),
    before: ledgerOf(previousDay, [
      loanTable(previousDay, 2, before, made ? loanFields.filter(isLookedBackAt) : loanFields),
    ]),
  }
}

const registers: readonly TableName[] = ['押品', '保证人', '支付', '预警', '催收', '财务', '档案']

function registerOf(
  name: TableName,
  book: Book,
  rowCount: number,
  fields: readonly Field[],
  random: Random,
): Table {
  // loans have none, one or several rows; one row in a hundred is of a loan that is not in the ledger
  const parents = Uint32Array.from({ length: rowCount }, () =>
    random.chance(0.3) ? random.between(0, Math.floor(book.loans / 5)) : random.between(0, book.loans - 1),
  )
  const filed =
    (cells: Cells): Cells =>
    (row) => {
      const value = cells(parents[row] ?? 0)
      // a register is filed by a number: that of a stranger where the loan has none
      return row % 100 === 9 || value === null ? `外${row}` : value
    }
  const plain: Readonly<Record<string, Cells>> = {
    loanNo: filed(book.loanNo),
    contractNo: filed(book.contractNo),
    customerId: filed(book.customerId),
    customerName: filed(book.customerName),
    collateralId: (row) => `Y${name}${row}`,
    txnDate: (row) => (book.disbursed[parents[row] ?? 0] ?? ledgerDay) + random.between(-2, 60),
    latestValuation: (row) => (book.amount[parents[row] ?? 0] ?? 0) * random.pick([0.5, 1, 1.5, 2]),
    guaranteeAmount: (row) => (book.amount[parents[row] ?? 0] ?? 0) * random.pick([0.5, 1, 1.2]),
    txnAmount: (row) => Math.round((book.amount[parents[row] ?? 0] ?? 0) * random.pick([0.2, 0.5, 1])),
  }
  return tableOf(name, rowCount, fields, random, (key) => plain[key])
}

const filing = ['loanNo', 'contractNo', 'customerId', 'customerName']

/** Columns of a register: its own, what rules over it read, and the numbers it is filed by. */
function registerFields(name: TableName): readonly Field[] {
  const read = ruleTexts.get(name) ?? ''
  return policy.fields.filter(
    (field) =>
      !field.derived &&
      field.tables.includes(name) &&
      (!field.tables.includes('借据') ||
        field.tables[0] === name ||
        filing.includes(field.key) ||
        read.includes(field.name)),
  )
}

const ruleTexts = new Map(
  tablesOf(policy).map((table) => [
    table,
    policy.rules
      .filter((rule) => rule.table === table)
      .flatMap((rule) => rule.cases.flatMap((one) => [one.applies ?? '', one.when]))
      .join(' '),
  ]),
)

const loanFields = readFields()

/** Columns of the loan table that some rule or computed column reads. */
function readFields(): readonly Field[] {
  const grounds = new Set(policy.fields.flatMap((field) => field.derived?.from ?? []))
  const text = ruleTexts.get('借据') ?? ''
  return policy.fields.filter(
    (field) =>
      !field.derived &&
      field.tables.includes('借据') &&
      (grounds.has(field.key) || grounds.has(field.name) || text.includes(field.name)),
  )
}

function missingOf(share: number, seed: number): ReadonlySet<string> {
  const random = seededRandom(seed * 41)
  const fields = policy.fields.filter(
    ({ key }) => random.chance(share) && !steady.has(key) && key !== 'customerKey',
  )
  return new Set(fields.map(({ key }) => key))
}

/** What a loan is found again by, and what the rules and the computed columns compare with a month ago. */
function isLookedBackAt(field: Field): boolean {
  return (
    ['accountNo', 'disburseDate', 'loanAmount', 'checkReportText', 'lastCheckDate', ...filing].includes(
      field.key,
    ) || (ruleTexts.get('借据') ?? '').includes(`上期.${field.name}`)
  )
}

/** Fields that rows are found by keep their value: another number is another loan. */
const steady = new Set([...filing, 'idNumber', 'uscc', 'accountNo', 'groupName', 'currency', 'asOfDate'])

function tableOf(
  name: TableName,
  rowCount: number,
  fields: readonly Field[],
  random: Random,
  plainOf: (key: string) => Cells | undefined,
): Table {
  const columns = new Map<string, Column>()
  for (const field of fields) {
    const plain = plainOf(field.key)
    const any = anyCell(field, random)
    const cell: Cells = plain
      ? (row) => (!steady.has(field.key) && random.chance(0.08) ? any() : plain(row))
      : any
    columns.set(field.key, columnOf(field, rowCount, cell))
  }
  return madeTable({
    name,
    file: 'bank',
    sheet: name,
    rowCount,
    columns,
    asOf: { day: ledgerDay, from: 'choice', conflicts: [] },
  })
}

/**
 * The computed columns of a table with one cell in twelve as it may come, and those that the data gave no ground for:
 * so that every condition on them is met.
 */
function disturbed(
  name: TableName,
  rowCount: number,
  derived: ReadonlyMap<string, Column>,
  seed: number,
  isThere: (field: Field) => boolean,
  isWanted: (field: Field) => boolean = () => true,
): Map<string, Column> {
  const random = seededRandom(seed)
  const columns = new Map(derived)
  for (const field of policy.fields) {
    if (!isThere(field)) columns.delete(field.key)
    if (!field.derived || !field.tables.includes(name) || !isThere(field) || !isWanted(field)) continue
    const any = anyCell(field, random)
    const known = derived.get(field.key)
    // what related rows are found by stays what it is
    if (known && field.key === 'customerKey') continue
    const cell: Cells = known ? (row) => (random.chance(1 / 12) ? any() : valueAt(known, row)) : any
    columns.set(field.key, columnOf(field, rowCount, cell))
  }
  return columns
}

/** The one computed column that related rows are found by, as it is worked out where the customer has a number. */
function madeKeys({ name, columns }: Table): ReadonlyMap<string, Column> {
  const customers = columns.get('customerId')
  return new Map(name === '借据' && customers ? [['customerKey', customers]] : [])
}

/** Both months with their computed columns, some of them disturbed. */
export function randomWorld({ now, before, made, missing }: RandomBank, seed: number): World {
  const index = indexPolicy(policy)
  const { parameters } = policy
  const isThere = ({ key }: Field): boolean => !missing.has(key)
  const previous = buildWorld(before, index, {
    derive: ({ name, table }, { asOf }) =>
      made
        ? disturbed(name, table.rowCount, new Map(), seed + 1, isThere, isLookedBackAt)
        : disturbed(name, table.rowCount, deriveColumns(table, { asOf, parameters }), seed + 1, isThere),
  })
  return buildWorld(now, index, {
    previous,
    derive: ({ name, table }, world) => {
      if (made === 'both') return disturbed(name, table.rowCount, madeKeys(table), seed, isThere)
      const context = { asOf: world.asOf, parameters, previousAsOf: previous.asOf, ...registersOf(world) }
      return disturbed(name, table.rowCount, deriveColumns(table, context), seed, isThere)
    },
  })
}

function ledgerOf(day: number, tables: readonly Table[]): Ledger {
  return { asOf: { day, from: 'choice', conflicts: [] }, tables, notTables: [] }
}
