import type { FeelType, FeelValue } from '../types.ts'
import { isList, isSpecial } from './temporal.ts'

/** The type of a value. */
export function typeOfValue(value: FeelValue): FeelType {
  if (value === null) return 'null'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'boolean'
  if (isList(value)) return 'list'
  return isSpecial(value) ? value.type : 'context'
}

/** Whether a value may stand where a type is wanted. */
export function hasType(value: FeelValue, type: FeelType): boolean {
  if (type === 'any') return true
  const own = typeOfValue(value)
  return own === type || (type === 'duration' && (own === 'days' || own === 'months'))
}

/**
 * DMN's implicit conversions (10.3.2.9.4): a value where a list is wanted is a list of one, a list of one where a value
 * is wanted is that value. Undefined where the value does not fit.
 */
export function fit(value: FeelValue, type: FeelType): FeelValue | undefined {
  if (value === null) return type === 'list' ? undefined : null
  if (hasType(value, type)) return value
  if (type === 'list') return [value]
  if (isList(value) && value.length === 1) {
    const only = value[0] ?? null
    if (only !== null && hasType(only, type)) return only
  }
  return undefined
}
