import type { Fold } from './foldColumns.ts'
import type { CheckedTable } from './listFindings.ts'
import type { Result } from './types.ts'
import type { World } from './world.ts'

/** What a check leaves behind beside its result, for checking single rows again. */
export interface CheckedState {
  readonly world: World
  readonly checked: readonly CheckedTable[]
  readonly folds: readonly Fold[]
}

const states = new WeakMap<Result['tables'], CheckedState>()

export function keepState(result: Result, state: CheckedState): Result {
  states.set(result.tables, state)
  return result
}

/** Undefined where the result was not made here. */
export function stateOf(result: Result): CheckedState | undefined {
  return states.get(result.tables)
}
