import { EPOCH_SERIAL, dayOf } from '../../../calendar/index.ts'
import type { Area } from '../../../table/index.ts'

/** Excel counts a 29 February 1900; serials before it are one less. */
const AFTER_FALSE_LEAP_DAY = 61

/** `A1:N20` (or `A1`, `$A$1:$N$20`) as an area; null when it is none (whole rows or columns, other sheets). */
export function parseArea(ref: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref)
  if (!match) return null
  const [, left = '', top = '', right = left, bottom = top] = match
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom), right: columnOf(right) + 1 }
}

/** Column from 0 of its letters (`A` → 0). */
export function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) & 31)
  return column - 1
}

/** `2026-10-31T08:30:00` as an Excel serial of the 1900 system; NaN when it is no date. */
export function parseIsoSerial(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/.exec(text.trim())
  if (!match) return Number.NaN
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match
  const serial = dayOf(Number(year), Number(month), Number(day)) + EPOCH_SERIAL
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86400
  return (serial < AFTER_FALSE_LEAP_DAY ? serial - 1 : serial) + time
}
