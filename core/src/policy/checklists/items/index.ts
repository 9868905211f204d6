import type { ChecklistItem } from '../types.ts'
import { businessItems } from './business.ts'
import { changeItems } from './changes.ts'
import { overdueItems } from './overdue.ts'
import { personItems } from './person.ts'
import { securityItems } from './security.ts'
import { useItems } from './use.ts'

/** Everything that may be asked of a loan; lists name items by id, so that one asked by two lists is asked once. */
export const checklistItems: readonly ChecklistItem[] = [
  ...useItems,
  ...businessItems,
  ...personItems,
  ...securityItems,
  ...overdueItems,
  ...changeItems,
]
