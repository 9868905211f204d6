import { severities } from '../check/index.ts'
import { graver, graverCustomer, graverRule, kept, noneFound } from './findingFigures.ts'
import type { CustomerRisk, FindingFigures, RuleFindings, SeverityCounts, UnitFindings } from './types.ts'

/** The findings of several files as one. Customers are the same where their key is; rows of each file are kept in turn. */
export function mergeFindings(files: readonly FindingFigures[]): FindingFigures {
  const [only] = files
  if (files.length === 1 && only) return only
  const customers = mergeCustomers(files.flatMap((one) => one.customers))
  return {
    byOrg: mergeUnits(files.flatMap(({ byOrg }) => byOrg)),
    byOfficer: mergeUnits(files.flatMap(({ byOfficer }) => byOfficer)),
    byProduct: mergeUnits(files.flatMap(({ byProduct }) => byProduct)),
    rules: mergeRules(files.flatMap(({ rules }) => rules)),
    customers: customers.slice(0, kept.customers),
    customersFound: files.some(({ customers: some, customersFound }) => some.length < customersFound)
      ? files.reduce((sum, { customersFound }) => sum + customersFound, 0)
      : customers.length,
  }
}

export function addCounts(lists: readonly SeverityCounts[]): SeverityCounts {
  const sum = noneFound()
  for (const counts of lists) for (const severity of severities) sum[severity] += counts[severity]
  return sum
}

function grouped<T>(list: readonly T[], nameOf: (one: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of list) {
    const group = groups.get(nameOf(one))
    if (group) group.push(one)
    else groups.set(nameOf(one), [one])
  }
  return [...groups.values()]
}

function mergeUnits(units: readonly UnitFindings[]): readonly UnitFindings[] {
  return grouped(units, ({ name }) => name)
    .map((group) => {
      const byCategory: Record<string, number> = {}
      for (const one of group) {
        for (const [category, count] of Object.entries(one.byCategory)) {
          byCategory[category] = (byCategory[category] ?? 0) + count
        }
      }
      return {
        name: group[0].name,
        bySeverity: addCounts(group.map(({ bySeverity }) => bySeverity)),
        incomplete: group.reduce((sum, { incomplete }) => sum + incomplete, 0),
        byCategory,
      }
    })
    .toSorted(graver)
}

function mergeRules(rules: readonly RuleFindings[]): readonly RuleFindings[] {
  return grouped(rules, ({ severity, rule }) => `${severity} ${rule}`)
    .map((group) => {
      // the first row of each file, then the second …: a cut list still shows every file
      const most = Math.max(...group.map(({ rows }) => rows.length))
      const rows = Array.from({ length: most }, (_, at) => group.flatMap((one) => one.rows.slice(at, at + 1)))
      return {
        ...group[0],
        count: group.reduce((sum, { count }) => sum + count, 0),
        rows: rows.flat().slice(0, kept.rows),
      }
    })
    .toSorted(graverRule)
}

function mergeCustomers(customers: readonly CustomerRisk[]): readonly CustomerRisk[] {
  return grouped(customers, ({ key }) => key)
    .map((group) => ({
      ...(group.toSorted(graverCustomer)[0] ?? group[0]),
      bySeverity: addCounts(group.map(({ bySeverity }) => bySeverity)),
      loans: group.reduce((sum, { loans }) => sum + loans, 0),
      balance: group.reduce((sum, { balance }) => sum + balance, 0),
    }))
    .toSorted(graverCustomer)
}
