import type { Policy } from '../../policy/index.ts'
import { columnLetters, kindAt, numberAt, type Sheet, textAt, type Workbook } from '../../table/index.ts'
import { templateWords } from './messages.ts'
import { sheetNames, templateId } from './names.ts'

/** What a workbook says of itself on its very hidden sheet. */
export interface TemplateIdentity {
  /** The template's own version, a whole number. */
  readonly format: number
  readonly policy: string
  readonly fingerprint: string
  readonly issued: string
}

/** The identity of a filled template; null for any other workbook. */
export function identifyTemplate(workbook: Workbook): TemplateIdentity | null {
  const sheet = workbook.sheets.find(({ name }) => name === sheetNames.record)
  if (!sheet) return null
  const values = new Map<string, string>()
  for (let row = 0; row < sheet.rowCount; row++) {
    const name = textAt(sheet, row, 0)
    if (name !== null) values.set(name, textAt(sheet, row, 1) ?? '')
  }
  if (values.get('document') !== templateId) return null
  return {
    format: Number(values.get('format') ?? 1),
    policy: values.get('policy') ?? '',
    fingerprint: values.get('fingerprint') ?? '',
    issued: values.get('issued') ?? '',
  }
}

/** A value of its own that a lead wrote beside a parameter. */
export interface WrittenSetting {
  readonly parameter: string
  /** The place among the parameter's values. */
  readonly at: number
  readonly value: number | string
  /** `D12` */
  readonly cell: string
  readonly sheet?: string
}

/** A rule as written on 自定义规则. */
export interface WrittenRule {
  readonly row: number
  readonly parts: Readonly<Record<RulePart, string>>
  readonly sheet?: string
  /** What is wrong with it; '' where it is sound, left out where nobody has looked. */
  readonly fault?: string
  /** Columns (from 0) of the parts, in the order of `ruleParts`. */
  readonly places?: readonly number[]
}

export const ruleParts = [
  'id',
  'name',
  'table',
  'applies',
  'when',
  'severity',
  'message',
  'remedy',
  'source',
] as const
export type RulePart = (typeof ruleParts)[number]

export interface WrittenSettings {
  readonly settings: readonly WrittenSetting[]
  readonly rules: readonly WrittenRule[]
}

/** Parameters and rules of the bank's own, wherever their sheets and columns were moved to; empty rows are passed over. */
export function readSettings(workbook: Workbook, policy: Policy): WrittenSettings {
  const parameters = findSettingSheet(workbook, sheetNames.parameters)
  const rules = findSettingSheet(workbook, sheetNames.ownRules)
  return {
    settings: parameters ? settingsOf(parameters, policy) : [],
    rules: rules ? rulesOf(rules) : [],
  }
}

/** Words that only the header of each sheet of settings has. */
const headWords = {
  [sheetNames.parameters]: templateWords.parameters.header[3],
  [sheetNames.ownRules]: templateWords.ownRules.header[9],
} as const
export type SettingSheet = keyof typeof headWords

export interface FoundSheet {
  readonly sheet: Sheet
  /** From 0. */
  readonly headerRow: number
  /** Columns (from 0) by header. */
  readonly columns: ReadonlyMap<string, number>
}

/** The sheet of that name; where it was renamed, the one whose header says what it is. */
export function findSettingSheet(workbook: Workbook, name: SettingSheet): FoundSheet | null {
  const byName = workbook.sheets.filter((sheet) => sheet.name === name)
  for (const sheet of [...byName, ...workbook.sheets]) {
    for (let row = 0; row < Math.min(sheet.rowCount, 12); row++) {
      const columns = new Map<string, number>()
      for (let column = 0; column < sheet.columnCount; column++) {
        const text = textAt(sheet, row, column)?.trim()
        if (text && !columns.has(text)) columns.set(text, column)
      }
      if (columns.has(headWords[name]) && columns.size > 5) return { sheet, headerRow: row, columns }
    }
  }
  return null
}

function settingsOf({ sheet, headerRow, columns }: FoundSheet, policy: Policy): WrittenSetting[] {
  const byId = new Map(policy.parameters.map((parameter) => [parameter.id, parameter.name]))
  const setting = columns.get(templateWords.parameters.header[3]) ?? -1
  const found: WrittenSetting[] = []
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    const value = valueAt(sheet, row, setting)
    if (value === null || value === '') continue
    // the id stands right of all that is seen
    let id = ''
    let at = ''
    for (let column = sheet.columnCount - 1; column > setting && !byId.has(id); column--)
      [id = '', at = ''] = (textAt(sheet, row, column) ?? '').split(' ')
    const parameter = byId.get(id)
    const cell = `${columnLetters(setting)}${row + 1}`
    found.push({ parameter: parameter ?? '', at: Number(at), value, cell, sheet: sheet.name })
  }
  return found
}

function rulesOf({ sheet, headerRow, columns }: FoundSheet): WrittenRule[] {
  const places = ruleParts.map((_, at) => columns.get(templateWords.ownRules.header[at] ?? '') ?? -1)
  const found: WrittenRule[] = []
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    const texts = places.map((column) => String(valueAt(sheet, row, column) ?? '').trim())
    if (texts.every((text) => text === '')) continue
    const parts = Object.fromEntries(ruleParts.map((part, at) => [part, texts[at] ?? '']))
    found.push({ row: row + 1, parts: parts as WrittenRule['parts'], sheet: sheet.name, places })
  }
  return found
}

function valueAt(sheet: Sheet, row: number, column: number): string | number | null {
  if (column < 0) return null
  const text = textAt(sheet, row, column)
  if (text !== null) return text.trim()
  return kindAt(sheet, row, column) === 0 ? null : numberAt(sheet, row, column)
}
