import { type ExcelObject, type Kind, isExcelObject, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { absoluteAddress, parseAddress, quoteSheet } from '../model/area.ts'
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import type { NamedItem } from '../model/workbook.ts'
import { flag, nameTarget, selfOf, text } from './arguments.ts'
import { rangeObject, worksheet } from './makers.ts'
import { RangeRef } from './rangeRef.ts'

interface Over {
  readonly host: Host
  readonly sheet: Sheet | null
}

interface NameRef {
  readonly host: Host
  readonly name: string
  readonly scope: string | null
}

export const namesOf = (host: Host, sheet: Sheet | null): ExcelObject => make(NAMES, { host, sheet })

const scopeOf = ({ sheet }: Over): string | null => sheet?.id ?? null

const refs = (over: Over): NameRef[] =>
  over.host.workbook.names
    .filter(({ scope, name }) => scope === scopeOf(over) && !name.startsWith('_xlnm'))
    .map(({ name, scope }) => ({ host: over.host, name, scope }))

function current({ host, name, scope }: NameRef): NamedItem {
  const found = host.workbook.names.find((one) => one.name === name && one.scope === scope)
  if (!found) throw itemNotFound()
  return found
}

function update(ref: NameRef, change: Partial<NamedItem>): void {
  const old = current(ref)
  const { workbook } = ref.host
  workbook.names = workbook.names.map((one) => (one === old ? { ...one, ...change } : one))
}

const target = (ref: NameRef): RangeRef | null => nameTarget(ref.host, current(ref).formula)

const NAMES: Kind<Over> = {
  name: 'NamedItemCollection',
  items: (over) => refs(over).map((ref) => make(NAME, ref)),
  item: (over, key) => {
    const found = refs(over).find(({ name }) => name.toLowerCase() === String(key).toLowerCase())
    return found ? make(NAME, found) : null
  },
  methods: {
    Add: (over, name, reference, comment) => {
      const wanted = text(name)
      if (!/^[\p{L}_\\][\p{L}\p{N}_.?]*$/u.test(wanted) || wanted.length > 255 || parseAddress(wanted)) {
        throw invalidArgument()
      }
      if (refs(over).some((one) => one.name.toLowerCase() === wanted.toLowerCase())) throw itemAlreadyExists()
      const formula = isExcelObject(reference) ? formulaOf(selfOf(reference, RangeRef)) : text(reference)
      const made: NamedItem = {
        name: wanted,
        formula: formula.startsWith('=') ? formula : `=${formula}`,
        comment: typeof comment === 'string' ? comment : '',
        visible: true,
        scope: scopeOf(over),
      }
      over.host.workbook.names = [...over.host.workbook.names, made]
      return make(NAME, { host: over.host, name: wanted, scope: made.scope })
    },
  },
}

const formulaOf = (ref: RangeRef): string => `=${quoteSheet(ref.sheet.name)}!${absoluteAddress(ref.area)}`

const NAME: Kind<NameRef> = {
  name: 'NamedItem',
  id: '_Id',
  read: {
    _Id: ({ name }) => name,
    Name: ({ name }) => name,
    Formula: (ref) => current(ref).formula,
    Value: (ref) => {
      const to = target(ref)
      return to ? to.fullAddress : current(ref).formula.slice(1)
    },
    Type: (ref) => (target(ref) ? 'Range' : 'String'),
    Comment: (ref) => current(ref).comment,
    Visible: (ref) => current(ref).visible,
    Scope: ({ scope }) => (scope === null ? 'Workbook' : 'Worksheet'),
  },
  write: {
    Formula: (ref, value) => update(ref, { formula: text(value) }),
    Comment: (ref, value) => update(ref, { comment: text(value) }),
    Visible: (ref, value) => update(ref, { visible: flag(value) }),
  },
  children: {
    Worksheet: ({ host, scope }) => {
      const sheet = scope === null ? undefined : host.workbook.sheetOf(scope)
      if (!sheet) throw itemNotFound()
      return worksheet(host, sheet)
    },
    WorksheetOrNullObject: ({ host, scope }) => {
      const sheet = scope === null ? undefined : host.workbook.sheetOf(scope)
      return sheet ? worksheet(host, sheet) : null
    },
  },
  methods: {
    GetRange: (ref) => {
      const to = target(ref)
      if (!to) throw itemNotFound()
      return rangeObject(to)
    },
    GetRangeOrNullObject: (ref) => {
      const to = target(ref)
      return to && rangeObject(to)
    },
    Delete: (ref) => {
      const gone = current(ref)
      ref.host.workbook.names = ref.host.workbook.names.filter((one) => one !== gone)
    },
  },
}
