import type { ExcelObject } from '../engine/kind.ts'
import { type Area, intersection, isInside } from '../model/area.ts'
import { invalidArgument } from '../model/fault.ts'
import { rangeObject } from './makers.ts'
import { RangeRef } from './rangeRef.ts'

/** @throws ExcelFault where the area leaves the sheet. */
export function part(ref: RangeRef, where: Area): ExcelObject {
  if (!isInside(where)) throw invalidArgument()
  return rangeObject(new RangeRef(ref.host, ref.sheet, where))
}

/** The used cells among those of a range. */
export function usedWithin(ref: RangeRef, valuesOnly: unknown): Area | null {
  const used = ref.alive().sheet.cells.used(valuesOnly === true)
  return used && intersection(used, ref.area)
}
