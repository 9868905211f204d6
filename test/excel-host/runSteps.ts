import { ExcelFault } from './model/fault.ts'
import type { UserActions } from './userActions.ts'

/** One thing that a person does, and how long she then pauses, in milliseconds. */
export interface Step {
  readonly name: keyof UserActions
  readonly args: readonly unknown[]
  readonly wait?: number
}

/** Does one step after the other; gives the numbers of those that Excel refused. */
export async function runSteps(user: UserActions, steps: readonly Step[]): Promise<readonly number[]> {
  const refused: number[] = []
  for (const [i, { name, args, wait = 0 }] of steps.entries()) {
    try {
      const action = user[name] as (...given: readonly unknown[]) => unknown
      action(...args)
    } catch (caught) {
      if (!(caught instanceof ExcelFault)) throw caught
      refused.push(i)
    }
    // requests of the add-in get their turn between any two steps
    await new Promise((done) => setTimeout(done, wait))
  }
  return refused
}
