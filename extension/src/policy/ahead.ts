import type { PackedTrees } from '@postloan/core/feel'
import { takeTrees } from '@postloan/core/feel'
import type { PackedWordings } from '@postloan/core/ledger'
import { takeWordings } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'

import * as built from './aheadTexts.ts'

/** JSON of what a build works out of our own policy; null where nothing was. */
export interface AheadTexts {
  /** `PackedTrees`: every expression of the rules and checklists, parsed. */
  readonly trees: string | null
  /** `PackedWordings`: what a label may mean. */
  readonly wordings: string | null
}

/** Sees to it that what was worked out ahead is used; each is read when the first of it is needed. */
export function takeAhead({ trees, wordings }: AheadTexts = built): void {
  takeTrees(trees === null ? null : (): PackedTrees => JSON.parse(trees))
  takeWordings(builtInPolicy.fields, wordings === null ? null : (): PackedWordings => JSON.parse(wordings))
}
