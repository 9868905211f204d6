const DAY = 86_400_000
/** Serial of 1970-01-01 in the 1900 system, and what the 1904 system has less. */
const EPOCH = 25_569
const SHIFT_1904 = 1_462
/** In the 1900 system there is a 29 February 1900; days before it have a serial one less. */
const AFTER_FALSE_LEAP_DAY = 61
const FIRST = { 1900: 1, 1904: 0 } as const

/**
 * Excel's DATE: years below 1900 are counted from 1900 (in the 1904 system those below 4 are refused, and so are 1900 to
 * 1903), months and days beyond their end run on.
 * @returns null where Excel gives #NUM!
 */
export function dateSerial(year: number, month: number, day: number, date1904: boolean): number | null {
  const whole = Math.trunc(year)
  const full = whole >= 0 && whole < 1900 ? whole + 1900 : whole
  if (full < 1900 || full > 9999) return null
  const days = Date.UTC(full, Math.trunc(month) - 1, Math.trunc(day)) / DAY + EPOCH
  const serial = date1904 ? days - SHIFT_1904 : days < AFTER_FALSE_LEAP_DAY ? days - 1 : days
  return serial < FIRST[date1904 ? 1904 : 1900] ? null : serial
}
