import { formatIsoDay } from '@postloan/core/calendar'
import { assumedOf } from '@postloan/core/check'
import type { Finding, Result } from '@postloan/core/check'
import { ruleName, type Policy } from '@postloan/core/policy'
import type { FindingFacts } from '@postloan/core/ui'
import { Deadlines } from '@postloan/core/workbook/own'

import type { ReadPage } from './readPage.ts'
import type { StoredFinding } from './types.ts'

/** All that the panel shows of a finding. */
export function describeFinding(
  finding: Finding,
  { result, read, policy, today }: { result: Result; read: ReadPage; policy: Policy; today: number },
): FindingFacts {
  const names = new Map(policy.fields.map(({ key, name }) => [key, name]))
  const deadline = finding.outcome === 'hit' ? new Deadlines(policy, today).for(finding.severity) : null
  const own = read.fieldsOf.get(finding.table)
  return {
    finding,
    explanation: result.explain?.(finding) ?? null,
    ruleName: ruleName(finding.rule, policy),
    basis: finding.sources.flatMap((id) => {
      const source = policy.sources.find((one) => one.id === id)
      if (!source) return []
      const { title, article = '', status, effective = '' } = source
      return [{ title, article, status, effective }]
    }),
    assumed: assumedOf(finding, names),
    deadline: deadline === null ? null : formatIsoDay(deadline),
    owner: '',
    cells: [...new Set([...(finding.at ?? []), ...finding.fields])].flatMap((field) => {
      const placed = own?.get(field)
      return placed ? [{ field, name: names.get(field) ?? field, address: placed.field.label }] : []
    }),
  }
}

/** What is kept of a finding in an imported ledger. */
export function storedFinding(finding: Finding, policy: Policy): StoredFinding {
  const { id, rule, kind, outcome, severity, message, remedy } = finding
  return { id, rule, name: ruleName(rule, policy), kind, outcome, severity, message, remedy }
}
