import type { DateSystem } from '@postloan/core/calendar'

import { type FunctionId, functionList } from './functionList.ts'

type Answer = string | number

/** The part of Excel's runtime for functions that is used here; office.js brings it. */
declare const CustomFunctions:
  | {
      associate(id: string, run: (...given: unknown[]) => Promise<Answer>): void
      readonly Error: new (code: string, message: string) => Error
      readonly ErrorCode: { readonly invalidValue: string }
    }
  | undefined

/** Makes the functions known to Excel; what they compute with is fetched when one is first used. */
export function associateFunctions(readDateSystem: () => Promise<DateSystem | null>): void {
  // where functions are not supported, the name is not known at all
  const runtime = typeof CustomFunctions === 'undefined' ? undefined : CustomFunctions
  if (!runtime) return
  const answer = async (id: FunctionId, given: readonly unknown[], onCalendar: boolean): Promise<Answer> => {
    // an Excel that does not answer now is asked again next time
    const dateSystem = onCalendar ? await readDateSystem().catch(() => null) : null
    const { cellFunctions, CellFault } = await import('./cellFunctions.ts')
    try {
      const [first, second] = given
      return cellFunctions[id](first, second, dateSystem ?? 1900)
    } catch (caught) {
      if (!(caught instanceof CellFault)) throw caught
      throw new runtime.Error(runtime.ErrorCode.invalidValue, caught.message)
    }
  }
  for (const one of functionList) {
    const onCalendar = 'onCalendar' in one
    runtime.associate(one.id, (...given) => answer(one.id, given, onCalendar))
  }
}
