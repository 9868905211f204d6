/**
 * An object that office.js can name: a range, a sheet, a collection. `Kind` tells by tables what it answers; `self` is
 * whatever the tables' functions work on.
 */
export interface ExcelObject {
  readonly kind: AnyKind
  readonly self: unknown
}

type Made = ExcelObject | null

export interface Kind<T> {
  /** The class in the API: `Range`. */
  readonly name: string
  /** The property that identifies it, and goes along with every answer: `Id`. */
  readonly id?: string
  /** Ranges are not found again by name: they are kept under a reference. */
  readonly tracked?: boolean
  readonly read?: Readonly<Record<string, (self: T) => unknown>>
  readonly write?: Readonly<Record<string, (self: T, value: unknown) => void>>
  readonly children?: Readonly<Record<string, (self: T) => Made>>
  /** Methods that give a value, or an object when asked for in a path. */
  readonly methods?: Readonly<Record<string, (self: T, ...args: readonly unknown[]) => unknown>>
  /** For collections. */
  readonly items?: (self: T) => readonly ExcelObject[]
  readonly item?: (self: T, key: unknown) => Made
  /** Methods that do nothing in the workbook that a user could take back. */
  readonly harmless?: readonly string[] | 'all'
}

/** A kind whose `self` is not known here; only `make` brings the two together, so they always fit. */
export type AnyKind = Kind<never>

export function make<T>(kind: Kind<T>, self: T): ExcelObject {
  return { kind: kind, self }
}

export function isExcelObject(value: unknown): value is ExcelObject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'self' in value
}
