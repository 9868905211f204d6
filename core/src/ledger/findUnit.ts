import type { Sheet } from '../table/index.ts'
import { cellText } from './cellText.ts'
import type { Header } from './findHeader.ts'
import { compactText } from './normaliseText.ts'
import { isMoneyUnit, unitOf } from './unit.ts'

/** The unit a sheet states for all its amounts. `place` says where; '' unit when it states none. */
export interface SheetUnit {
  readonly unit: string
  readonly place: 'title' | 'side' | 'total' | 'none' | 'choice'
}

const labelled = /单位[:(是为]*((?:人民币)?[万亿千百]*元(?:[、,;/和].{0,6})?)/
const bracketed = /\(((?:人民币)?[万亿千百]*元(?:[、,;/].{0,4})?)\)/
const none: SheetUnit = { unit: '', place: 'none' }

/**
 * Looks for the unit above the header (title, a cell at the side, the date cell after many blanks), then in the label
 * of a total. `totals` are rows left out as totals.
 */
export function findUnit(sheet: Sheet, header: Header, totals: readonly number[] = []): SheetUnit {
  let fromTitle = none
  for (let row = Math.max(0, header.top - 12); row < header.top; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const text = compactText(cellText(sheet, row, column))
      if (text === '' || text.length > 120 || !text.includes('元')) continue
      const side = labelled.exec(text)
      const sideUnit = side?.[1] ? unitOf(side[1]) : unitOf(text)
      if (isMoneyUnit(sideUnit)) return { unit: sideUnit, place: 'side' }
      // A total above the header states the unit of that total only.
      const inTitle = /合计|总计|总额/.test(text) ? null : bracketed.exec(text)
      if (inTitle?.[1] && fromTitle === none) fromTitle = { unit: unitOf(inTitle[1]), place: 'title' }
    }
  }
  if (fromTitle !== none) return fromTitle
  for (const row of totals.slice(0, 5)) {
    for (let column = header.left; column < header.right; column++) {
      const text = compactText(cellText(sheet, row, column))
      const m = /[合总小]计.*/.test(text) ? bracketed.exec(text) : null
      const unit = m?.[1] ? unitOf(m[1]) : ''
      if (isMoneyUnit(unit)) return { unit, place: 'total' }
    }
  }
  return none
}
