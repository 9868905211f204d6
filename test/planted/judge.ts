import { checkLedger, type Finding, type Result } from '@postloan/core/check'
import { builtInPolicy, type Policy } from '@postloan/core/policy'

import type { PlantedLoan } from './contract.ts'
import type { Portfolio } from './portfolio.ts'

/** One thing found or expected: which loan (or customer, for rules that judge customers), rule, case and kind. */
export interface Mark {
  readonly id: string
  readonly rule: string
  readonly case: string
  readonly kind: string
  readonly loan: PlantedLoan
  readonly plant?: string
  readonly message?: string
}

export interface Judgement {
  readonly expected: number
  readonly found: number
  readonly missed: readonly Mark[]
  readonly extra: readonly Mark[]
  readonly byRule: ReadonlyMap<string, RuleScore>
}

export interface RuleScore {
  expected: number
  found: number
  right: number
}

export function checkPortfolio(portfolio: Portfolio, policy: Policy = builtInPolicy): Result {
  return checkLedger(portfolio.ledger, { policy, previous: portfolio.previous })
}

/** What was found against what was stated, each as often as it was. */
export function judge(portfolio: Portfolio, findings: Iterable<Finding>): Judgement {
  const grains = new Map(builtInPolicy.rules.map((rule) => [rule.id, rule.grain]))
  const idOf = (rule: string, caseId: string, kind: string, loan: PlantedLoan): string =>
    `${grains.get(rule) === '借据' ? `借据${loan.serial}` : `客户${loan.customer}`} ${rule}${caseId} ${kind}`
  const expected = portfolio.expected.map(({ rule, case: caseId, kind, loan, plant }): Mark => ({
    id: idOf(rule, caseId, kind, loan),
    rule,
    case: caseId,
    kind,
    loan,
    plant: `${plant.rule}${plant.case} ${plant.name}`,
  }))
  const plantOf = new Map(
    portfolio.planted.map(({ loan, plant }) => [loan, `${plant.rule}${plant.case} ${plant.name}`]),
  )
  const found = [...findings].map((finding): Mark => {
    const loan = portfolio.owners[finding.table]?.[finding.tableRow]
    if (!loan) throw new Error(`a finding of no loan: ${finding.rule} ${finding.message}`)
    const kind = finding.outcome === 'hit' ? finding.kind : finding.outcome
    return {
      id: idOf(finding.rule, finding.case, kind, loan),
      rule: finding.rule,
      case: finding.case,
      kind,
      loan,
      message: finding.message,
      plant: plantOf.get(loan) ?? `healthy ${loan.kind}`,
    }
  })
  const byRule = new Map<string, RuleScore>()
  const score = (rule: string): RuleScore => {
    const before = byRule.get(rule)
    if (before) return before
    const made = { expected: 0, found: 0, right: 0 }
    byRule.set(rule, made)
    return made
  }
  const open = new Map<string, number>()
  for (const mark of expected) {
    score(mark.rule).expected += 1
    open.set(mark.id, (open.get(mark.id) ?? 0) + 1)
  }
  const extra: Mark[] = []
  for (const mark of found) {
    const one = score(mark.rule)
    one.found += 1
    const left = open.get(mark.id) ?? 0
    if (left > 0) {
      one.right += 1
      open.set(mark.id, left - 1)
    } else extra.push(mark)
  }
  const missed: Mark[] = []
  for (const mark of expected) {
    const left = open.get(mark.id) ?? 0
    if (left > 0) {
      missed.push(mark)
      open.set(mark.id, left - 1)
    }
  }
  return { expected: expected.length, found: found.length, missed, extra, byRule }
}
