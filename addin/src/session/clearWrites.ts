import { type OwnColumnKey, RECORD_NAMESPACE, ownColumnKeys } from '@postloan/core/workbook/own'

import type { CellGround, ColumnShape, SheetDecor, SheetId, SheetWrite } from '../excel/port.ts'
import type { OurMarks } from './engine/engineTypes.ts'
import { bodyLook, groupLook, headerLook } from './flagLooks.ts'
import { isOurFormula } from './isOurFormula.ts'

/** Looks of ours may reach below the last value. */
const LAST_ROW = 1_048_576

export interface ClearJob {
  readonly sheet: SheetId
  readonly marks: OurMarks['sheets'][number]
  readonly decor: SheetDecor
  /** Rows (from 0) with a cell that a person wrote and that stays, by column key. */
  readonly kept: ReadonlyMap<string, ReadonlySet<number>>
  /** By row of our header and label: what the row looks like where nothing of ours is. */
  readonly ground: ReadonlyMap<number, CellGround>
  /** Rows below our header that Excel has given its look: they were inserted right under it. */
  readonly likeHeader: readonly number[]
  /** How the columns were before ours came. */
  readonly columns: Readonly<Record<string, ColumnShape>>
  readonly keepEdited: boolean
}

/** The writes that take our columns off a sheet and leave what people wrote in them where that is wanted. */
export function* clearWrites(job: ClearJob): Generator<SheetWrite, void> {
  const { sheet, marks, decor } = job
  const ids = decor.formats.filter(({ formula }) => isOurFormula(formula)).map(({ id }) => id)
  if (ids.length > 0) yield { kind: 'dropConditional', sheet, ids }
  const comments = decor.comments.filter(
    ({ text, replies }) => isOurComment(text) && !(job.keepEdited && replies > 0),
  )
  if (comments.length > 0) yield { kind: 'dropComments', sheet, ids: comments.map(({ id }) => id) }
  for (const [key, column] of Object.entries(marks.columns)) {
    for (const row of job.likeHeader) {
      const area = { top: row, bottom: row + 1, left: column, right: column + 1 }
      yield { kind: 'unlook', sheet, area, look: headerLook }
    }
    const kept = job.kept.get(key) ?? new Set()
    const span = { left: column, right: column + 1 }
    const look = isOwnKey(key) ? bodyLook(key) : null
    let from = marks.headerRow + 1
    for (const row of [...kept, LAST_ROW].toSorted((a, b) => a - b)) {
      const area = { top: from, bottom: row, ...span }
      from = row + 1
      if (area.bottom <= area.top) continue
      if (look) yield { kind: 'unlook', sheet, area, look }
      yield { kind: 'clear', sheet, area }
    }
    const heads = [
      ...(marks.groupRow === null || key === 'record' ? [] : [{ row: marks.groupRow, look: groupLook }]),
      ...(kept.size > 0 ? [] : [{ row: marks.headerRow, look: headerLook }]),
    ]
    for (const { row, look: set } of heads) {
      const area = { top: row, bottom: row + 1, ...span }
      const back = job.ground.get(row)
      yield { kind: 'unlook', sheet, area, look: set, ...(back ? { back } : {}) }
      yield { kind: 'clear', sheet, area }
    }
    if (kept.size > 0) continue
    const before = job.columns[key]
    const width = before && !before.standard ? { points: before.width } : ('standard' as const)
    yield { kind: 'column', sheet, column, width, hidden: before?.hidden ?? false }
  }
}

function isOwnKey(key: string): key is OwnColumnKey {
  return ownColumnKeys.some((one) => one === key)
}

export function* clearRest(ownSheets: readonly SheetId[]): Generator<SheetWrite, void> {
  for (const sheet of ownSheets) yield { kind: 'dropSheet', sheet }
  yield { kind: 'dropRecord', namespace: RECORD_NAMESPACE }
}

export function isOurComment(text: string): boolean {
  return text.startsWith('贷后·')
}
