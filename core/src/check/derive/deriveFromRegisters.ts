import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { Parameter } from '../../policy/index.ts'
import type { Column } from '../../table/index.ts'
import { parameterColumn } from '../resolveParameter.ts'
import { compareStatements } from './compareStatements.ts'
import { findAccountMoves } from './findAccountMoves.ts'
import { contagionKinds, findContagion, troubleWords } from './findContagion.ts'
import { compareWithPrevious, findCopiedReports } from './findCopiedReports.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { findLargestSelfPay } from './findLargestSelfPay.ts'
import { findPaymentPatterns } from './findPaymentPatterns.ts'
import { findOtherPurposes, findVaguePurposes } from './findVaguePurposes.ts'
import type { KnownFacts } from './knownFacts.ts'
import { linkRegister } from './linkRegister.ts'
import { booleanColumn, codeColumn, numberColumn, textAt, textsOf } from './loanColumns.ts'
import type { Registers } from './registersOf.ts'

export interface LoanGround {
  readonly loans: Table
  readonly asOf: DayNumber | null
  readonly customers: CustomerFacts
  readonly closed: Uint8Array
  /** 0 firm, 1 person, -1 not known. */
  readonly segment: Int16Array
  /** Days past due to compare loans by; null where nothing tells. */
  readonly dpd: Float64Array | null
  /** Columns computed so far, for parameters that depend on the loan. */
  readonly derived: ReadonlyMap<string, Column>
  /** Where the loans are only some of a ledger's. */
  readonly known?: KnownFacts
}

export interface Settings {
  number(id: string, otherwise: number): number
  text(id: string): string
  words(id: string): readonly string[]
  readonly parameters: readonly Parameter[]
}

type Put = (key: string, column: Column | null) => void

/** Facts about loans that rest on payments, statements, other borrowers and texts; put one by one by field key. */
export function deriveFromRegisters(
  ground: LoanGround,
  registers: Registers,
  settings: Settings,
  put: Put,
): void {
  putPayments(ground, registers, settings, put)
  putStatements(ground, registers, settings, put)
  if (!ground.known) putContagion(ground, registers, settings, put)
  putTexts(ground, registers, settings, put)
}

function putPayments(ground: LoanGround, { payments }: Registers, settings: Settings, put: Put): void {
  const { loans, asOf } = ground
  const links = linkRegister(loans, payments)
  put('largestSelfPay', numbers(findLargestSelfPay(loans, payments?.table, links)))
  if (!payments || !links) return
  const patterns = findPaymentPatterns(loans, payments.table, links, {
    limit: entrustedFrom(ground, settings),
    splitDays: settings.number('splitWindowDays', 10),
    returnDays: settings.number('backflowDays', 30),
    moveDays: settings.number('fastTransferDays', 5),
  })
  put('splitPaymentSum', numberColumn(patterns.splitSum))
  put('splitPaymentCount', numberColumn(patterns.splitCount))
  put('splitPaymentPayee', texts(patterns.splitPayee))
  put('backflowRatio', numberColumn(patterns.returnedShare))
  put('backflowAmount', numberColumn(patterns.returnedAmount))
  put('backflowParty', texts(patterns.returnedBy))
  put('movedAwayShare', numberColumn(patterns.movedShare))
  if (asOf === null) return
  const window = settings.number('accountWatchDays', 30)
  const last = ground.known?.lastPaymentDay
  const moves = findAccountMoves(loans, payments.table, links, asOf, window, last)
  if (!moves) return
  put('accountHistoryDays', numberColumn(moves.coveredDays))
  put('accountBalanceFall', numberColumn(moves.balanceFall))
  put('receiptsFall', numberColumn(moves.receiptsFall))
  put('quietReceiptDays', numberColumn(moves.quietDays))
}

/** The ceiling for self-payment of each loan by its product and day; NaN where none is set. */
function entrustedFrom({ loans, asOf, derived }: LoanGround, { parameters }: Settings): Float64Array {
  const parameter = parameters.find(({ id }) => id === 'entrustedFrom')
  const column =
    parameter &&
    parameterColumn(parameter, {
      asOf,
      rowCount: loans.rowCount,
      column: (field) => derived.get(field) ?? loans.columns.get(field),
    })
  return column?.kind === 'number' ? column.values : new Float64Array(loans.rowCount).fill(Number.NaN)
}

