import {
  attribute,
  childrenOf,
  decodeEntities,
  localName,
  openTag,
  rootOf,
} from '../../../core/src/workbook/package/xml.ts'
import { type Area, intersection, parseAddress } from '../model/area.ts'
import type {
  ColumnInfo,
  ConditionalFormat,
  Filter,
  Protection,
  RowInfo,
  Validation,
} from '../model/decor.ts'
import type { Decor } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import { EMPTY_FORMAT } from '../objects/conditionalFormats.ts'
import type { DifferentialLook } from './readLooks.ts'
import type { SheetTexts } from './readSheet.ts'

/** Excel's own unit of width is characters; the API gives points. */
export const widthInPoints = (characters: number): number => Math.round(((characters * 7 + 5) * 72) / 96)
export const widthInCharacters = (points: number): number =>
  Math.round((((points * 96) / 72 - 5) / 7) * 100) / 100

export const areasIn = (references: string): Area[] =>
  references.split(/\s+/).flatMap((one) => parseAddress(one) ?? [])

const OPERATORS: Readonly<Record<string, string>> = {
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThan: 'LessThan',
  lessThanOrEqual: 'LessThanOrEqual',
  between: 'Between',
  notBetween: 'NotBetween',
  containsText: 'Contains',
  notContains: 'NotContains',
  beginsWith: 'BeginsWith',
  endsWith: 'EndsWith',
}

const TYPES: Readonly<Record<string, string>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  containsText: 'ContainsText',
  notContainsText: 'ContainsText',
  beginsWith: 'ContainsText',
  endsWith: 'ContainsText',
  colorScale: 'ColorScale',
  dataBar: 'DataBar',
  iconSet: 'IconSet',
  top10: 'TopBottom',
}

/** Everything of a sheet part that is not cells, out of the text before and after them. */
export function readDecor(
  sheet: Sheet,
  { head, tail, rows }: SheetTexts,
  differential: readonly DifferentialLook[],
  newId: () => string,
): Partial<Decor> {
  const whole = `<x>${tail.replace(/<\/(?:\w+:)?worksheet>\s*$/, '')}</x>`
  const children = childrenOf(whole, rootOf(whole))
  const all = (name: string): string[] =>
    children.filter((one) => localName(one.name) === name).map(({ start, end }) => whole.slice(start, end))
  const formats: (ConditionalFormat & { readonly priority: number })[] = []
  for (const block of all('conditionalFormatting')) {
    const root = rootOf(block)
    const areas = areasIn(attribute(openTag(block, root), 'sqref') ?? '')
    for (const rule of childrenOf(block, root)) {
      if (localName(rule.name) !== 'cfRule') continue
      formats.push(formatOf(block.slice(rule.start, rule.end), areas, differential, newId))
    }
  }
  const validations = all('dataValidations').flatMap((block) =>
    childrenOf(block, rootOf(block)).map((one) => validationOf(block.slice(one.start, one.end), newId)),
  )
  const filter = all('autoFilter').flatMap((xml) => filterOf(xml) ?? [])[0] ?? null
  const pane = /<(?:\w+:)?pane\b[^>]*state="frozen(?:Split)?"[^>]*>/.exec(head)?.[0]
  const tab = /<(?:\w+:)?tabColor\b[^>]*rgb="(\w{8})"/.exec(head)?.[1]
  return {
    name: sheet.name,
    conditionalFormats: formats
      .toSorted((a, b) => a.priority - b.priority)
      .map(({ priority: _priority, ...format }) => format),
    validations,
    merges: all('mergeCells').flatMap((block) =>
      [...block.matchAll(/\sref="([^"]+)"/g)].flatMap(([, ref = '']) => parseAddress(ref) ?? []),
    ),
    filter,
    protection: all('sheetProtection').flatMap((tag) => protectionOf(tag) ?? [])[0] ?? null,
    frozen:
      pane === undefined
        ? null
        : { rows: Number(attribute(pane, 'ySplit') ?? 0), columns: Number(attribute(pane, 'xSplit') ?? 0) },
    tabColor: tab === undefined ? '' : `#${tab.slice(2)}`,
    showGridlines: !/<(?:\w+:)?sheetView\b[^>]*showGridLines="(?:0|false)"/.test(head),
    columns: columnsOf(head),
    rows: filter ? markFiltered(rows, filter) : rows,
  }
}

function formatOf(
  xml: string,
  areas: readonly Area[],
  differential: readonly DifferentialLook[],
  newId: () => string,
): ConditionalFormat & { readonly priority: number } {
  const tag = openTag(xml, rootOf(xml))
  const type = TYPES[attribute(tag, 'type') ?? ''] ?? 'PresetCriteria'
  const dxf = attribute(tag, 'dxfId')
  const formulas = [...xml.matchAll(/<(?:\w+:)?formula>([\s\S]*?)<\/(?:\w+:)?formula>/g)].map(
    ([, text = '']) => `=${decodeEntities(text)}`,
  )
  const operator = OPERATORS[attribute(tag, 'operator') ?? attribute(tag, 'type') ?? '']
  const text = attribute(tag, 'text')
  return {
    ...EMPTY_FORMAT,
    ...(dxf !== undefined && differential[Number(dxf)]),
    id: newId(),
    type,
    areas,
    stopIfTrue: attribute(tag, 'stopIfTrue') === '1',
    formula: type === 'Custom' ? (formulas[0] ?? '') : '',
    rule:
      type === 'CellValue'
        ? { operator, formula1: formulas[0], ...(formulas[1] !== undefined && { formula2: formulas[1] }) }
        : type === 'ContainsText'
          ? { operator, text }
          : {},
    source: { xml, extended: false },
    priority: Number(attribute(tag, 'priority') ?? 1),
  }
}

