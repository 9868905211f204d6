import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { type Area, intersection, sameArea, without } from '../model/area.ts'
import type { Validation } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import { flag, record } from './arguments.ts'

interface Over {
  readonly host: Host
  readonly sheet: Sheet
  readonly areas: readonly Area[]
}

export const dataValidationOf = (host: Host, sheet: Sheet, areas: readonly Area[]): ExcelObject =>
  make(VALIDATION, { host, sheet, areas })

const current = ({ sheet, areas }: Over): Validation | undefined =>
  sheet.decor.validations.find((one) => one.areas.some((a) => areas.some((b) => intersection(a, b))))

function cleared({ sheet, areas }: Over): readonly Validation[] {
  return sheet.decor.validations.flatMap((one) => {
    let left = one.areas
    for (const area of areas) left = left.flatMap((a) => without(a, area))
    return left.length > 0 ? [{ ...one, areas: left }] : []
  })
}

function set(over: Over, change: Partial<Validation>): void {
  over.sheet.guardOption('allowFormatCells')
  const known = current(over)
  const whole =
    known?.areas.length === over.areas.length && known.areas.every((a, i) => sameArea(a, over.areas[i] ?? a))
  const base: Validation =
    known && whole
      ? { ...known, source: null }
      : {
          id: over.host.workbook.newId(),
          areas: over.areas,
          rule: {},
          errorAlert: {},
          prompt: {},
          ignoreBlanks: true,
          source: null,
        }
  over.sheet.change({ validations: [...cleared(over), { ...base, ...change }] })
}

const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
}

const VALIDATION: Kind<Over> = {
  name: 'DataValidation',
  read: {
    Rule: (over) => current(over)?.rule ?? {},
    Type: (over) => TYPES[Object.keys(current(over)?.rule ?? {})[0] ?? ''] ?? 'None',
    ErrorAlert: (over) => current(over)?.errorAlert ?? {},
    Prompt: (over) => current(over)?.prompt ?? {},
    IgnoreBlanks: (over) => current(over)?.ignoreBlanks ?? true,
    Valid: () => true,
  },
  write: {
    Rule: (over, value) => set(over, { rule: record(value) }),
    ErrorAlert: (over, value) => set(over, { errorAlert: record(value) }),
    Prompt: (over, value) => set(over, { prompt: record(value) }),
    IgnoreBlanks: (over, value) => set(over, { ignoreBlanks: flag(value) }),
  },
  methods: { Clear: (over) => over.sheet.change({ validations: cleared(over) }) },
}
