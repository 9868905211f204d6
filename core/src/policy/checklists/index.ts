import { archivePapers } from './archive.ts'
import { conductItems, guides } from './guides.ts'
import { checklistItems } from './items/index.ts'
import { disposalChoices, lifecycle } from './lifecycle.ts'
import { loanTypeLists } from './loanTypes.ts'
import { scorecards } from './scorecards.ts'
import { spokenTriggers, stageLists } from './stages.ts'
import type { Checklists } from './types.ts'
import { periodicWork } from './work.ts'

export { archiveTypeOf, archiveTypes } from './archive.ts'
export type * from './types.ts'

/** The checklists that come with the product. */
export const builtInChecklists: Checklists = {
  items: checklistItems,
  loanTypes: loanTypeLists,
  stages: stageLists,
  spokenTriggers,
  archive: archivePapers,
  work: periodicWork,
  guides,
  conduct: conductItems,
  scorecards,
  lifecycle,
  disposal: disposalChoices,
}
