import type { Decor } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'

/** How a sheet was when its file was read: what is still the same keeps its XML. */
export interface Origin {
  readonly decor: Decor
  readonly version: number
  readonly hasShared: boolean
}

const origins = new WeakMap<Sheet, Origin>()

export function keepOrigin(sheet: Sheet, hasShared: boolean): void {
  origins.set(sheet, { decor: sheet.decor, version: sheet.cells.version, hasShared })
}

export const originOfSheet = (sheet: Sheet): Origin | undefined => origins.get(sheet)
