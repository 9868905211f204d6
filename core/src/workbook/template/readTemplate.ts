import type { Policy } from '../../policy/index.ts'
import { kindAt, numberAt, type Sheet, textAt, type Workbook } from '../../table/index.ts'
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
  /** `规则参数!D12` */
  readonly cell: string
}

/** A rule as written on 自定义规则; `cells` says where each part stands. */
export interface WrittenRule {
  readonly row: number
  readonly parts: Readonly<Record<RulePart, string>>
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

/** Parameters and rules of the bank's own, wherever their columns were moved to; rows without words are passed over. */
export function readSettings(workbook: Workbook, policy: Policy): WrittenSettings {
  const parameters = workbook.sheets.find(({ name }) => name === sheetNames.parameters)
  const rules = workbook.sheets.find(({ name }) => name === sheetNames.ownRules)
  return {
    settings: parameters ? settingsOf(parameters, policy) : [],
    rules: rules ? rulesOf(rules) : [],
  }
}

const idColumn = 10
const settingColumn = 3

function settingsOf(sheet: Sheet, policy: Policy): WrittenSetting[] {
  const byId = new Map(policy.parameters.map((parameter) => [parameter.id, parameter.name]))
  const found: WrittenSetting[] = []
  for (let row = 0; row < sheet.rowCount; row++) {
    const [id = '', at = ''] = (textAt(sheet, row, idColumn) ?? '').split(' ')
    const parameter = byId.get(id)
    if (parameter === undefined) continue
    const value = valueAt(sheet, row, settingColumn)
    if (value === null || value === '') continue
    found.push({ parameter, at: Number(at), value, cell: `${sheetNames.parameters}!D${row + 1}` })
  }
  return found
}

const firstRuleRow = 4

function rulesOf(sheet: Sheet): WrittenRule[] {
  const found: WrittenRule[] = []
  for (let row = firstRuleRow - 1; row < sheet.rowCount; row++) {
    const texts = ruleParts.map((_, column) => String(valueAt(sheet, row, column) ?? '').trim())
    if (texts.every((text) => text === '')) continue
    const parts = Object.fromEntries(ruleParts.map((part, at) => [part, texts[at] ?? '']))
    found.push({ row: row + 1, parts: parts as WrittenRule['parts'] })
  }
  return found
}

function valueAt(sheet: Sheet, row: number, column: number): string | number | null {
  const text = textAt(sheet, row, column)
  if (text !== null) return text.trim()
  return kindAt(sheet, row, column) === 0 ? null : numberAt(sheet, row, column)
}
