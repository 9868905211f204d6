import { isExcelObject } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { type Area, isInside, parseAddress, splitSheet } from '../model/area.ts'
import { invalidArgument, itemNotFound } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import { RangeRef } from './rangeRef.ts'

/** Reading what office.js sends; anything that does not fit is Excel's `InvalidArgument`. */

export function text(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument()
  return value
}

/** A text, or what stands for it where none is given. */
export const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other)

export function number(value: unknown): number {
  if (typeof value !== 'number') throw invalidArgument()
  return value
}

export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument()
  return value
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return value as Readonly<Record<string, unknown>>
}

/** `#RRGGBB` of what Excel takes as a colour. */
export function color(value: unknown): string {
  const given = text(value)
  if (/^#?[0-9a-f]{6}$/i.test(given)) return `#${given.replace('#', '').toUpperCase()}`
  const named = NAMED_COLORS[given.toLowerCase()]
  if (named === undefined) throw invalidArgument()
  return named
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  red: '#FF0000',
  yellow: '#FFFF00',
  green: '#008000',
  orange: '#FFA500',
  blue: '#0000FF',
  white: '#FFFFFF',
  black: '#000000',
  gray: '#808080',
  lightgray: '#D3D3D3',
}

/** A range given as one, or as an address on `sheet` (or on the sheet that the address names). */
export function range(host: Host, value: unknown, sheet: Sheet | null): RangeRef {
  if (isExcelObject(value)) {
    const ref: unknown = value.self
    if (ref instanceof RangeRef) return ref.alive()
    throw invalidArgument()
  }
  const given = text(value)
  const { sheet: named, address } = splitSheet(given)
  const on = named === null ? sheet : host.workbook.sheetNamed(named)
  if (!on) throw named === null ? invalidArgument() : itemNotFound()
  const where = parseAddress(address)
  if (where && isInside(where)) return new RangeRef(host, on, where)
  const item = host.workbook.names.find((one) => one.name.toLowerCase() === address.toLowerCase())
  const target = item && nameTarget(host, item.formula)
  if (!target) throw invalidArgument()
  return target
}

/** The range that a name's formula refers to; null for constants and what is gone. */
export function nameTarget(host: Host, formula: string): RangeRef | null {
  const { sheet, address } = splitSheet(formula.replace(/^=/, ''))
  const on = sheet === null ? undefined : host.workbook.sheetNamed(sheet)
  const where: Area | null = parseAddress(address)
  return on && where ? new RangeRef(host, on, where) : null
}

/** The self of an object, when it is of this class. */
export function selfOf<T>(object: unknown, type: abstract new (...args: never[]) => T): T {
  const self: unknown = isExcelObject(object) ? object.self : undefined
  if (!(self instanceof type)) throw invalidArgument()
  return self
}
