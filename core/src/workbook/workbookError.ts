import { messages } from './messages.ts'

/** Why a workbook cannot be read or written. Each code has its own Chinese words in `messages.ts`. */
export type WorkbookErrorCode = keyof typeof messages.errors

export interface WorkbookError {
  readonly code: WorkbookErrorCode
  readonly file: string
  readonly sheet?: string
  readonly cell?: string
  /** The part inside the package (`xl/styles.xml`), for people who look after the tool. */
  readonly part?: string
  /** In Chinese: what is wrong and what to do. */
  readonly message: string
}

/** Where in the file the fault lies; all of it optional. */
export interface WorkbookPlace {
  readonly sheet?: string
  readonly cell?: string
  readonly part?: string
}

/**
 * A bad file met in the middle of a stream, where no value can be handed back. It is thrown and caught inside this
 * room only: every exported function turns it into a `WorkbookError` value (see `settleFault`).
 */
export class WorkbookFault extends Error {
  readonly code: WorkbookErrorCode
  readonly place: WorkbookPlace

  constructor(code: WorkbookErrorCode, place: WorkbookPlace = {}) {
    super(code)
    this.name = 'WorkbookFault'
    this.code = code
    this.place = place
  }
}

/** The error value for a code, with its words. */
export function workbookError(
  code: WorkbookErrorCode,
  file: string,
  place: WorkbookPlace = {},
): WorkbookError {
  const where = [
    place.sheet ? `工作表“${place.sheet}”` : '',
    place.cell ? `单元格 ${place.cell}` : '',
  ].filter(Boolean)
  const words = messages.errors[code]
  return { code, file, ...place, message: where.length > 0 ? `${where.join(' ')}：${words}` : words }
}

/** Turns a caught fault into its error value; anything else is a bug and is thrown on. */
export function settleFault(caught: unknown, file: string): WorkbookError {
  if (caught instanceof WorkbookFault) return workbookError(caught.code, file, caught.place)
  throw caught
}
