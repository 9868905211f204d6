import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { Parameter } from '../../policy/index.ts'
import type { Column } from '../../table/index.ts'
import { parameterOn } from '../resolveParameter.ts'
import { amountTolerance } from './amountTolerance.ts'
import { carryFromRegisters } from './carryFromRegisters.ts'
import { classifyProducts } from './classifyProducts.ts'
import { classNames, compareClasses, compareOverdue } from './compareCustomerLoans.ts'
import { compareRates } from './compareRates.ts'
import { countOverdueDays, overdueBasis } from './countOverdueDays.ts'
import type { OverdueFacts } from './countOverdueDays.ts'
import { countSameDaySites } from './countSameDaySites.ts'
import { deriveFromRegisters } from './deriveFromRegisters.ts'
import type { LoanGround } from './deriveFromRegisters.ts'
import { deriveOversight } from './deriveOversight.ts'
import { deriveSecurity, readCollectionLog } from './deriveSecurity.ts'
import { findArrears } from './findArrears.ts'
import { findClosed } from './findClosed.ts'
import { findCrossing } from './findCrossing.ts'
import { customerKeyKinds, findCustomers } from './findCustomers.ts'
import { findDamagedIds } from './findDamagedIds.ts'
import { findDuplicates } from './findDuplicates.ts'
import { findMaturity } from './findMaturity.ts'
import { findGuaranteeEnd, findStatuteEnd, guaranteeBasis, statuteBasis } from './findPeriodEnds.ts'
import { findRegisteredGuarantees } from './findRegisteredGuarantees.ts'
import { findSegment, segmentEvidence, segmentNames } from './findSegment.ts'
import { findSmallMicro } from './findSmallMicro.ts'
import { findNearLimit, findSplits } from './findSplits.ts'
import { findTerms, wholeMonths } from './findTerms.ts'
import { findTurnover } from './findTurnover.ts'
import { findWarningGaps } from './findWarningGaps.ts'
import type { KnownFacts } from './knownFacts.ts'
import { booleanColumn, codeColumn, dateColumn, numberColumn } from './loanColumns.ts'
import { productFamilies } from './productWords.ts'
import { readCollateral } from './readCollateral.ts'
import { readPayments } from './readPayments.ts'
import type { Registers } from './registersOf.ts'

export interface DeriveContext extends Registers {
  readonly asOf: DayNumber | null
  readonly parameters: readonly Parameter[]
  /** The day of the previous ledger, where there is one. */
  readonly previousAsOf?: DayNumber | null
  /** Where the table is only some rows of a ledger. */
  readonly known?: KnownFacts
}

/**
 * Columns computed before rules run, by field key. `given` holds all loans of the ledger (表内 and 表外 together), since
 * some facts compare a loan with the customer's others. A fact is absent where the columns it rests on are; facts that
 * need the as-of day are absent without one. At most n log n in the rows. The payment list and the registers of
 * warnings, collection and collateral have a few columns of their own, other tables none.
 */
