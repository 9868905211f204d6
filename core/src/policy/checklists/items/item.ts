import type { ChecklistItem } from '../types.ts'

/** An item as a row of a table: id, what to look at, sources, and what the ledger can say of it. */
export function item(
  id: string,
  text: string,
  sources: readonly string[],
  more: Omit<ChecklistItem, 'id' | 'text' | 'sources'> = {},
): ChecklistItem {
  return { id, text, sources, ...more }
}