/** Field keys of what the statements say. */
const statementFields = {
  count: 'statementCount',
  assets: 'latestAssets',
  leverage: 'latestLeverage',
  leverageBefore: 'leverageYearAgo',
  leverageWorse: 'leverageWorsening',
  current: 'latestCurrentRatio',
  currentBefore: 'currentRatioYearAgo',
  currentWorse: 'currentRatioWorsening',
  margin: 'latestGrossMargin',
  marginBefore: 'grossMarginYearAgo',
  marginWorse: 'grossMarginWorsening',
  revenue: 'latestRevenue',
  revenueBefore: 'revenueYearAgo',
  revenueChange: 'revenueGrowth',
  cashShortPeriods: 'cashShortPeriods',
  lossPeriods: 'lossPeriods',
  stockGap: 'stockGrowthGap',
} as const

function putStatements(
  { loans, asOf }: LoanGround,
  { statements }: Registers,
  settings: Settings,
  put: Put,
): void {
  const links = linkRegister(loans, statements)
  if (!statements || !links) return
  const facts = compareStatements(loans, statements.table, links, asOf, {
    together: settings.text('worsenMode') === '累计',
    fallingDebtIsWorse: settings.text('worsenDirection') === '下降为恶化',
  })
  if (!facts) return
  put('latestReportPeriod', texts(facts.period))
  for (const [fact, field] of Object.entries(statementFields)) {
    // the keys of the table above are the facts' own names
    put(field, numberColumn(facts[fact as keyof typeof statementFields]))
  }
}

function putContagion(ground: LoanGround, { guarantors }: Registers, settings: Settings, put: Put): void {
  const { loans, customers, closed, dpd } = ground
  const found = findContagion(loans, customers, closed, dpd, guarantors, {
    overdueDays: settings.number('tierHighOverdueDays', 30),
    stopWords: settings.words('controllerStopWords'),
  })
  if (!found) return
  const names = textsOf(loans, 'customerName')
  const of = (word: (row: number) => string): Column =>
    texts([...found.source].map((row) => (row < 0 ? null : word(row) || null)))
  put('contagionKind', codeColumn(found.kind, contagionKinds))
  put(
    'contagionParty',
    of((row) => textAt(names, row)),
  )
  put(
    'contagionReason',
    of((row) => troubleWords(loans, dpd, row)),
  )
}

function putTexts(ground: LoanGround, { previousLoans }: Registers, settings: Settings, put: Put): void {
  const { loans, customers, closed, segment, known } = ground
  const agri = textsOf(loans, 'isAgri')
  const copying = {
    leastLength: settings.number('reportMinLength', 120),
    alike: settings.number('reportSimilarity', 90) / 100,
  }
  const compared = (row: number): boolean =>
    segment[row] === 0 && closed[row] !== 1 && textAt(agri, row) !== '是'
  const copied = known ? null : findCopiedReports(loans, customers, compared, copying)
  put('copiedReports', numbers(copied?.customers))
  put('copiedReportLikeness', numbers(copied?.likeness))
  const before = linkRegister(loans, previousLoans)
  if (previousLoans && before) {
    put('previousReportLikeness', numbers(compareWithPrevious(loans, previousLoans.table, before, copying)))
  }
  const vague = settings.words('vagueUseWords')
  if (!known) put('vaguePurposeLoans', numbers(findVaguePurposes(loans, closed, vague)))
  const other = findOtherPurposes(loans, vague)
  put('purposeDiffers', other ? booleanColumn(other) : null)
}

function numbers(values: Float64Array | null | undefined): Column | null {
  return values ? numberColumn(values) : null
}

/** A text column; null is blank. */
function texts(values: readonly (string | null)[]): Column {
  const known = new Map<string, number>()
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return -1
    const before = known.get(value)
    if (before !== undefined) return before
    known.set(value, known.size)
    return known.size - 1
  })
  return { kind: 'text', codes, dictionary: [...known.keys()] }
}