export function deriveColumns(given: Table, context: DeriveContext): Map<string, Column> {
  const setting = settings(context)
  if (given.name === '支付') {
    return readPayments(given, {
      forbidden: setting.words('forbiddenUseWords'),
      investment: setting.words('investmentUseWords'),
      harmless: setting.words('useStopWords'),
    })
  }
  if (given.name === '预警') return findWarningGaps(given)
  if (given.name === '催收') return readCollectionLog(given, setting)
  if (given.name === '押品') return readCollateral(given, context.parameters, context.asOf)
  if (given.name !== '借据') return new Map()
  const carried = carryFromRegisters(given, context)
  const derived = new Map([...carried.facts, ...carried.days])
  const columns = new Map([...given.columns, ...carried.days])
  const table = carried.days.size === 0 ? given : { ...given, columns }
  const { asOf, known } = context
  const rows = table.rowCount
  const put = (key: string, column: Column | null): void => {
    if (column) derived.set(key, column)
  }

  const maturity = findMaturity(table, setting.text('rollRestDays') !== '否')
  const arrears = findArrears(table)
  const overdue = countOverdueDays(table, asOf, maturity, arrears, known?.sparseArrears)
  const { closed, writtenOff } = findClosed(table, arrears)
  const products = classifyProducts(table)
  const segment = findSegment(table, products.family)
  const customers = known?.customers ?? findCustomers(table, segment.segment)
  const terms = findTerms(table, maturity)

  put('effectiveMaturity', date(maturity?.effective))
  put('recordedOverdueDays', number(overdue.recorded))
  if (overdue.recorded) put('arrearsLeftBlank', booleanColumn(overdue.leftBlank))
  put('impliedOverdueDays', number(overdue.implied))
  put('dpd', number(overdue.days))
  if (overdue.days) put('dpdBasis', codeColumn(overdue.basis, overdueBasis))
  put('interestArrears', number(arrears.interest))
  put('arrearsCeiling', number(arrears.ceiling))
  put('closed', booleanColumn(closed))
  put('writtenOff', booleanColumn(writtenOff))
  put('segment', codeColumn(segment.segment, segmentNames))
  put('segmentBasis', codeColumn(segment.basis, segmentEvidence))
  put('segmentConfidence', number(segment.confidence))
  put('smallMicro', booleanColumn(findSmallMicro(table)))
  put('productFamily', table.columns.has('productType') ? codeColumn(products.family, productFamilies) : null)
  put('lowRisk', booleanColumn(products.lowRisk))
  put('revolving', booleanColumn(products.revolving))
  put('creditCard', booleanColumn(products.creditCard))
  put('retailInstalment', booleanColumn(products.retailInstalment))
  put('outsideUnifiedClass', booleanColumn(products.outsideUnifiedClass))
  put('policyRate', booleanColumn(products.policyRate))
  put('termMonthsComputed', number(terms))
  put('customerKey', customers.key)
  put('customerKeyKind', codeColumn(customers.kind, customerKeyKinds))
  if (!known) put('amountTolerance', number(new Float64Array(rows).fill(amountTolerance(table))))
  for (const [key, field] of [
    ['idDamaged', 'idNumber'],
    ['loanNoDamaged', 'loanNo'],
    ['accountNoDamaged', 'accountNo'],
  ] as const) {
    const damaged = findDamagedIds(table, field)
    put(key, damaged ? booleanColumn(damaged) : null)
  }

  const guarantee = findGuaranteeEnd(table, maturity, setting.number('guaranteeDefaultMonths', 6))
  put('guaranteeEnd', date(guarantee?.day))
  put('guaranteeBasis', guarantee ? codeColumn(guarantee.basis, guaranteeBasis) : null)
  put('guaranteeRegistered', booleanColumn(findRegisteredGuarantees(table, maturity, context.guarantors)))
  const statute = findStatuteEnd(table, maturity, setting.number('statuteYears', 3))
  put('statuteEnd', date(statute?.day))
  put('statuteBasis', statute ? codeColumn(statute.basis, statuteBasis) : null)

  const classes = compareClasses(table, customers, closed, products.outsideUnifiedClass)
  put('sameCustomerNplShare', number(classes?.nplShare))
  put('sameCustomerWorstClass', classes ? codeColumn(classes.worst, classNames) : null)
  put('sameCustomerBestClass', classes ? codeColumn(classes.best, classNames) : null)
  put('sameCustomerClassSpread', classes ? number(spread(classes.worst, classes.best)) : null)
  put('sameCustomerLoans', number(classes?.loans))

  if (!known) put('sameDaySites', number(countSameDaySites(table, (row) => segment.segment[row] === 0)))
  put('duplicateGroupSize', number(findDuplicates(table, customers, closed)))
  const splits = findSplits(table, customers, segment.segment, products, {
    windowDays: setting.number('splitWindowDays', 10),
    limitOf: (family) => setting.numberFor('splitThreshold', family, 500_000),
  })
  put('splitSum', number(splits?.sum))
  put('splitCount', number(splits?.count))
  put('splitLimit', number(splits?.limit))
  put(
    'turnoverLinks',
    number(
      findTurnover(table, customers, maturity, closed, {
        daysApart: setting.number('chainDays', 15),
        smallestRatio: setting.number('chainAmountLow', 90) / 100,
        largestRatio: setting.number('chainAmountHigh', 110) / 100,
      }),
    ),
  )
  const rateSettings = {
    smallestGroup: setting.number('rateGroupMin', 20),
    points: setting.number('rateDeviation', 1.5),
    spreads: setting.number('rateMadMultiple', 3),
  }
  const rates = known ? null : compareRates(table, terms, products, rateSettings)
  put('rateGroupSize', number(rates?.size))
  put('rateGroupMedian', number(rates?.median))
  put('rateAllowance', number(rates?.allowance))

  const comparable = comparableDays(overdue)
  const ground: LoanGround = {
    loans: table,
    asOf,
    customers,
    closed,
    segment: segment.segment,
    dpd: comparable,
    derived,
    ...(known ? { known } : {}),
  }
  deriveFromRegisters(ground, context, setting, put)
  deriveSecurity(ground, context, setting, { maturity, previousAsOf: context.previousAsOf ?? null }, put)
  deriveOversight(ground, context, setting, put)
  if (asOf === null) return derived
  put('daysToMaturity', maturity ? number(maturity.effective.map((day) => day - asOf)) : null)
  if (overdue.days)
    put('overdueStart', dateColumn(overdue.days.map((days) => (days > 0 ? asOf - days + 1 : Number.NaN))))
  if (comparable) {
    const crossing = findCrossing(comparable, asOf)
    put('crossingStep', number(crossing.step))
    put('crossingDay', date(crossing.day))
    const others = compareOverdue(
      table,
      customers,
      comparable,
      closed,
      asOf,
      setting.number('overdueLendingDays', 7),
    )
    put('otherLoansOverdueDays', number(others.days))
    put('lentWhileOverdue', table.columns.has('disburseDate') ? booleanColumn(others.lentMeanwhile) : null)
  }
  if (splits && !known) {
    const near = findNearLimit(table, splits.limit, asOf, setting.number('managerSplitFloor', 95) / 100)
    put('nearLimitCount', number(near?.count))
    put('nearLimitShare', number(near?.share))
  }
  const before = context.previousAsOf ?? null
  if (before !== null && before <= asOf) {
    put('monthsSincePrevious', number(new Float64Array(rows).fill(wholeMonths(before, asOf))))
  }
  return derived
}

