import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { dateSerial } from '../model/dateSerial.ts'
import { number } from './arguments.ts'

export const functionsOf = (host: Host): ExcelObject => make(FUNCTIONS, host)

/** Worksheet functions, worked out without a cell. Only those that somebody here asks for. */
const FUNCTIONS: Kind<Host> = {
  name: 'Functions',
  methods: {
    Date: ({ workbook }, year, month, day) => {
      const serial = dateSerial(number(year), number(month), number(day), workbook.date1904)
      return make(RESULT, serial === null ? { value: null, error: '#NUM!' } : { value: serial, error: null })
    },
  },
  harmless: 'all',
}

interface Result {
  readonly value: number | null
  /** Null where there is a value. */
  readonly error: string | null
}

const RESULT: Kind<Result> = {
  name: 'FunctionResult',
  read: { Value: ({ value }) => value, Error: ({ error }) => error },
}
