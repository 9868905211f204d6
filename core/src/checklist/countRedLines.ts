import type { Result } from '../check/index.ts'
import type { Checklists, RedLine } from '../policy/checklists/index.ts'

/** How many findings of what is wrong lie on each red line, and which of its rules ran. */
export function countRedLines(
  lists: Checklists,
  result: Result,
): readonly { readonly line: RedLine; readonly findings: number; readonly notRun: readonly string[] }[] {
  const counts = new Map(
    result.summary.byRule.map((one) => [
      one.rule,
      Object.values(one.bySeverity).reduce((sum, count) => sum + count, 0),
    ]),
  )
  return lists.redLines.map((line) => ({
    line,
    findings: line.rules.reduce((sum, rule) => sum + (counts.get(rule) ?? 0), 0),
    notRun: line.rules.filter((rule) => !counts.has(rule)),
  }))
}
