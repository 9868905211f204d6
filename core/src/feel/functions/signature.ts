import type { FeelType, FeelValue } from '../types.ts'

export interface Param {
  readonly name: string
  /** `any` takes everything; `list` takes a single value as a list of one (DMN 10.3.2.9.4). */
  readonly type: FeelType
  readonly optional?: true
}

/** One way to call a function. A null argument gives null unless `nulls` lets it through. */
export interface Signature {
  readonly name: string
  readonly params: readonly Param[]
  /** Any number of further arguments of the last parameter's type, handed over as one list. */
  readonly variadic?: true
  readonly result: FeelType
  readonly nulls?: true
  readonly how: How
}

export type How =
  /** Numbers in, number out (dates as day numbers, durations as seconds or months); NaN is null. For whole columns. */
  | { readonly kind: 'raw'; readonly run: (a: number, b: number, c: number) => number }
  /** Any values. */
  | { readonly kind: 'value'; readonly run: (...args: readonly FeelValue[]) => FeelValue }
  /** One list in; over related rows it is computed without making lists. */
  | { readonly kind: 'aggregate'; readonly reduce: Reduce; readonly run: (list: FeelValue) => FeelValue }

export type Reduce = 'sum' | 'count' | 'min' | 'max' | 'mean' | 'all' | 'any'

export function param(name: string, type: FeelType, optional?: 'optional'): Param {
  return optional ? { name, type, optional: true } : { name, type }
}

export function raw(
  name: string,
  params: readonly Param[],
  result: FeelType,
  run: (a: number, b: number, c: number) => number,
): Signature {
  return { name, params, result, how: { kind: 'raw', run } }
}

export function value(
  name: string,
  params: readonly Param[],
  result: FeelType,
  run: (...args: readonly FeelValue[]) => FeelValue,
): Signature {
  return { name, params, result, how: { kind: 'value', run } }
}
