import type { Ledger } from '@postloan/core/ledger'
import { builtInPolicy, type TableName } from '@postloan/core/policy'

import { portfolioDay, workdayBefore } from '../portfolio/healthyLoans.ts'
import { type Random, seededRandom } from '../portfolio/random.ts'
import type { Expectation, Plant, PlantedLoan, PlantedWorld, Register, Row } from './contract.ts'
import { customerFields, makeHealthyLoan } from './healthyLoan.ts'
import { plantedKinds } from './kinds.ts'
import type { PlantedKind } from './plantedKind.ts'
import { lastMonthDay } from './previousRow.ts'
import { ledgerOf, loanSheets, type SheetOfRows } from './sheets.ts'
import { drawnOn } from './vary.ts'

export interface PlantedInstance {
  readonly plant: Plant
  readonly loan: PlantedLoan
}

export interface Portfolio {
  readonly ledger: Ledger
  readonly previous: Ledger
  readonly loans: readonly PlantedLoan[]
  readonly planted: readonly PlantedInstance[]
  /** What must be found, each with the loan that it is found on. */
  readonly expected: readonly (Expectation & { readonly loan: PlantedLoan; readonly plant: Plant })[]
  /** The loan of each row, by table of the ledger. */
  readonly owners: readonly (readonly PlantedLoan[])[]
  /** Both ledgers as rows, sheet by sheet. */
  readonly sheets: { readonly now: readonly SheetOfRows[]; readonly before: readonly SheetOfRows[] }
}

export interface PortfolioOptions {
  /** All loans, planted and healthy; 0 for the planted alone. */
  readonly count: number
  readonly seed: number
  readonly plants: readonly Plant[]
  /** The day of the ledger before this one, where it is not last month's. */
  readonly previousDay?: number
}

const registerNames: Readonly<Record<Register, string>> = {
  押品: '押品台账',
  保证人: '保证人台账',
  支付: '支付清单',
  预警: '预警台账',
  催收: '催收台账',
  财务: '财务报表',
  档案: '档案台账',
}

const registers: readonly Register[] = ['押品', '保证人', '支付', '预警', '催收', '财务', '档案']

/** Plants first, each into loans of its own, then healthy loans up to the count, in the kinds' proportions. */
export function plantedPortfolio({
  count,
  seed,
  plants,
  previousDay = lastMonthDay,
}: PortfolioOptions): Portfolio {
  const loans: PlantedLoan[] = []
  const planted: PlantedInstance[] = []
  const expected: (Expectation & { loan: PlantedLoan; plant: Plant })[] = []
  let customers = 0
  let sheet: PlantedLoan['sheet'] = 'full'
  let random = seededRandom(seed)

  const add = (kind: string, customer?: PlantedLoan): PlantedLoan => {
    const loan = makeHealthyLoan(
      kindNamed(kind),
      loans.length,
      customer
        ? { serial: customer.customer, fields: shared(customer.row) }
        : { serial: customers++, fields: {} },
      sheet,
      random,
    )
    loans.push(loan)
    return loan
  }
  const world: PlantedWorld = {
    asOf: portfolioDay,
    lastMonth: lastMonthDay,
    newLoan: (kind) => add(kind),
    newLoanOf(loan, kind = loan.kind) {
      const other = add(kind, loan)
      keepApart(other, loan)
      return other
    },
  }
  for (const [index, plant] of plants.entries()) {
    random = seededRandom(seed + 1000 * (index + 1))
    sheet = plant.sheet ?? 'full'
    for (let made = 0; made < (plant.count ?? 8); made++) {
      const loan = add(plant.kinds[made % plant.kinds.length] ?? '')
      const more = plant.plant(loan, world, random) ?? []
      planted.push({ plant, loan })
      for (const one of [...plant.expects, ...more]) expected.push({ ...one, loan: one.loan ?? loan, plant })
    }
  }
  random = seededRandom(seed)
  sheet = 'full'
  const wheel = plantedKinds.flatMap((one) => Array.from({ length: one.share }, () => one.kind))
  if (count > 0 && loans.length > count) throw new Error(`the plants alone need ${loans.length} loans`)
  const first = loans.length
  while (loans.length < count) add(plantedKinds[loans.length - first]?.kind ?? random.pick(wheel))
  return { ...ledgersOf(loans, random, previousDay), loans, planted, expected }
}

/** Two loans of a customer were taken months apart: drawn within days of each other they would be one that was split. */
function keepApart(loan: PlantedLoan, other: PlantedLoan): void {
  const [drawn, due] = [Number(loan.row['放款日期']), Number(loan.row['到期日'])]
  if (Math.abs(drawn - Number(other.row['放款日期'])) > 30 || due < portfolioDay + 150) return
  drawnOn(loan, workdayBefore(drawn - 70))
}

function kindNamed(kind: string): PlantedKind {
  const found = plantedKinds.find((one) => one.kind === kind)
  if (!found) throw new Error(`no such kind: ${kind}`)
  return found
}

function shared(row: Row): Row {
  return Object.fromEntries(customerFields.map((name) => [name, row[name] ?? null]))
}

/** A register has the columns that somebody fills. */
function unfilled(table: Register, rows: readonly Row[]): readonly string[] {
  const filled = new Set(rows.flatMap((row) => Object.keys(row)))
  return builtInPolicy.fields
    .filter((field) => field.tables.includes(table) && !filled.has(field.name))
    .map((field) => field.name)
}

/** Both months' ledgers: the loans in two sheets, then the registers, rows in no particular order. */
function ledgersOf(
  loans: readonly PlantedLoan[],
  random: Random,
  previousDay: number,
): Pick<Portfolio, 'ledger' | 'previous' | 'owners' | 'sheets'> {
  const order = shuffled(loans, random)
  const owners: (readonly PlantedLoan[])[] = []
  const sheetOf = (
    table: TableName,
    name: string,
    of: readonly PlantedLoan[],
    rowsOf: (loan: PlantedLoan) => readonly Row[],
    without: readonly string[] = [],
  ) => {
    const rows = of.flatMap(rowsOf)
    owners.push(of.flatMap((loan) => rowsOf(loan).map(() => loan)))
    return { table, sheet: name, rows, without }
  }
  const present = order.filter((loan) => loan.present)
  const now: SheetOfRows[] = [
    ...loanSheets.flatMap(({ sheet, name, without }) => {
      const loansOf = present.filter((loan) => loan.sheet === sheet)
      return loansOf.length > 0 ? [sheetOf('借据', name, loansOf, (loan) => [loan.row], without)] : []
    }),
    ...registers.map((name) => {
      const sheet = sheetOf(name, registerNames[name], order, (loan) => loan.registers[name])
      return { ...sheet, without: unfilled(name, sheet.rows) }
    }),
  ]
  const before: SheetOfRows[] = [
    {
      table: '借据',
      sheet: '贷款台账',
      rows: order.flatMap((loan) => (loan.previous ? [loan.previous] : [])),
    },
  ]
  return {
    ledger: ledgerOf(portfolioDay, now),
    previous: ledgerOf(previousDay, before),
    owners,
    sheets: { now, before },
  }
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const made = [...list]
  for (let at = made.length - 1; at > 0; at--) {
    const other = random.between(0, at)
    const [one, two] = [made[at], made[other]]
    if (one !== undefined && two !== undefined) {
      made[at] = two
      made[other] = one
    }
  }
  return made
}
