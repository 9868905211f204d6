import type { Ledger } from '../../ledger/index.ts'
import type { TableName } from '../../policy/index.ts'
import type { LedgerTies } from './ledgerTies.ts'
import type { RowPlace } from './prepareRecheck.ts'
import type { RegisterTies } from './registerTies.ts'
import type { TableCells } from './tableCells.ts'

/** What has to be judged again after an edit and what has to be at hand for it; rows of the combined tables, ascending. */
export interface RowsToCheck {
  /** Rows to judge, by table. */
  readonly judged: ReadonlyMap<TableName, readonly number[]>
  /** Rows to take, the judged ones among them. */
  readonly taken: ReadonlyMap<TableName, readonly number[]>
  readonly previous: readonly number[]
  /** The loans as they were. */
  readonly before: TableCells
  /** Registers of which a row was edited. */
  readonly editedRegisters: readonly TableName[]
  readonly settled: boolean
}

/** More rows than this under one key are a filler's or a crowd's: they are not followed. */
const crowd = 200
/** More loans than this are not judged again for one edit. */
const most = 1000

/** Files the edited rows under what they are now and finds all rows that the edit may concern. */
export function findNeighbours(ties: LedgerTies, ledger: Ledger, places: readonly RowPlace[]): RowsToCheck {
  let settled = true
  const limited = (rows: readonly number[]): readonly number[] => {
    if (rows.length <= crowd) return rows
    settled = false
    return []
  }
  const addAll = (to: Set<number>, rows: readonly number[]): void => {
    for (const row of limited(rows)) to.add(row)
  }

  const edited = new Map<TableName, number[]>()
  for (const { table: index, row } of places) {
    const name = ledger.tables[index]?.name
    const part = name && ties.cells(name).parts.find((candidate) => candidate.index === index)
    if (!name || !part) throw new Error(`the ledger has no table ${index}`)
    edited.set(name, [...(edited.get(name) ?? []), part.start + row])
  }

  const seeds = new Set<number>()
  const touched = new Set<number>()
  const seed = (): void => {
    for (const [name, rows] of edited) {
      const register = ties.registers.get(name)
      for (const row of rows) {
        if (name === '借据') seeds.add(row)
        else if (register) {
          for (const loan of limited(loansOf(ties, register, row))) seeds.add(loan)
          for (const field of ['contractNo', 'customerId', 'customerName'])
            addAll(touched, loansUnder(ties, field, ties.cells(name).key(row, field)))
        }
      }
    }
  }
  const mates = (rows: ReadonlySet<number>, to: Set<number>): void => {
    for (const row of rows) addMates(ties, row, (found) => addAll(to, found))
  }
  const before = ties.loanCells
  const filed = filedUnderLoans(ties, edited.get('借据') ?? [])
  // by what they were, then by what they are
  seed()
  mates(seeds, touched)
  ties.move(ties.use(ledger), edited)
  seed()
  mates(seeds, touched)
  for (const row of seeds) touched.add(row)
  renameCustomers(ties, seeds, touched, addAll)
  // what is reported once for a customer, contract or pool is reported for the whole of it
  for (const row of touched) {
    if (touched.size > most) break
    for (const group of ties.computedRows(row)) addAll(touched, group)
    addAll(touched, loansUnder(ties, 'contractNo', ties.loanCells.key(row, 'contractNo')))
  }
  if (touched.size > most) settled = false
  const judgedLoans = touched.size > most ? new Set([...seeds].slice(0, most)) : touched
  const taken = new Set(judgedLoans)
  const previous = new Set<number>()
  if (judgedLoans.size > 0) {
    mates(judgedLoans, taken)
    takePrevious(ties, taken, previous, judgedLoans, addAll)
  }
  const children = refiled(ties, edited, filed, limited)
  for (const [name, rows] of children) {
    const register = ties.registers.get(name)
    if (register) for (const row of rows) addAll(taken, loansOf(ties, register, row))
  }
  const takenRows = takeRegisters(ties, taken, judgedLoans, children, addAll)
  takenRows.set('借据', ascending(taken))
  const judged = new Map<TableName, readonly number[]>()
  for (const [name, rows] of children) judged.set(name, ascending(rows))
  judged.set('借据', ascending(judgedLoans))
  const editedRegisters = [...edited.keys()].filter((name) => name !== '借据')
  return { judged, taken: takenRows, previous: ascending(previous), before, editedRegisters, settled }
}

