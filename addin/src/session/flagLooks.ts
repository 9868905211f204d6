import { type CellStyle, type OwnColumnKey, ledgerStyles, ownColumnKeys } from '@postloan/core/workbook/own'

import type { CellLook, SheetId, SheetWrite } from '../excel/port.ts'
import type { PlannedFlags } from './engine/engineTypes.ts'

export function headerLooks(sheet: SheetId, { firstColumn, headerRow }: PlannedFlags): SheetWrite {
  const right = firstColumn + ownColumnKeys.length
  const area = { top: headerRow, bottom: headerRow + 1, left: firstColumn, right }
  return { kind: 'look', sheet, area, look: headerLook }
}

/** Looks of our cells below the header, one write per column. */
export function* bodyLooks(sheet: SheetId, planned: PlannedFlags): Generator<SheetWrite, void> {
  const { firstColumn, headerRow, tableEnd } = planned
  for (const [i, key] of ownColumnKeys.entries()) {
    const look = bodyLook(key)
    const column = firstColumn + i
    const area = { top: headerRow + 1, bottom: tableEnd, left: column, right: column + 1 }
    if (look) yield { kind: 'look', sheet, area, look }
  }
}

/** Lines stand right of our cells and below: the one left of our first column is that of the officer's last. */
export function bodyLook(key: OwnColumnKey): CellLook | null {
  return key === 'record' ? null : { ...lookOfStyle(ledgerStyles[styleOf(key)]), open: ['left', 'top'] }
}

export const headerLook: CellLook = { ...lookOfStyle(ledgerStyles.header), open: ['left'] }
export const groupLook: CellLook = { ...lookOfStyle(ledgerStyles.group), open: ['left'] }

function styleOf(key: (typeof ownColumnKeys)[number]): keyof typeof ledgerStyles {
  if (key === 'level') return 'level'
  if (key === 'deadline') return 'day'
  return key === 'owner' ? 'owner' : 'text'
}

export function lookOfStyle(style: Readonly<CellStyle>): CellLook {
  const { fill, color, border, vertical: _vertical, ...rest } = style
  return {
    ...rest,
    ...(fill === undefined ? {} : { fill: `#${fill}` }),
    ...(color === undefined ? {} : { color: `#${color}` }),
    ...(border === undefined ? {} : { border: `#${border}` }),
  }
}
