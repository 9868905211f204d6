import type { Parameter, ParameterValue } from '../types.ts'

/** A number that holds always and for all loans. */
export function number(
  id: string,
  name: string,
  unit: string,
  value: number,
  source: string,
  note?: string,
): Parameter {
  return {
    id,
    name,
    type: 'number',
    unit,
    values: [{ value, source }],
    ...(note === undefined ? {} : { note }),
  }
}

/** A number that depends on dates or on the kind of loan. */
export function numberBy(
  id: string,
  name: string,
  unit: string,
  values: readonly ParameterValue[],
  note?: string,
): Parameter {
  return { id, name, type: 'number', unit, values, ...(note === undefined ? {} : { note }) }
}

/** A choice between ways of counting. */
export function choice(id: string, name: string, value: string, source: string, note: string): Parameter {
  return { id, name, type: 'text', values: [{ value, source }], note }
}

/** A switch: 是 or 否. */
export function flag(id: string, name: string, value: '是' | '否', source: string, note?: string): Parameter {
  return { id, name, type: 'text', values: [{ value, source }], ...(note === undefined ? {} : { note }) }
}

/** A list of words. */
export function words(
  id: string,
  name: string,
  value: readonly string[],
  source: string,
  note?: string,
): Parameter {
  return { id, name, type: 'list', values: [{ value, source }], ...(note === undefined ? {} : { note }) }
}