function ascending(rows: ReadonlySet<number>): readonly number[] {
  return [...rows].toSorted((a, b) => a - b)
}

/** What of each register is filed under which of the loans' keys. */
function filedUnderLoans(ties: LedgerTies, loans: readonly number[]) {
  return loans.map((loan) =>
    [...ties.registers].map(([name, register]) => ({
      name,
      keys: register.fields.map((field) => ties.loanCells.key(loan, field)).join('\u001f'),
      rows: registerRows(ties, register, loan).flat(),
    })),
  )
}

/** Rows of registers to judge again: the edited ones, and those that name a loan whose keys have changed. */
function refiled(
  ties: LedgerTies,
  edited: ReadonlyMap<TableName, readonly number[]>,
  before: ReturnType<typeof filedUnderLoans>,
  limited: (rows: readonly number[]) => readonly number[],
): ReadonlyMap<TableName, ReadonlySet<number>> {
  const rows = new Map<TableName, Set<number>>()
  for (const [name, list] of edited) if (name !== '借据') rows.set(name, new Set(list))
  filedUnderLoans(ties, edited.get('借据') ?? []).forEach((registers, loan) => {
    registers.forEach((now, at) => {
      const then = before[loan]?.[at]
      if (!then || then.keys === now.keys) return
      const found = rows.get(now.name) ?? new Set()
      for (const row of limited([...then.rows, ...now.rows])) found.add(row)
      rows.set(now.name, found)
    })
  })
  return rows
}

type AddAll = (to: Set<number>, rows: readonly number[]) => void

/** Loans that belong together with a loan, by its own cells and by those of its collateral and guarantors. */
function addMates(ties: LedgerTies, row: number, found: (rows: readonly number[]) => void): void {
  for (const key of ties.loans.keysOf(row)) {
    if (key.startsWith('借')) addGuaranteed(ties, key.slice(1), found)
    else found(ties.loans.rows(key))
    if (key.startsWith('押')) addRegistered(ties, '押品', key, found)
    if (key.startsWith('保')) addParty(ties, key, found)
  }
  for (const group of ties.computedRows(row)) found(group)
  const { loanCells } = ties
  if (['loanNo', 'contractNo', 'accountNo'].every((field) => loanCells.key(row, field) === ''))
    found(ties.loans.rowsNamed(loanCells.key(row, 'customerName')))
  const collateral = ties.registers.get('押品')
  for (const item of collateral ? new Set(registerRows(ties, collateral, row).flat()) : []) {
    for (const matter of collateral?.matters(item) ?? []) {
      found(ties.loans.rows(matter))
      addRegistered(ties, '押品', matter, found)
    }
  }
  const guarantors = ties.registers.get('保证人')
  for (const item of guarantors ? new Set(registerRows(ties, guarantors, row).flat()) : []) {
    for (const matter of guarantors?.matters(item) ?? []) addParty(ties, matter, found)
  }
}

/** Loans that somebody guarantees, by his number or name, and where there are any those who bear the same. */
function addGuaranteed(ties: LedgerTies, party: string, found: (rows: readonly number[]) => void): void {
  const own = ties.loans.rows(`保${party}`)
  const listed = ties.registers.get('保证人')?.rowsAbout(`保${party}`) ?? []
  if (own.length + listed.length > 0) addParty(ties, `保${party}`, found)
}

