import { maskWithin, readBook, severities, type Book, type Finding, type Result } from '../check/index.ts'
import type { Policy, Severity } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import type { CustomerRisk, FindingFigures, FindingLine, RuleFindings, UnitFindings } from './types.ts'

/** Findings of a rule and severity that are kept in full, and customers. */
export const kept = { rows: 60, customers: 200 } as const

/** All that a report tells of the findings of one check, in one pass. `fileOf` names the file that a table is from. */
export function findingFigures(
  result: Result,
  policy: Policy,
  fileOf: (table: number) => string,
  book: Book = readBook(result),
): FindingFigures {
  const places = placesOf(result)
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]))
  const [orgs, officers, products] = [unitCounts(), unitCounts(), unitCounts()]
  const found = new Map<string, FoundRule>()
  const customers = new Map<string, FoundCustomer>()
  for (const finding of result.findings({ waived: false })) {
    if (finding.outcome === 'ruleError') continue
    const due = finding.kind === 'due'
    if (due && finding.outcome === 'hit') continue
    const place = places(finding)
    const category = rules.get(finding.rule)?.category ?? ''
    orgs.add(place.org, finding, category)
    officers.add(place.officer, finding, category)
    products.add(place.product, finding, category)
    if (finding.outcome !== 'hit') continue
    const line = (): FindingLine => ({
      file: fileOf(finding.table),
      sheet: result.tables[finding.table]?.table.sheet ?? '',
      row: finding.row,
      key: maskWithin(finding.key),
      customer: place.customer,
      officer: place.officer,
      org: place.org,
      message: finding.message,
    })
    noteRule(found, finding, line)
    noteCustomer(customers, finding, place)
  }
  const owed = new Map<string, { loans: number; balance: number }>()
  for (const loan of book.counted) {
    const sum = owed.get(loan.customer) ?? { loans: 0, balance: 0 }
    owed.set(loan.customer, sum)
    sum.loans += 1
    sum.balance += loan.balance
  }
  return {
    byOrg: orgs.list(),
    byOfficer: officers.list(),
    byProduct: products.list(),
    rules: [...found.values()].map((one) => ruleFindings(one, policy)).toSorted(graverRule),
    customers: [...customers.values()]
      .map((one) => ({ ...one, ...(owed.get(one.key) ?? { loans: 0, balance: 0 }) }))
      .toSorted(graverCustomer)
      .slice(0, kept.customers),
    customersFound: customers.size,
  }
}

interface Place {
  readonly key: string
  readonly customer: string
  readonly officer: string
  readonly org: string
  readonly product: string
}

/** Whose a finding is: of the row itself; on a row of a register, what is not said there is said by its loan. */
function placesOf({ tables }: Result): (finding: Finding) => Place {
  const text = (table: number, row: number, field: string): string => {
    const one = tables[table]
    const column = one?.derived.get(field) ?? one?.table.columns.get(field)
    const value = column && row >= 0 ? valueAt(column, row) : null
    return typeof value === 'string' ? value : ''
  }
  const rowsOfSheet = new Map<number, ReadonlyMap<number, number>>()
  const rowAt = (table: number, sheetRow: number): number => {
    const known =
      rowsOfSheet.get(table) ??
      new Map(Array.from(tables[table]?.table.sheetRows ?? [], (row, at) => [row, at]))
    rowsOfSheet.set(table, known)
    return known.get(sheetRow) ?? -1
  }
  return ({ table, tableRow, alsoIn }) => {
    const [loan] = tables[table]?.table.name === '借据' ? [] : (alsoIn ?? [])
    const loanRow = loan ? rowAt(loan.table, loan.row) : -1
    const either = (field: string): string =>
      text(table, tableRow, field) || (loan ? text(loan.table, loanRow, field) : '')
    const customer = either('customerName')
    return {
      key: either('customerKey') || customer,
      customer,
      officer: either('managerName'),
      org: either('orgName'),
      product: either('productType'),
    }
  }
}

interface Unit {
  readonly name: string
  readonly bySeverity: Record<Severity, number>
  incomplete: number
  readonly byCategory: Record<string, number>
}

/** Counts by name, gravest first. */
function unitCounts() {
  const units = new Map<string, Unit>()
  return {
    add(name: string, { outcome, severity }: Finding, category: string): void {
      const unit = units.get(name) ?? { name, bySeverity: noneFound(), incomplete: 0, byCategory: {} }
      units.set(name, unit)
      if (outcome === 'incomplete') unit.incomplete += 1
      else {
        unit.bySeverity[severity] += 1
        unit.byCategory[category] = (unit.byCategory[category] ?? 0) + 1
      }
    },
    list: (): readonly UnitFindings[] => [...units.values()].toSorted(graver),
  }
}

export function noneFound(): Record<Severity, number> {
  return { serious: 0, warning: 0, attention: 0, notice: 0 }
}

/** For sorting: most of the gravest first. */
export function graver(
  a: { readonly bySeverity: Readonly<Record<Severity, number>> },
  b: { readonly bySeverity: Readonly<Record<Severity, number>> },
): number {
  for (const severity of severities) {
    const more = b.bySeverity[severity] - a.bySeverity[severity]
    if (more !== 0) return more
  }
  return 0
}

interface FoundRule {
  readonly finding: Finding
  count: number
  readonly rows: FindingLine[]
}

function noteRule(found: Map<string, FoundRule>, finding: Finding, line: () => FindingLine): void {
  const name = `${finding.severity} ${finding.rule}`
  const rule = found.get(name) ?? { finding, count: 0, rows: [] }
  found.set(name, rule)
  rule.count += 1
  if (rule.rows.length < kept.rows) rule.rows.push(line())
}

function ruleFindings({ finding, count, rows }: FoundRule, policy: Policy): RuleFindings {
  const { severity, rule, kind, remedy, sources } = finding
  const basis = sources.flatMap((id) => {
    const source = policy.sources.find((one) => one.id === id)
    return source ? [{ text: `${source.title}${source.article ?? ''}`, status: source.status }] : []
  })
  return {
    severity,
    rule,
    name: policy.rules.find(({ id }) => id === rule)?.nameZh ?? rule,
    lead: kind === 'lead',
    count,
    remedy,
    // two passages of one document may have one name
    basis: basis.filter((one, at) => basis.findIndex(({ text }) => text === one.text) === at),
    rows,
  }
}

/** For sorting rules: gravest first, then most. */
export function graverRule(a: RuleFindings, b: RuleFindings): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count
}

type FoundCustomer = Omit<CustomerRisk, 'loans' | 'balance' | 'bySeverity'> & {
  readonly bySeverity: Record<Severity, number>
}

/** Findings come gravest first, so the first of a customer is the worst. */
function noteCustomer(customers: Map<string, FoundCustomer>, finding: Finding, place: Place): void {
  if (place.key === '') return
  const { severity, rule, message } = finding
  const known = customers.get(place.key) ?? { ...place, severity, rule, message, bySeverity: noneFound() }
  customers.set(place.key, known)
  known.bySeverity[severity] += 1
}

/** For sorting customers: gravest first, then what is owed. */
export function graverCustomer(a: CustomerRisk, b: CustomerRisk): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.balance - a.balance
}
