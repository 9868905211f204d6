import { type DateSystem, serialOfDay } from '@postloan/core/calendar'

import type { CellWrite } from './port.ts'

/** Begins with a Han character or a sign that no formula, number or date begins with. */
const plainText = /^[\p{Script=Han}“（《【◆▲●■？]/u

/** A cell as Office.js takes it: a text that could be read as something else gets the apostrophe that makes it a text. */
export function officeValue(cell: CellWrite, dateSystem: DateSystem): string | number | null {
  if (cell === null || typeof cell === 'number') return cell
  if (typeof cell === 'object') return 'day' in cell ? serialOfDay(cell.day, dateSystem) : cell.formula
  return cell === '' || plainText.test(cell) ? cell : `'${cell}`
}
