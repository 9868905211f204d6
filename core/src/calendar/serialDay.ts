/** Where the serial numbers of a workbook begin: 1904 comes from old Macs, and from an option of Excel that few know. */
export type DateSystem = 1900 | 1904

/** Serial of 1970-01-01 in the 1900 system. */
export const EPOCH_SERIAL = 25_569
/** A day has so much smaller a serial in the 1904 system. */
export const SHIFT_1904 = 1_462

/** The day (since 1970) of a serial number; its time of day is left out. */
export function dayOfSerial(serial: number, system: DateSystem = 1900): number {
  return Math.floor(serial) - EPOCH_SERIAL + (system === 1904 ? SHIFT_1904 : 0)
}

/** The serial by which a workbook holds a day. */
export function serialOfDay(day: number, system: DateSystem = 1900): number {
  return day + EPOCH_SERIAL - (system === 1904 ? SHIFT_1904 : 0)
}
