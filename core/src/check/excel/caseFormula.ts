import {
  belongs,
  type ExcelName,
  type ExcelScope,
  type ExcelType,
  outcomeFormula,
} from '../../feel/excel/index.ts'
import type { Ast } from '../../feel/index.ts'
import type { Field } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import type { CompiledCase } from '../compileCases.ts'
import { asOfName, columnKind, parametersName, variesByLoan } from '../tableScope.ts'
import type { JudgingColumns } from './judgingColumns.ts'
import { judgingMessages as words } from './messages.ts'

/** A name that no field has: whether the rule looks at the row's segment at all. */
const gateName = '\u0001gate'

type CaseFormula = { readonly formula: string; readonly array: boolean } | { readonly reason: string }

/** The outcome of a case for a row (0 … 3), or why it has no formula. */
export function caseFormula(sheet: JudgingColumns, compiled: CompiledCase): CaseFormula {
  const { rule, use, when, applies, assumedNames } = compiled
  if (!when || compiled.error) return { reason: words.faulty }
  for (const name of use.relations.keys()) {
    if (sheet.index.relationByName.get(name)?.previous) return { reason: words.previous }
    if (!sheet.ground.registers.has(name)) return { reason: words.relation(name) }
  }
  for (const [name, fields] of use.relations) {
    const columns = sheet.ground.registers.get(name)
    const missing = [...fields].find((one) => !columns?.has(sheet.index.fieldByName.get(one)?.key ?? ''))
    if (missing) return { reason: words.relation(`${name}.${missing}`) }
  }
  for (const name of use.fields) {
    const field = sheet.index.fieldByName.get(name)
    // what a ledger lacks is assumed, but not what is worked out of columns that the sheet does have
    if (assumedNames.has(name) && !field?.derived) continue
    if (sheet.cell(field?.key ?? '') === null) return { reason: words.field(name) }
  }
  for (const name of compiled.case.needs) {
    const [first = ''] = name.split('.')
    const field = sheet.index.fieldByName.get(first)
    if (field && sheet.cell(field.key) === null) return { reason: words.field(name) }
    if (sheet.index.relationByName.has(first) && !sheet.ground.registers.has(first))
      return { reason: words.relation(first) }
  }
  for (const name of use.parameters) {
    const parameter = sheet.index.parameterByName.get(name)
    const varied = parameter?.type === 'list' && (parameter.values.length !== 1 || variesByLoan(parameter))
    if (varied || (parameter?.type !== 'list' && sheet.parameter(name) === null))
      return { reason: words.parameter(name) }
  }
  const gate = rule.segments === 'all' ? null : sheet.segmentCell(rule.segments)
  if (rule.segments !== 'all' && gate === null) return { reason: words.field(rule.segments.join('、')) }
  const only = gate === null ? applies?.lowered : withGate(applies?.lowered ?? null)
  const made = outcomeFormula(
    { when: when.lowered, ...(only ? { applies: only } : {}) },
    scopeOf(sheet, compiled, gate),
    sheet.ground.workingDays,
  )
  if (!made.ok) return { reason: made.refusals[0]?.message ?? words.faulty }
  const formula = openOnly(sheet, rule.scope ?? 'open', made.formula)
  // a formula that looks at a register row by row is heavy, one beyond Excel's length is none
  return formula.length > 8000 ? { reason: words.faulty } : { formula, array: made.array }
}

function openOnly(
  sheet: JudgingColumns,
  scope: 'open' | 'openOrWrittenOff' | 'any',
  formula: string,
): string {
  const [closed, off] = [sheet.cell('closed'), sheet.cell('writtenOff')]
  if (scope === 'any' || closed === null || off === null) return formula
  return scope === 'open'
    ? `IF(OR(${closed}="是",${off}="是"),0,${formula})`
    : `IF(${closed}="是",0,${formula})`
}

function scopeOf(sheet: JudgingColumns, compiled: CompiledCase, gate: string | null): ExcelScope {
  const index = sheet.index
  const parameters: ExcelScope = {
    lookup: (name): ExcelName | undefined => {
      const parameter = index.parameterByName.get(name)
      if (!parameter) return undefined
      if (parameter.type === 'list') {
        const value = parameter.values[0]?.value
        return { kind: 'constant', value: typeof value === 'object' ? [...value] : [] }
      }
      const reference = sheet.parameter(name)
      return reference ? { kind: 'column', type: parameter.type, reference } : { kind: 'absent' }
    },
  }
  return {
    lookup: (name): ExcelName | undefined => {
      if (name === gateName && gate) return { kind: 'column', type: 'boolean', reference: gate }
      if (name === asOfName) return { kind: 'column', type: 'date', reference: sheet.asOf }
      if (name === parametersName) return { kind: 'group', scope: parameters }
      const assumed = compiled.assumptions.find(({ field }) => compiled.assumedNames.get(field.name) === name)
      if (assumed) return assumedName(sheet, assumed.field, assumed.value)
      const register = sheet.ground.registers.get(name)
      if (register) return registerName(sheet, register)
      const field = index.fieldByName.get(name)
      const reference = field && sheet.cell(field.key)
      return field && reference ? { kind: 'column', type: columnKind(field), reference } : undefined
    },
  }
}

function assumedName(sheet: JudgingColumns, field: Field, value: number | string | null): ExcelName {
  const written = sheet.cell(field.key)
  const type: ExcelType = columnKind(field)
  if (written === null) return { kind: 'constant', value }
  if (value === null) return { kind: 'column', type, reference: written }
  const id = `${field.key}?${JSON.stringify(value)}`
  const place = sheet.place(id, () => {
    const otherwise = typeof value === 'number' ? String(value) : `"${value}"`
    return sheet.add(id, { each: `IF(${written}="",${otherwise},${written})` })
  })
  return { kind: 'column', type, reference: `$${columnLetters(place ?? 0)}{r}` }
}

function registerName(sheet: JudgingColumns, columns: ReadonlyMap<string, string>): ExcelName {
  const key = sheet.cell('loanNo') ?? '""'
  const fields = sheet.index.fieldByName
  return {
    kind: 'relation',
    cardinality: 'many',
    rows: belongs(columns.get('loanNo') ?? '', key),
    scope: {
      lookup(name) {
        const field = fields.get(name)
        const reference = field && columns.get(field.key)
        return field && reference ? { kind: 'column', type: columnKind(field), reference } : undefined
      },
    },
  }
}

function withGate(applies: Ast | null): Ast {
  const gate: Ast = { kind: 'name', name: gateName, from: 0, to: 0 }
  return applies ? { kind: 'logic', op: 'and', parts: [gate, applies], from: 0, to: 0 } : gate
}