const VALIDATIONS: Readonly<Record<string, string>> = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  list: 'list',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
  custom: 'custom',
}

function validationOf(xml: string, newId: () => string): Validation {
  const tag = openTag(xml, rootOf(xml))
  const formula = (n: 1 | 2): string | undefined => {
    const found = new RegExp(`<(?:\\w+:)?formula${n}>([\\s\\S]*?)</(?:\\w+:)?formula${n}>`).exec(xml)?.[1]
    return found === undefined ? undefined : decodeEntities(found)
  }
  const type = VALIDATIONS[attribute(tag, 'type') ?? ''] ?? ''
  const [first, second] = [formula(1), formula(2)]
  const operator = OPERATORS[attribute(tag, 'operator') ?? 'between']
  const rule =
    type === ''
      ? {}
      : type === 'list'
        ? {
            list: {
              inCellDropDown: true,
              source: first?.startsWith('"') ? first.slice(1, -1) : `=${first ?? ''}`,
            },
          }
        : type === 'custom'
          ? { custom: { formula: `=${first ?? ''}` } }
          : { [type]: { formula1: first, ...(second !== undefined && { formula2: second }), operator } }
  return {
    id: newId(),
    areas: areasIn(attribute(tag, 'sqref') ?? ''),
    rule,
    errorAlert: {},
    prompt: {},
    ignoreBlanks: attribute(tag, 'allowBlank') === '1',
    source: xml,
  }
}

export function filterOf(xml: string): Filter | null {
  const area = parseAddress(attribute(openTag(xml, rootOf(xml)), 'ref') ?? '')
  if (!area) return null
  const criteria = new Map<number, Readonly<Record<string, unknown>>>()
  for (const column of childrenOf(xml, rootOf(xml))) {
    const text = xml.slice(column.start, column.end)
    const id = Number(attribute(openTag(xml, column), 'colId') ?? 0)
    const values = [...text.matchAll(/<(?:\w+:)?filter\b[^>]*\sval="([^"]*)"/g)].map(([, value = '']) =>
      decodeEntities(value),
    )
    const customs = [...text.matchAll(/<(?:\w+:)?customFilter\b[^>]*>/g)].map(([tag]) => {
      const sign = {
        greaterThan: '>',
        greaterThanOrEqual: '>=',
        lessThan: '<',
        lessThanOrEqual: '<=',
        notEqual: '<>',
      }
      const operator = sign[(attribute(tag, 'operator') ?? '') as keyof typeof sign] ?? '='
      return `${operator}${attribute(tag, 'val') ?? ''}`
    })
    if (customs.length > 0) {
      criteria.set(id, {
        filterOn: 'Custom',
        criterion1: customs[0],
        ...(customs[1] !== undefined && {
          criterion2: customs[1],
          operator: /\sand="1"/.test(text) ? 'And' : 'Or',
        }),
      })
    } else if (values.length > 0) criteria.set(id, { filterOn: 'Values', values })
  }
  return { area, criteria }
}

/** A hidden row inside a filter that lets less than all through was hidden by it. */
function markFiltered(rows: ReadonlyMap<number, RowInfo>, filter: Filter): ReadonlyMap<number, RowInfo> {
  if (filter.criteria.size === 0) return rows
  return new Map(
    [...rows].map(([r, info]) => {
      const inside = intersection({ row: r, column: filter.area.column, rows: 1, columns: 1 }, filter.area)
      if (!inside || info.hidden !== true) return [r, info]
      const { hidden: _hidden, ...rest } = info
      return [r, { ...rest, filtered: true }]
    }),
  )
}

const OPTIONS = {
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertRows: 'insertRows',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowSort: 'sort',
  allowAutoFilter: 'autoFilter',
  allowPivotTables: 'pivotTables',
} as const
export const PROTECTION_OPTIONS: readonly (readonly [string, string])[] = Object.entries(OPTIONS)

/** Stands for a password that only the file knows. */
export const UNKNOWN_PASSWORD = '\u0000'

function protectionOf(xml: string): Protection | null {
  const tag = openTag(xml, rootOf(xml))
  if (!/\ssheet="(?:1|true)"/.test(tag)) return null
  const options = Object.fromEntries(
    PROTECTION_OPTIONS.map(([option, name]) => {
      const value = attribute(tag, name)
      return [option, value === '0' || value === 'false']
    }),
  )
  const objects = attribute(tag, 'objects')
  const isLocked = /\s(password|hashValue)="/.test(tag)
  return {
    options: { ...options, allowEditObjects: objects === undefined || objects === '0' },
    password: isLocked ? UNKNOWN_PASSWORD : null,
  }
}

function columnsOf(head: string): ReadonlyMap<number, ColumnInfo> {
  const columns = new Map<number, ColumnInfo>()
  for (const [tag] of head.matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
    const [min, max] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))]
    const style = attribute(tag, 'style')
    const width = attribute(tag, 'width')
    const info: ColumnInfo = {
      ...(width !== undefined && { width: widthInPoints(Number(width)) }),
      ...(attribute(tag, 'hidden') === '1' && { hidden: true }),
      ...(style !== undefined && { style: Number(style) }),
    }
    // A last entry that runs to the end of the sheet says nothing of a ledger's columns.
    for (let c = min - 1; c < Math.min(max, min + 255); c++) columns.set(c, info)
  }
  return columns
}
