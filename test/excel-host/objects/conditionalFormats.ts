import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import { isExcelObject } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { type Area, intersection, without } from '../model/area.ts'
import type { ConditionalFormat } from '../model/decor.ts'
import { invalidOperation, itemNotFound } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import { color, flag, number, range, record, selfOf, text } from './arguments.ts'
import { rangeAreas, rangeObject } from './makers.ts'
import { AreasRef, RangeRef } from './rangeRef.ts'

interface Over {
  readonly host: Host
  readonly sheet: Sheet
  readonly areas: readonly Area[]
}

/** One format, found by its id at every use: it may have been deleted. */
interface FormatRef {
  readonly host: Host
  readonly sheet: Sheet
  readonly id: string
}

export const conditionalFormatsOf = (host: Host, sheet: Sheet, areas: readonly Area[]): ExcelObject =>
  make(FORMATS, { host, sheet, areas })

const touching = ({ sheet, areas }: Over): readonly ConditionalFormat[] =>
  sheet.decor.conditionalFormats.filter((one) => one.areas.some((a) => areas.some((b) => intersection(a, b))))

const one = ({ host, sheet }: Over, { id }: ConditionalFormat): ExcelObject =>
  make(FORMAT, { host, sheet, id })

function current({ sheet, id }: FormatRef): ConditionalFormat {
  const found = sheet.decor.conditionalFormats.find((format) => format.id === id)
  if (!found) throw itemNotFound()
  return found
}

function update(ref: FormatRef, change: Partial<ConditionalFormat>): void {
  current(ref)
  ref.sheet.guardOption('allowFormatCells')
  ref.sheet.change({
    conditionalFormats: ref.sheet.decor.conditionalFormats.map((format) =>
      format.id === ref.id
        ? {
            ...format,
            ...change,
            source: change.areas || change.stopIfTrue !== undefined ? format.source : null,
          }
        : format,
    ),
  })
}

export const EMPTY_FORMAT: Omit<ConditionalFormat, 'id' | 'type' | 'areas'> = {
  stopIfTrue: false,
  formula: '',
  rule: {},
  fill: null,
  color: null,
  bold: null,
  italic: null,
  edges: {},
  numberFormat: null,
  source: null,
}

const FORMATS: Kind<Over> = {
  name: 'ConditionalFormatCollection',
  items: (over) => touching(over).map((format) => one(over, format)),
  item: (over, key) => {
    const found = touching(over).find(({ id }) => id === key)
    return found ? one(over, found) : null
  },
  methods: {
    Add: (over, type) => {
      over.sheet.guardOption('allowFormatCells')
      const made: ConditionalFormat = {
        ...EMPTY_FORMAT,
        id: over.host.workbook.newId(),
        type: text(type),
        areas: over.areas,
      }
      // A new one comes first.
      over.sheet.change({ conditionalFormats: [made, ...over.sheet.decor.conditionalFormats] })
      return one(over, made)
    },
    ClearAll: (over) => {
      over.sheet.guardOption('allowFormatCells')
      over.sheet.change({
        conditionalFormats: over.sheet.decor.conditionalFormats.flatMap((format) => {
          let left = format.areas
          for (const area of over.areas) left = left.flatMap((a) => without(a, area))
          return left.length > 0 ? [{ ...format, areas: left }] : []
        }),
      })
    },
  },
}

const as = (kind: Kind<FormatRef>, ...types: readonly string[]) => ({
  strict: (ref: FormatRef): ExcelObject => {
    if (!types.includes(current(ref).type))
      throw invalidOperation('The conditional format is of another type.')
    return make(kind, ref)
  },
  orNull: (ref: FormatRef): ExcelObject | null =>
    types.includes(current(ref).type) ? make(kind, ref) : null,
})

function areasGiven(host: Host, sheet: Sheet, value: unknown): readonly Area[] {
  if (isExcelObject(value)) {
    return value.self instanceof AreasRef ? value.self.areas : [selfOf(value, RangeRef).area]
  }
  return text(value)
    .split(',')
    .map((address) => range(host, address, sheet).area)
}

const CUSTOM: Kind<FormatRef> = {
  name: 'CustomConditionalFormat',
  children: { Rule: (ref) => make(FORMULA_RULE, ref), Format: (ref) => make(LOOK, ref) },
}
const FORMULA_RULE: Kind<FormatRef> = {
  name: 'ConditionalFormatRule',
  read: { Formula: (ref) => current(ref).formula, FormulaLocal: (ref) => current(ref).formula },
  write: {
    Formula: (ref, value) => update(ref, { formula: asFormula(text(value)) }),
    FormulaLocal: (ref, value) => update(ref, { formula: asFormula(text(value)) }),
  },
}
const asFormula = (formula: string): string => (formula.startsWith('=') ? formula : `=${formula}`)

const ruled = (name: string): Kind<FormatRef> => ({
  name,
  read: { Rule: (ref) => current(ref).rule },
  write: { Rule: (ref, value) => update(ref, { rule: record(value) }) },
  children: { Format: (ref) => make(LOOK, ref) },
})
const custom = as(CUSTOM, 'Custom')
const cellValue = as(ruled('CellValueConditionalFormat'), 'CellValue')
const containsText = as(ruled('TextConditionalFormat'), 'ContainsText')
const preset = as(ruled('PresetCriteriaConditionalFormat'), 'PresetCriteria')
const topBottom = as(ruled('TopBottomConditionalFormat'), 'TopBottom')

