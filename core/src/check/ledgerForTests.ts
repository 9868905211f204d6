import { parseIsoDay } from '../calendar/index.ts'
import type { Ledger, Table } from '../ledger/index.ts'
import {
  builtInPolicy,
  type ExampleRow,
  type Policy,
  type Rule,
  type RuleCase,
  type TableName,
} from '../policy/index.ts'
import { columnOf } from './exampleLedger.ts'
import { indexPolicy } from './policyIndex.ts'

/** A sheet for a test: rows by field name, dates as ISO text; a name that no row has is a column the sheet lacks. */
export interface TestSheet {
  readonly table?: TableName
  readonly sheet?: string
  readonly rows: readonly ExampleRow[]
}

export function ledgerForTests(sheets: readonly TestSheet[], asOf: string | null = '2026-10-31'): Ledger {
  const index = indexPolicy(builtInPolicy)
  const day =
    asOf === null
      ? ({ day: null, from: 'none', conflicts: [] } as const)
      : ({ day: parseIsoDay(asOf), from: 'choice', conflicts: [] } as const)
  const tables = sheets.map(({ table: name = '借据', sheet = name, rows }): Table => {
    const fields = index.fieldsIn(name).filter((field) => rows.some((row) => field.name in row))
    const unknownNames = rows
      .flatMap((row) => Object.keys(row))
      .filter((written) => !index.fieldByName.has(written))
    if (unknownNames.length > 0) throw new Error(`no such field: ${unknownNames.join(' ')}`)
    return {
      name,
      file: 'test.xlsx',
      sheet,
      rowCount: rows.length,
      sheetRows: Uint32Array.from(rows, (_, at) => at + 4),
      columns: new Map(
        fields.map((field) => [
          field.key,
          columnOf(
            field,
            rows.map((row) => row[field.name] ?? null),
          ),
        ]),
      ),
      reading: {
        headerRows: [3, 3],
        title: '',
        unit: '元',
        columns: [],
        leftOut: [],
        unread: [],
        keyFields: [],
        asOf: day,
      },
    }
  })
  return { asOf: day, tables, notTables: [] }
}

export function ruleForTests(
  rule: Partial<Omit<Rule, 'cases'>> & { cases: readonly Partial<RuleCase>[] },
): Rule {
  return {
    id: 'T-001',
    category: 'DQ',
    nameZh: '测试规则',
    nameEn: 'Test rule',
    table: '借据',
    grain: '借据',
    segments: 'all',
    scope: 'any',
    examples: [],
    ...rule,
    cases: rule.cases.map((ruleCase, at) => ({
      id: 'abc'.charAt(at),
      kind: 'violation',
      severity: 'warning',
      when: 'true',
      message: '',
      remedy: '',
      sources: [],
      needs: [],
      ...ruleCase,
    })),
  }
}

export function policyForTests(...rules: readonly Rule[]): Policy {
  return { ...builtInPolicy, rules }
}