function spread(worst: Int16Array, best: Int16Array): Float64Array {
  const grades = new Float64Array(worst.length)
  for (let row = 0; row < grades.length; row += 1) {
    const low = worst[row] ?? -1
    grades[row] = low < 0 ? Number.NaN : low - (best[row] ?? low)
  }
  return grades
}

/** Parameters by id, in force on the ledger's day; the default stands where a policy has none of that id. */
function settings({ parameters, asOf }: DeriveContext) {
  const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]))
  const valueOf = (id: string): unknown => {
    const parameter = byId.get(id)
    return parameter && parameterOn(parameter, asOf)?.value
  }
  return {
    parameters,
    number: (id: string, otherwise: number): number => plain(valueOf(id), otherwise),
    words(id: string): readonly string[] {
      const value = valueOf(id)
      return Array.isArray(value) ? value.map(String) : []
    },
    text(id: string): string {
      const value = valueOf(id)
      return typeof value === 'string' ? value : ''
    },
    /** For a product family, else the value for all. */
    numberFor(id: string, product: string, otherwise: number): number {
      const values = byId.get(id)?.values ?? []
      const own = values.find((value) => value.for?.product === product) ?? values.find((value) => !value.for)
      return plain(own?.value, otherwise)
    },
  }
}

/** Days past due to compare loans by: where the ledger records none for a loan, by its own habit, what maturity implies. */
function comparableDays({ recorded, implied, days, leftBlank }: OverdueFacts): Float64Array | null {
  if (!recorded || !days) return implied
  if (!implied) return days
  return days.map((known, row) =>
    Number.isNaN(known) && leftBlank[row] === 1 ? (implied[row] ?? known) : known,
  )
}

function plain(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

function number(values: Float64Array | null | undefined): Column | null {
  return values ? numberColumn(values) : null
}

function date(values: Float64Array | null | undefined): Column | null {
  return values ? dateColumn(values) : null
}