const FORMAT: Kind<FormatRef> = {
  name: 'ConditionalFormat',
  id: 'Id',
  read: {
    Id: ({ id }) => id,
    Type: (ref) => current(ref).type,
    Priority: (ref) => ref.sheet.decor.conditionalFormats.findIndex(({ id }) => id === ref.id),
    StopIfTrue: (ref) => current(ref).stopIfTrue,
  },
  write: {
    StopIfTrue: (ref, value) => update(ref, { stopIfTrue: flag(value) }),
    Priority: (ref, value) => {
      const moving = current(ref)
      const rest = ref.sheet.decor.conditionalFormats.filter(({ id }) => id !== ref.id)
      ref.sheet.change({ conditionalFormats: rest.toSpliced(number(value), 0, moving) })
    },
  },
  children: {
    Custom: custom.strict,
    CustomOrNullObject: custom.orNull,
    CellValue: cellValue.strict,
    CellValueOrNullObject: cellValue.orNull,
    TextComparison: containsText.strict,
    TextComparisonOrNullObject: containsText.orNull,
    Preset: preset.strict,
    PresetOrNullObject: preset.orNull,
    TopBottom: topBottom.strict,
    TopBottomOrNullObject: topBottom.orNull,
  },
  methods: {
    Delete: (ref) => {
      current(ref)
      ref.sheet.guardOption('allowFormatCells')
      ref.sheet.change({
        conditionalFormats: ref.sheet.decor.conditionalFormats.filter(({ id }) => id !== ref.id),
      })
    },
    GetRange: (ref) => {
      const { areas } = current(ref)
      const [first] = areas
      if (!first || areas.length > 1) throw invalidOperation('The conditional format covers several ranges.')
      return rangeObject(new RangeRef(ref.host, ref.sheet, first))
    },
    GetRangeOrNullObject: (ref) => {
      const { areas } = current(ref)
      const [first] = areas
      return first && areas.length === 1 ? rangeObject(new RangeRef(ref.host, ref.sheet, first)) : null
    },
    GetRanges: (ref) => rangeAreas(new AreasRef(ref.host, ref.sheet, current(ref).areas)),
    SetRanges: (ref, ranges) => update(ref, { areas: areasGiven(ref.host, ref.sheet, ranges) }),
    ChangeRuleToCustom: (ref, formula) =>
      update(ref, { type: 'Custom', formula: asFormula(text(formula)), rule: {} }),
    ChangeRuleToCellValue: (ref, rule) => update(ref, { type: 'CellValue', rule: record(rule) }),
  },
}

const LOOK: Kind<FormatRef> = {
  name: 'ConditionalRangeFormat',
  read: { NumberFormat: (ref) => current(ref).numberFormat },
  write: { NumberFormat: (ref, value) => update(ref, { numberFormat: text(value) }) },
  children: {
    Fill: (ref) => make(LOOK_FILL, ref),
    Font: (ref) => make(LOOK_FONT, ref),
    Borders: (ref) => make(LOOK_BORDERS, ref),
  },
  methods: {
    ClearFormat: (ref) => update(ref, { fill: null, color: null, bold: null, italic: null, edges: {} }),
  },
}
const LOOK_FILL: Kind<FormatRef> = {
  name: 'ConditionalRangeFill',
  read: { Color: (ref) => current(ref).fill ?? '' },
  write: { Color: (ref, value) => update(ref, { fill: color(value) }) },
  methods: { Clear: (ref) => update(ref, { fill: null }) },
}
const LOOK_FONT: Kind<FormatRef> = {
  name: 'ConditionalRangeFont',
  read: {
    Color: (ref) => current(ref).color ?? '',
    Bold: (ref) => current(ref).bold,
    Italic: (ref) => current(ref).italic,
    Strikethrough: () => null,
    Underline: () => null,
  },
  write: {
    Color: (ref, value) => update(ref, { color: color(value) }),
    Bold: (ref, value) => update(ref, { bold: flag(value) }),
    Italic: (ref, value) => update(ref, { italic: flag(value) }),
  },
  methods: { Clear: (ref) => update(ref, { color: null, bold: null, italic: null }) },
}

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const
interface Border extends FormatRef {
  readonly side: (typeof SIDES)[number]
}
const sideOf = (ref: FormatRef, side: (typeof SIDES)[number]): ExcelObject =>
  make(LOOK_BORDER, { ...ref, side })
const LOOK_BORDERS: Kind<FormatRef> = {
  name: 'ConditionalRangeBorderCollection',
  read: { Count: () => SIDES.length },
  items: (ref) => SIDES.map((side) => sideOf(ref, side)),
  item: (ref, key) => {
    const side = SIDES.find((name) => name === key)
    return side === undefined ? null : sideOf(ref, side)
  },
  children: {
    Top: (ref) => sideOf(ref, 'EdgeTop'),
    Bottom: (ref) => sideOf(ref, 'EdgeBottom'),
    Left: (ref) => sideOf(ref, 'EdgeLeft'),
    Right: (ref) => sideOf(ref, 'EdgeRight'),
  },
}
const LOOK_BORDER: Kind<Border> = {
  name: 'ConditionalRangeBorder',
  id: 'SideIndex',
  read: {
    SideIndex: ({ side }) => side,
    Color: (ref) => current(ref).edges[ref.side]?.color ?? '',
    Style: (ref) => (current(ref).edges[ref.side] ? 'Continuous' : 'None'),
  },
  write: {
    Color: (ref, value) => setEdge(ref, color(value)),
    Style: (ref, value) =>
      value === 'None'
        ? update(ref, {
            edges: Object.fromEntries(
              Object.entries(current(ref).edges).filter(([side]) => side !== ref.side),
            ),
          })
        : setEdge(ref, current(ref).edges[ref.side]?.color ?? '#000000'),
  },
}

function setEdge(ref: Border, edgeColor: string): void {
  update(ref, { edges: { ...current(ref).edges, [ref.side]: { style: 'thin', color: edgeColor } } })
}
