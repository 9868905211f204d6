import { type Frame, lowerStrict, parseFeel } from '@postloan/core/feel'
import { type ExcelResult, outcomeFormula, toExcel } from '@postloan/core/feel/excel'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { numberAt, type Sheet } from '@postloan/core/table'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import { convertBySoffice } from '../peers/convertBySoffice.ts'
import { findSoffice } from '../peers/find.ts'
import { byColumns, compareTruths, type Truths } from './engines.ts'
import { forSheets, monthColumns } from './forSheets.ts'
import { LedgerWorkbook } from './ledgerWorkbook.ts'
import { countOperators, flipOperator } from './mutate.ts'
import { needsOf, type RuleExpression, ruleExpressions, tablesOf, typedForm } from './ruleExpressions.ts'
import { frameArbitrary, scopeOf } from './ruleWorld.ts'

const soffice = findSoffice()
if (!soffice) console.log('!!! LEFT OUT: worksheet formulas recalculated by LibreOffice (not installed)')

const rowCount = 24

/** At least so many rules have a formula for each of their cases. */
const wholeRules: Readonly<Record<string, number>> = { 借据: 100 }

/** Forms that a bank's own rule may have and no built-in rule has. */
const ownForms = [
  'count(押品) > 1',
  'count(押品[最新估值 > 贷款余额]) >= 1',
  'sum(押品.最新估值) < 贷款余额',
  'max(同客户.逾期天数) > 90',
  'min(同客户.逾期天数) <= 30',
  'mean(押品.最新估值) >= 90',
  'max(押品.估值日期) > add months(基准日, -12)',
  'every p in 支付 satisfies p.交易金额 <= 贷款金额 * 0.3',
  'some p in 支付[交易金额 > 0] satisfies p.交易日期 >= 放款日期',
  'some p in 支付 satisfies end of month(p.交易日期) < 基准日',
  'some p in 支付 satisfies add months(p.交易日期, 6) < 基准日',
  'some p in 支付 satisfies next working day(p.交易日期) > 基准日',
  '上期.五级分类 = 五级分类',
  '上期 = null or 上期.贷款余额 = null',
  'contains(客户名称, "a") or starts with(客户名称, "张") or ends with(客户名称, "三")',
  'substring(客户名称, 2, 2) != "三" and string length(客户名称) < 5',
  'lower case(客户名称) = 客户名称',
  '贷款余额 / 逾期天数 >= 0.1 + 0.2',
  'months between(放款日期, 到期日) in [12..36)',
  '放款日期.year = 2026 and 放款日期.month > 6',
  '(if 逾期天数 > 90 then "次级" else "正常") = 五级分类',
  'ceiling(贷款余额 / 3) - floor(贷款余额 / 3) = 1',
  '(贷款余额 + 逾期天数) = null',
  'working days between(放款日期, 基准日) > 250',
  'add working days(基准日, 逾期天数) > 到期日',
  'matches(客户名称, "^[张李][0-9三]*$|公司$|^(有限|集团)|^空白$")',
  'some p in 支付 satisfies matches(p.核查登记, "^C[0-9]*$|^空[白格 ]+$|公司")',
]

interface Calculated {
  readonly frame: Frame
  /** What the engine says of each expression, what LibreOffice does, and of each case's outcome. */
  readonly engine: Truths
  readonly sheet: Truths
  readonly outcomes: readonly (readonly number[] | null)[]
}

function expressionsOver(table: (typeof tables)[number]['table']): RuleExpression[] {
  const own = ownForms.flatMap((text) => {
    const parsed = parseFeel(text, scopeOf(policy, table).names())
    if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.errors)}`)
    return table === '借据'
      ? [{ name: text, rule: '', ...typedForm(text, lowerStrict(parsed.ast), policy, table) }]
      : []
  })
  return [...ruleExpressions(policy, table), ...own]
}

const tables = tablesOf(policy).map((table) => ({ table }))

/** Each case of each rule with the places of its conditions among the expressions. */
function casesOver(table: string, expressions: readonly RuleExpression[]) {
  const scope = scopeOf(policy, tables.find((one) => one.table === table)?.table ?? '借据')
  const lowered = (text: string) => {
    const parsed = parseFeel(text, scope.names())
    if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.errors)}`)
    return lowerStrict(parsed.ast)
  }
  const texts = expressions.map((one) => JSON.stringify(one.lowered))
  return policy.rules
    .filter((rule) => rule.table === table)
    .flatMap((rule) =>
      rule.cases.map((one) => {
        const when = lowered(one.when)
        const applies = one.applies === undefined ? undefined : lowered(one.applies)
        return {
          rule: rule.id,
          name: `${rule.id}.${one.id}`,
          ast: { when, ...(applies ? { applies } : {}) },
          when: texts.indexOf(JSON.stringify(when)),
          applies: applies ? texts.indexOf(JSON.stringify(applies)) : undefined,
        }
      }),
    )
}

