import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { Column } from '../../table/index.ts'
import { classNames } from './compareCustomerLoans.ts'
import type { LoanGround, Settings } from './deriveFromRegisters.ts'
import { findArchiveGaps } from './findArchiveGaps.ts'
import { findCollateralPools } from './findCollateralPools.ts'
import { findAddedGuarantors, findExtensions, findReplacedLoans } from './findExtensions.ts'
import { findGuaranteeCircles } from './findGuaranteeCircles.ts'
import type { MaturityFacts } from './findMaturity.ts'
import { findSuccessions } from './findSuccessions.ts'
import { linkRegister, rowsOf } from './linkRegister.ts'
import { listGuarantors } from './listGuarantors.ts'
import { booleanColumn, codeColumn, dateColumn, numberColumn, textAt } from './loanColumns.ts'
import { rateGuarantors } from './rateGuarantors.ts'
import { readCollateral } from './readCollateral.ts'
import { collectionDays, readCollections } from './readCollections.ts'
import type { Registers } from './registersOf.ts'
import { sumExposures } from './sumExposures.ts'

type Put = (key: string, column: Column | null) => void

/** Facts about loans that rest on collateral, guarantors, collection, archive and the previous ledger. */
export function deriveSecurity(
  ground: LoanGround,
  registers: Registers,
  settings: Settings,
  time: { readonly maturity: MaturityFacts | null; readonly previousAsOf: DayNumber | null },
  put: Put,
): void {
  putCollateral(ground, registers, settings, put)
  putGuarantors(ground, registers, settings, time, put)
  const { loans, customers } = ground
  for (const [key, column] of readCollectionLog(loans, settings)) put(key, column)
  put('latestCollection', latestCollection(loans, registers))
  const exposure = sumExposures(loans, customers)
  put('customerExposure', numbers(exposure?.customer))
  put('groupExposure', numbers(exposure?.group))
  const days = settings.number('concealDays', 15)
  const succeeded = findSuccessions(
    loans,
    customers,
    ground.closed,
    registers.previousLoans,
    time.previousAsOf,
    days,
  )
  put('succeededClass', succeeded ? codeColumn(succeeded.worstClass, classNames) : null)
  put('succeededOverdueDays', numbers(succeeded?.overdueDays))
}

/** The computed columns of a collection log, or of the log columns in a loan list. */
export function readCollectionLog(table: Table, settings: Settings): Map<string, Column> {
  return readCollections(table, {
    forbidden: settings.words('forbiddenCollectionWords'),
    window: settings.number('negationWindow', 6),
  })
}

function putCollateral(ground: LoanGround, registers: Registers, settings: Settings, put: Put): void {
  const { loans, asOf } = ground
  for (const [key, column] of readCollateral(loans, settings.parameters, asOf)) put(key, column)
  const limits = settings.parameters.find(({ id }) => id === 'ltvLimit')
  const pools = findCollateralPools(ground, registers.collateral, limits)
  if (!pools) return
  put('collateralPool', texts(pools.pool))
  put('collateralCount', numberColumn(pools.count))
  put('collateralValue', numberColumn(pools.value))
  put('securedBalance', numberColumn(pools.balance))
  put('collateralCapacity', numberColumn(pools.capacity))
  const share = (of: Float64Array): Float64Array =>
    of.map((amount, row) => {
      const value = pools.value[row] ?? Number.NaN
      return value > 0 ? (amount / value) * 100 : Number.NaN
    })
  put('collateralRate', numberColumn(share(pools.balance)))
  put('collateralRateLimit', numberColumn(share(pools.capacity)))
}

function putGuarantors(
  ground: LoanGround,
  registers: Registers,
  settings: Settings,
  { maturity }: { readonly maturity: MaturityFacts | null },
  put: Put,
): void {
  const { loans, customers, closed, dpd } = ground
  const extensions = findExtensions(maturity)
  put('maturityBefore', dates(extensions?.before))
  put('extendedTo', dates(extensions?.extendedTo))
  const replaced = findReplacedLoans(loans, maturity, registers.previousLoans?.table)
  put('previousLoanMaturity', dates(replaced?.lastDay))
  putArchive(ground, registers, extensions?.extendedTo, put)
  const hasColumn = loans.columns.has('guarantorName') || loans.columns.has('guarantorId')
  if (!hasColumn && !registers.guarantors) return
  const list = listGuarantors(loans, customers, registers.guarantors)
  // the loan that was replaced has ended, so who backed it is asked of closed loans too
  put('guarantorAdded', replaced ? booleanColumn(findAddedGuarantors(replaced, list.guarantors)) : null)
  const guarantors = list.guarantors.filter(({ loan }) => closed[loan] !== 1)
  const standing = rateGuarantors(loans, customers, closed, dpd, guarantors)
  put('guarantorWorth', numberColumn(standing.worth))
  put('guarantorOverdueDays', numberColumn(standing.overdueDays))
  put('guarantorWorstClass', codeColumn(standing.worstClass, classNames))
  put('companyGuaranteeShare', numberColumn(standing.single))
  put('companyGroupShare', numberColumn(standing.group))
  if (ground.known) return
  const circles = findGuaranteeCircles(
    loans,
    customers,
    { ...list, guarantors },
    settings.words('controllerStopWords'),
  )
  put('guaranteeCircle', numberColumn(circles.groups))
  put('guarantorBacks', numberColumn(circles.backs))
}

function putArchive(
  { loans, asOf, segment, dpd, derived }: LoanGround,
  { archive }: Registers,
  extendedTo: Float64Array | undefined,
  put: Put,
): void {
  if (asOf === null) return
  const families = derived.get('productFamily')
  const small = derived.get('smallMicro')
  const gaps = findArchiveGaps(loans, archive, {
    asOf,
    familyOf: (row) => (families?.kind === 'text' ? textAt(families, row) : ''),
    isFirm: (row) => segment[row] === 0,
    isSmall: (row) => small?.kind === 'boolean' && small.values[row] === 1,
    overdueDays: (row) => dpd?.[row] ?? Number.NaN,
    isExtended: (row) => !Number.isNaN(extendedTo?.[row] ?? Number.NaN),
  })
  put('archiveGaps', gaps ? texts(gaps) : null)
}

/** The last day on which anyone was in touch about each loan's arrears, in its own row or the collection register. */
function latestCollection(loans: Table, { collection }: Registers): Column | null {
  const own = collectionDays(loans)
  const links = linkRegister(loans, collection)
  const listed = collection && links ? collectionDays(collection.table) : null
  if (!own && !listed) return null
  return dateColumn(
    Float64Array.from({ length: loans.rowCount }, (_, row) => {
      let latest = own?.[row] ?? Number.NaN
      for (const at of (listed && links && rowsOf(links, row)) ?? []) {
        const day = listed?.[at] ?? Number.NaN
        if (!(day <= latest) && !Number.isNaN(day)) latest = day
      }
      return latest
    }),
  )
}

function numbers(values: Float64Array | null | undefined): Column | null {
  return values ? numberColumn(values) : null
}

function dates(values: Float64Array | null | undefined): Column | null {
  return values ? dateColumn(values) : null
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
