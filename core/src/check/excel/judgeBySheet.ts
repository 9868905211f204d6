import type { Policy } from '../../policy/index.ts'
import { compileCases, type CompiledCase } from '../compileCases.ts'
import { indexPolicy } from '../policyIndex.ts'
import { severities } from '../severities.ts'
import { caseFormula } from './caseFormula.ts'
import { JudgingColumns } from './judgingColumns.ts'
import type { JudgedCase, Judging, JudgingGround, LeftCase } from './types.ts'

/**
 * The rules over loans as columns of a hidden sheet: the cells as read, the computed columns, then the outcome of one
 * case each (0 does not apply, 1 pass, 2 hit, 3 cannot tell; "" for an empty row), the gravest case first. A case is
 * taken whole or not at all; what is left is told with the reason.
 */
export function judgeBySheet(policy: Policy, ground: JudgingGround): Judging {
  const sheet = new JudgingColumns(policy, ground)
  const cases: JudgedCase[] = []
  const left: LeftCase[] = []
  const ranked = compileCases(indexPolicy(policy), '借据').toSorted((a, b) => rankOf(a) - rankOf(b))
  const made = ranked.flatMap((compiled) => {
    const one = caseFormula(sheet, compiled)
    if ('reason' in one) left.push({ rule: compiled.rule, case: compiled.case, reason: one.reason })
    return 'reason' in one ? [] : [{ compiled, ...one }]
  })
  for (const { compiled, formula, array } of made) {
    const { rule } = compiled
    const column = sheet.add(`${rule.id}.${compiled.case.id}`, { each: formula, ...(array ? { array } : {}) })
    cases.push({ rule, case: compiled.case, column })
  }
  return { columns: sheet.columns, cases, left }
}

/** What is proved before what is to be asked about, both by severity; what is due comes last and is no finding. */
function rankOf({ case: { kind, severity } }: CompiledCase): number {
  return (kind === 'due' ? 100 : 0) + severities.indexOf(severity) * 2 + (kind === 'lead' ? 1 : 0)
}
