import { codeLists } from './codes.ts'
import { fields } from './fields.ts'
import { parameters } from './parameters.ts'
import { relations } from './relations.ts'
import { rules } from './rules.ts'
import { sources } from './sources.ts'
import type { Policy } from './types.ts'

export { archiveItems } from './archiveItems.ts'
export type { ArchiveItem } from './archiveItems.ts'
export { deviations } from './deviations.ts'
export type { Deviation } from './deviations.ts'
export { examplesLeftOut } from './examplesLeftOut.ts'
export type { LeftOut } from './examplesLeftOut.ts'
export { furtherExamples } from './examples/index.ts'
export { outputGuards } from './outputGuards.ts'
export type { OutputGuard } from './outputGuards.ts'
export { indicators } from './indicators.ts'
export type { Indicator, IndicatorPartRule } from './indicators.ts'
export { anyPage, pageMatters } from './pageMatters.ts'
export type { PageMatter } from './pageMatters.ts'
export { ruleName } from './ruleName.ts'
export { ruleCategories } from './ruleCategories.ts'
export { redLines, redLinesNote } from './redLines.ts'
export type { RedLine } from './redLines.ts'
export type * from './types.ts'

/** The policy that comes with the product: fields, code lists, law, parameters, relations and rules. */
export const builtInPolicy: Policy = {
  id: 'postloan',
  version: '1.0.0',
  fields,
  codeLists,
  sources,
  parameters,
  relations,
  rules,
}