/** Loans that a guarantor guarantees and those that he owes himself: he is judged by all of them. */
function addParty(ties: LedgerTies, matter: string, found: (rows: readonly number[]) => void): void {
  found(ties.loans.rows(matter))
  addRegistered(ties, '保证人', matter, found)
  const borrowers = ties.loans.rows(`借${matter.slice(1)}`)
  found(borrowers)
  for (const borrower of borrowers) for (const group of ties.computedRows(borrower)) found(group)
}

/** Loans whose rows in a register are about the same thing. */
function addRegistered(
  ties: LedgerTies,
  name: TableName,
  matter: string,
  found: (rows: readonly number[]) => void,
): void {
  const register = ties.registers.get(name)
  for (const item of register?.rowsAbout(matter) ?? []) if (register) found(loansOf(ties, register, item))
}

function registerRows(
  ties: LedgerTies,
  register: RegisterTies,
  loan: number,
): readonly (readonly number[])[] {
  return register.rowsUnder((field) => ties.loanCells.key(loan, field))
}

/** The loans that a row of a register belongs to. */
function loansOf(ties: LedgerTies, register: RegisterTies, row: number): readonly number[] {
  const filed = register.filedUnder(row)
  return filed ? loansUnder(ties, filed.field, filed.key) : []
}

function loansUnder(ties: LedgerTies, field: string, key: string): readonly number[] {
  if (key === '') return []
  return field === 'customerName' ? ties.loans.rowsNamed(key) : ties.loans.rows(`${field}\u001f${key}`)
}

/** A number that a third name is written beside is nobody's any more: its other rows are of other customers now. */
function renameCustomers(
  ties: LedgerTies,
  seeds: ReadonlySet<number>,
  touched: Set<number>,
  addAll: AddAll,
): void {
  const asked = new Set(seeds)
  for (const row of touched) asked.add(row)
  for (const row of asked) {
    const [now, before] = [ties.customerOf(row), ties.knownCustomer(row)]
    if (now?.key === before?.key && now?.kind === before?.kind) continue
    ties.renamed.set(row, now)
    touched.add(row)
    if (before) addAll(touched, ties.rowsOfCustomer(before.key))
    if (now) addAll(touched, ties.rowsOfCustomer(now.key))
  }
}

/** Rows of the previous ledger that the loans may be, and the loans of this one that those may be instead. */
function takePrevious(
  ties: LedgerTies,
  taken: Set<number>,
  previous: Set<number>,
  judged: ReadonlySet<number>,
  addAll: AddAll,
): void {
  const { previous: before } = ties
  if (!before) return
  const look = (rows: Iterable<number>): void => {
    for (const row of rows) {
      const customer = ties.customerOf(row)?.key ?? ''
      for (const found of before.rowsFor(ties.loanCells, row, customer)) addAll(previous, found)
    }
  }
  look(judged)
  for (const row of previous) {
    for (const key of before.keysBack(row)) addAll(taken, ties.loans.rows(key))
    const name = before.nameBack(row)
    if (name !== '') addAll(taken, ties.loans.rowsNamed(name))
  }
  look([...taken])
}

function takeRegisters(
  ties: LedgerTies,
  taken: ReadonlySet<number>,
  judged: ReadonlySet<number>,
  children: ReadonlyMap<TableName, ReadonlySet<number>>,
  addAll: AddAll,
): Map<TableName, readonly number[]> {
  const rows = new Map<TableName, readonly number[]>()
  for (const [name, register] of ties.registers) {
    const found = new Set(children.get(name))
    for (const row of found) {
      const cells = ties.cells(name)
      for (const list of register.rowsUnder((field) => cells.key(row, field))) addAll(found, list)
      if (found.size > crowd) break
    }
    // what secures a loan is shared with others; all else is its own
    const shared = name === '押品' || name === '保证人'
    for (const loan of shared ? taken : judged) {
      for (const list of registerRows(ties, register, loan)) addAll(found, list)
    }
    rows.set(name, ascending(found))
  }
  return rows
}
