import { civilOf } from '@postloan/core/calendar'

import type { Cell } from './workbookFile.ts'

/** Five ways officers write one and the same day; the first is a real Excel date. */
export const dateWritings: readonly ((day: number) => Cell)[] = [
  (day) => ({ day }),
  (day) => parts(day).join('.'),
  (day) => Number(padded(day).join('')),
  (day) => parts(day).join('-'),
  (day) => {
    const [year, month, date] = parts(day)
    return `${year}年${month}月${date}日`
  },
]

function parts(day: number): readonly [number, number, number] {
  const { year, month, day: date } = civilOf(day)
  return [year, month, date]
}

function padded(day: number): readonly string[] {
  const [year, month, date] = parts(day)
  return [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')]
}
