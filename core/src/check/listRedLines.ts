import { redLines, type Policy, type RedLine, type Severity } from '../policy/index.ts'
import { severities, zeroBySeverity } from './severities.ts'
import type { Finding, Result } from './types.ts'

export interface RedLineTouch {
  readonly line: RedLine
  readonly findings: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  /** Its rules that ran on no table of this ledger: on that side nobody has looked. */
  readonly notRun: readonly string[]
}

/** The red lines that a finding of this rule may touch; most rules touch none. */
export function redLinesOf(rule: string): readonly RedLine[] {
  return redLines.filter((line) => line.rules.includes(rule))
}

/**
 * How many findings of a result touch each red line: hits only, what is to be done in time touches none. A touch is for
 * a person to look into, not a verdict.
 */
export function listRedLines(result: Result, policy: Policy): readonly RedLineTouch[] {
  const byRule = new Map(result.summary.byRule.map((count) => [count.rule, count]))
  return redLines.map((line) => {
    const bySeverity = zeroBySeverity()
    for (const rule of line.rules) {
      const counts = byRule.get(rule)?.bySeverity
      if (counts) for (const severity of severities) bySeverity[severity] += counts[severity]
    }
    return {
      line,
      findings: severities.reduce((sum, severity) => sum + bySeverity[severity], 0),
      bySeverity,
      notRun: policy.rules
        .filter(({ id, cases }) => line.rules.includes(id) && !cases.some((one) => ran(result, id, one.id)))
        .map(({ id }) => id),
    }
  })
}

/** The findings that touch a line, rule by rule. */
export function* findingsOfRedLine(result: Result, line: RedLine): Generator<Finding> {
  for (const rule of line.rules) {
    yield* result.findings({ rule, outcomes: ['hit'], kinds: ['violation', 'lead'], waived: false })
  }
}

function ran(result: Result, rule: string, caseId: string): boolean {
  return result.tables.some((_, table) => result.outcomes(rule, caseId, table) !== null)
}
