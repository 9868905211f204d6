import type { ExcelObject } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import type { Sheet } from '../model/sheet.ts'
import type { AreasRef, RangeRef } from './rangeRef.ts'

/**
 * Ranges lead to sheets and formats, and these back to ranges. The three classes that everything leads to are named here,
 * and each says itself how it is made.
 */
interface Makers {
  range: (ref: RangeRef) => ExcelObject
  areas: (ref: AreasRef) => ExcelObject
  worksheet: (host: Host, sheet: Sheet) => ExcelObject
}

const makers: Partial<Makers> = {}

export function provide(some: Partial<Makers>): void {
  Object.assign(makers, some)
}

function provided<K extends keyof Makers>(name: K): Makers[K] {
  const maker = makers[name]
  if (!maker) throw new Error(`no maker of ${name}`)
  return maker
}

export const rangeObject = (ref: RangeRef): ExcelObject => provided('range')(ref)
export const rangeAreas = (ref: AreasRef): ExcelObject => provided('areas')(ref)
export const worksheet = (host: Host, sheet: Sheet): ExcelObject => provided('worksheet')(host, sheet)
