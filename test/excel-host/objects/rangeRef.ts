import type { Host } from '../host.ts'
import { type Area, addressOf, quoteSheet } from '../model/area.ts'
import { ExcelFault } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'

/** A range that an add-in holds. Kept ones follow when cells move, and end when their cells are deleted. */
export class RangeRef {
  readonly host: Host
  readonly sheet: Sheet
  area: Area
  gone = false

  constructor(host: Host, sheet: Sheet, where: Area) {
    this.host = host
    this.sheet = sheet
    this.area = where
  }

  /** @throws ExcelFault when the cells or the sheet are no more. */
  alive(): this {
    if (this.gone || !this.host.workbook.sheets.includes(this.sheet)) {
      throw new ExcelFault('InvalidReference', 'This reference is not valid for the current operation.')
    }
    return this
  }

  get address(): string {
    return addressOf(this.area)
  }

  get fullAddress(): string {
    return `${quoteSheet(this.sheet.name)}!${this.address}`
  }
}

/** Several ranges of one sheet as one. */
export class AreasRef {
  readonly host: Host
  readonly sheet: Sheet
  readonly areas: readonly Area[]

  constructor(host: Host, sheet: Sheet, areas: readonly Area[]) {
    this.host = host
    this.sheet = sheet
    this.areas = areas
  }
}
