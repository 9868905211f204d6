import type { Finding } from './types.ts'

/** What a finding takes for granted, by the names of the fields. */
export function assumedOf(
  { assumed = {} }: Finding,
  names: ReadonlyMap<string, string>,
): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(assumed).map(([key, value]) => ({
    name: names.get(key) ?? key,
    value: value === null ? '' : String(value),
  }))
}
