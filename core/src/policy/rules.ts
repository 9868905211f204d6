import { furtherExamples } from './examples/index.ts'
import { arcRules } from './rules/arc.ts'
import { bareRules } from './rules/bare.ts'
import { clsRules } from './rules/cls.ts'
import { cmpRules } from './rules/cmp.ts'
import { colRules } from './rules/col.ts'
import { cusRules } from './rules/cus.ts'
import { dqAmountsRules } from './rules/dqAmounts.ts'
import { dqConditionalRules } from './rules/dqConditional.ts'
import { dqDatesRules } from './rules/dqDates.ts'
import { dqIdentityRules } from './rules/dqIdentity.ts'
import { dqNumbersRules } from './rules/dqNumbers.ts'
import { dqRequiredRules } from './rules/dqRequired.ts'
import { dqSnapshotsRules } from './rules/dqSnapshots.ts'
import { ewsRules } from './rules/ews.ts'
import { extRules } from './rules/ext.ts'
import { guaRules } from './rules/gua.ts'
import { guaMoreRules } from './rules/guaMore.ts'
import { insConclusionRules } from './rules/insConclusion.ts'
import { insDatesRules } from './rules/insDates.ts'
import { insFirstCheckRules } from './rules/insFirstCheck.ts'
import { insFollowUpRules } from './rules/insFollowUp.ts'
import { insManufacturingRules } from './rules/insManufacturing.ts'
import { insOnsiteRules } from './rules/insOnsite.ts'
import { insRecordsRules } from './rules/insRecords.ts'
import { insReportRules } from './rules/insReports.ts'
import { missingRules } from './rules/missing.ts'
import { ovdRules } from './rules/ovd.ts'
import { prvRules } from './rules/prv.ts'
import { useRules } from './rules/use.ts'
import type { Rule } from './types.ts'

const all: readonly Rule[] = [
  ...dqIdentityRules,
  ...dqRequiredRules,
  ...dqNumbersRules,
  ...dqDatesRules,
  ...dqAmountsRules,
  ...dqSnapshotsRules,
  ...dqConditionalRules,
  ...insFirstCheckRules,
  ...insOnsiteRules,
  ...insDatesRules,
  ...insManufacturingRules,
  ...insFollowUpRules,
  ...insRecordsRules,
  ...insConclusionRules,
  ...insReportRules,
  ...useRules,
  ...ewsRules,
  ...clsRules,
  ...prvRules,
  ...colRules,
  ...guaRules,
  ...guaMoreRules,
  ...ovdRules,
  ...extRules,
  ...arcRules,
  ...cusRules,
  ...cmpRules,
  ...bareRules,
  ...missingRules,
]

/** All built-in rules in the order of their numbers within each category. */
export const rules: readonly Rule[] = inOrder(all).map((rule) => {
  const further = furtherExamples[rule.id]
  return further ? { ...rule, examples: [...rule.examples, ...further] } : rule
})

function inOrder(list: readonly Rule[]): readonly Rule[] {
  const categories = [...new Set(list.map((rule) => rule.category))]
  return list.toSorted(
    (a, b) => categories.indexOf(a.category) - categories.indexOf(b.category) || numberOf(a) - numberOf(b),
  )
}

function numberOf(rule: Rule): number {
  return Number(/\d+/.exec(rule.id)?.[0] ?? 0)
}
