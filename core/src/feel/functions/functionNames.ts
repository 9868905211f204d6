import { contextFunctions } from './contexts.ts'
import { dateFunctions } from './dates.ts'
import { domainFunctions } from './domain.ts'
import { listFunctions } from './lists.ts'
import { numberFunctions } from './numbers.ts'
import type { Signature } from './signature.ts'
import { textFunctions } from './texts.ts'

const table = new Map<string, Signature[]>()
for (const signature of [
  ...numberFunctions,
  ...textFunctions,
  ...dateFunctions,
  ...listFunctions,
  ...contextFunctions,
  ...domainFunctions,
]) {
  const overloads = table.get(signature.name)
  if (overloads) overloads.push(signature)
  else table.set(signature.name, [signature])
}

/** All ways to call a function, or undefined where there is no such function. `not` and `sort` are not here: they are syntax to us. */
export function signaturesOf(name: string): readonly Signature[] | undefined {
  return table.get(name)
}

/** Functions of DMN that we refuse rather than do nearly right. */
export const refusedFunctions: readonly string[] = [
  'now', 'today', 'is', 'before', 'after', 'meets', 'met by', 'overlaps', 'overlaps before', 'overlaps after', 'finishes',
  'finished by', 'includes', 'during', 'starts', 'started by', 'coincides', 'range',
] // prettier-ignore

/** Functions that are recognised by name, refused ones included. */
export const functionNames: readonly string[] = [...table.keys(), 'not', 'sort', ...refusedFunctions]