async function calculated(
  table: (typeof tables)[number]['table'],
  expressions: readonly RuleExpression[],
  cases: ReturnType<typeof casesOver>,
  seed: number,
): Promise<Calculated> {
  const scope = scopeOf(policy, table)
  const { used, landmarks } = needsOf(policy, table, expressions)
  const options = { rows: rowCount, unknowns: true }
  const [random] = fc.sample(frameArbitrary(policy, table, used, landmarks, options), { numRuns: 1, seed })
  if (!random) throw new Error('no ledger')
  const frame = forSheets(random, scope, monthColumns(expressions.map((one) => one.lowered)))
  const workbook = new LedgerWorkbook(frame, scope, expressions.length + cases.length)
  // conditions refer to cells, outcomes to the columns of tables
  const formulas = (row: number): ExcelResult[] => [
    ...expressions.map((one) => toExcel(one.lowered, workbook.scopeOf(row, 'a1'), workbook.workingDays)),
    ...cases.map((one) => outcomeFormula(one.ast, workbook.scopeOf(row, 'structured'), workbook.workingDays)),
  ]
  workbook.fill(formulas)
  const opening = await openWorkbook(
    convertBySoffice(soffice ?? '', await workbook.write(), { to: 'xlsx', recalculate: true }),
    'x.xlsx',
    nodeCodec(),
  )
  const sheet = opening.ok ? opening.workbook.sheets[0] : undefined
  if (!sheet) throw new Error('LibreOffice wrote no workbook')
  const said = formulas(0).map((one) => one.ok)
  return {
    frame,
    engine: byColumns(
      expressions.map((one) => one.typed),
      frame,
    ),
    sheet: expressions.map((_, at) => (said[at] ? truthsIn(sheet, at) : null)),
    outcomes: cases.map((_, at) =>
      said[expressions.length + at] ? numbersIn(sheet, expressions.length + at) : null,
    ),
  }
}

/** The numbers in a column below its header; NaN for an error. */
function numbersIn(sheet: Sheet, column: number): number[] {
  return Array.from({ length: rowCount }, (_, row) => numberAt(sheet, row + 1, column))
}

/** 0 false, 1 true, 2 null, 3 anything that is no truth. */
function truthsIn(sheet: Sheet, column: number): Uint8Array {
  return Uint8Array.from(numbersIn(sheet, column), (value) =>
    value === 0 ? 0 : value === 1 ? 1 : value === 0.5 ? 2 : 3,
  )
}

/** The outcome by the rule of `applies` null: a pass where `when` is false either way. */
function outcomeOf(applies: number, when: number): number {
  if (applies === 0) return 0
  if (when === 0) return 1
  return applies === 1 && when === 1 ? 2 : 3
}

describe.runIf(soffice !== undefined).each(tables)(
  'worksheet formulas of the rules over $table',
  ({ table }) => {
    const expressions = expressionsOver(table)
    const cases = casesOver(table, expressions)
    const names = expressions.map((one) => one.name)
    let answers: Calculated
    beforeAll(async () => {
      answers = await calculated(table, expressions, cases, 2026)
    }, 400_000)

    test('LibreOffice gives the same truth as the column engine in every cell', () => {
      const { compared, differences } = compareTruths(names, answers.engine, answers.sheet)
      const given = [0, 0, 0]
      for (const truths of answers.sheet)
        for (const truth of truths ?? []) given[truth] = (given[truth] ?? 0) + 1
      const without = names.filter((_, at) => !answers.sheet[at])
      console.log(
        `${table}: 与 LibreOffice 比较 ${compared} 次,假/真/空 ${given.join('/')};没有公式:${without.join(' ')}`,
      )
      expect(differences).toEqual([])
      expect(Math.min(...given)).toBeGreaterThan(0)
      expect(compared).toBe((names.length - without.length) * rowCount)
      expect(without.filter((name) => ownForms.includes(name))).toEqual([])
    })

    test('the outcome of every case is the one of its conditions', () => {
      const differences = cases.flatMap((one, at) => {
        const outcomes = answers.outcomes[at]
        if (!outcomes) return []
        const when = answers.engine[one.when] ?? new Uint8Array()
        const applies = one.applies === undefined ? undefined : answers.engine[one.applies]
        return outcomes.flatMap((outcome, row) => {
          const expected = outcomeOf(applies?.[row] ?? 1, when[row] ?? 3)
          return outcome === expected ? [] : [{ case: one.name, row, outcome, expected }]
        })
      })
      expect(differences).toEqual([])
      const unsaid = new Set(cases.filter((_, at) => !answers.outcomes[at]).map((one) => one.rule))
      const said = new Set(cases.map((one) => one.rule).filter((rule) => !unsaid.has(rule)))
      console.log(`${table}: ${said.size} 条规则整条有公式;不全的:${[...unsaid].join(' ')}`)
      expect(said.size).toBeGreaterThanOrEqual(wholeRules[table] ?? 1)
    })

    test('an engine with one operator turned is found out', () => {
      const mutants = expressions.flatMap((expression, index) =>
        Array.from({ length: answers.sheet[index] ? countOperators(expression.lowered) : 0 }, (_, nth) => {
          const mutated = flipOperator(expression.lowered, nth)
          return mutated ? [{ index, ...typedForm(expression.name, mutated, policy, table) }] : []
        }).flat(),
      )
      const truths = byColumns(
        mutants.map((one) => one.typed),
        answers.frame,
      )
      const noticed = mutants.filter(
        ({ index }, at) =>
          compareTruths([''], [truths[at] ?? null], [answers.sheet[index] ?? null]).differences.length > 0,
      )
      console.log(`${table}: ${mutants.length} 个改错一处的引擎,${noticed.length} 个被发现`)
      expect(mutants.length).toBeGreaterThanOrEqual(expressions.length)
      // few rows: the rest are equal in meaning, or differ where no row is
      expect(noticed.length / mutants.length).toBeGreaterThan(0.5)
    })
  },
)
