import { type DateSystem, dayOfSerial, serialOfDay, workingDays } from '@postloan/core/calendar'
import { idNumberValid, usccValid } from '@postloan/core/feel/numbers'
import { classificationParameters, inspectionParameters } from '@postloan/core/policy/parameters'

import type { FunctionId } from './functionList.ts'
import { functionWords as words } from './functionWords.ts'

/** Beyond this Excel has dropped digits of a number. */
const EXACT = 1e15

/** Thrown for a cell to show `#VALUE!` with words. */
export class CellFault extends Error {}

export const cellFunctions = {
  IDCHECK(number: unknown): string {
    const text = textOf(number)
    if (text === '') return ''
    if (text === null) return words.damaged
    if (text.length !== 18) return words.notEighteen
    return idNumberValid(text) ? words.valid : words.idWrong
  },
  USCC(code: unknown): string {
    const text = textOf(code)
    if (text === '') return ''
    if (text === null) return words.damaged
    if (text.length !== 18) return words.notEighteen
    const valid = usccValid(text)
    if (valid === null) return words.usccEarly
    return valid ? words.valid : words.usccWrong
  },
  FIVECLASS(days: unknown): string {
    if (typeof days !== 'number' || days < 0) throw new CellFault(words.needsDays)
    // the day due is day 0: 正常 until it has passed
    const limits = [0, ...['substandardDays', 'doubtfulDays', 'lossDays'].map(parameter)]
    const place = limits.filter((limit) => days > limit).length
    return words.classes[place] ?? ''
  },
  NEXTCHECK(last: unknown, risk: unknown): number {
    // a number of days later: the same in either date system
    const start = dayOf(last, 1900)
    const tier = typeof risk === 'string' ? risk.trim() : ''
    const id = tier.startsWith('高')
      ? 'followUpDaysHigh'
      : tier.startsWith('中')
        ? 'followUpDaysMid'
        : 'followUpDaysLow'
    return serialOfDay(start + parameter(id), 1900)
  },
  WORKDAYS(start: unknown, count: unknown, dateSystem: DateSystem = 1900): number {
    const day = dayOf(start, dateSystem)
    if (typeof count !== 'number' || !Number.isInteger(count)) throw new CellFault(words.needsDays)
    const found = workingDays().add(day, count)
    if (Number.isNaN(found)) throw new CellFault(words.beyondCalendar)
    return serialOfDay(found, dateSystem)
  },
} satisfies Record<FunctionId, (...given: never[]) => string | number>

function parameter(id: string): number {
  const found = [...classificationParameters, ...inspectionParameters].find((one) => one.id === id)
  const value = found?.values.at(-1)?.value
  if (typeof value !== 'number') throw new RangeError(`no parameter ${id}`)
  return value
}

/** A number that Excel has rounded is not what was typed: null. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return Math.abs(value) >= EXACT ? null : String(value)
  return typeof value === 'string' ? value.trim().toUpperCase() : ''
}

function dayOf(serial: unknown, dateSystem: DateSystem): number {
  if (typeof serial !== 'number' || serial < 1) throw new CellFault(words.needsDate)
  return dayOfSerial(serial, dateSystem)
}
