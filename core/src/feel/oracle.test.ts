import * as fc from 'fast-check'
import { date as feelinDate, evaluate as feelinEvaluate } from 'feelin'
import { describe, expect, test } from 'vitest'

import { formatIsoDay } from '../calendar/index.ts'
import { checkTypes, compileProgram, evaluate, formatFeel, parseFeel } from './index.ts'
import type { FeelValue, TypedExpression } from './index.ts'
import { feelinDepartures } from './testing/feelinDepartures.ts'
import { makeTable } from './testing/frameFromRows.ts'
import type { TestTable } from './testing/frameFromRows.ts'
import { plainExpression, ruleExpression } from './testing/randomExpressions.ts'

const plainContext = { a: 3, b: -2.5, n: null, s: 'foo', t: 'ob', p: true, q: false, l: [3, 1, 2], m: [4, 5] }

/** What feelin says, its numbers cut to 12 digits and its odd values as null. */
function feelin(text: string, context: Record<string, unknown>): string {
  return canonical(feelinEvaluate(text, context).value)
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) => {
    if (typeof inner !== 'number') return inner
    return Number.isFinite(inner) ? Number(inner.toPrecision(12)) + 0 : null
  })
}

describe('evaluate and feelin', () => {
  test('say the same of random expressions', () => {
    let compared = 0
    let nulls = 0
    fc.assert(
      fc.property(plainExpression, (text) => {
        const ours = evaluate(text, plainContext)
        expect(ours.ok ? canonical(ours.value) : ours.errors).toEqual(feelin(text, plainContext))
        compared++
        if (ours.ok && ours.value === null) nulls++
      }),
      { numRuns: 1500 },
    )
    // both sides ran, and not on nulls only
    expect(compared).toBeGreaterThanOrEqual(1500)
    expect(nulls).toBeLessThan(compared * 0.8)
  })

  test.each(feelinDepartures)(
    'feelin departs from DMN: $expression ($clause)',
    ({ expression, ours, feelin: theirs }) => {
      const outcome = evaluate(expression, plainContext)
      expect(outcome.ok && canonical(outcome.value)).toBe(ours)
      expect(feelin(expression, plainContext)).toBe(theirs)
    },
  )
})

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 })
const ROWS = 6
const RUNS = 40
/** The interpreter parses every expression anew for every row. */
const PATIENCE = 120_000
const column = <T>(arbitrary: fc.Arbitrary<T>, rows = ROWS): fc.Arbitrary<(T | null)[]> =>
  fc.array(maybe(arbitrary), { minLength: rows, maxLength: rows })
const amounts = fc.constantFrom(0, 1, 2, 50, 90, 91, 100, 100.5, -3)
const classes = fc.constantFrom('正常', '关注', '次级', '')
const days = fc.constantFrom('2024-01-31', '2024-02-29', '2024-12-31', '2025-01-01', '2026-10-31')
const CHILDREN = 5

/** A random table with children, one-row links and blanks everywhere. */
const tables: fc.Arbitrary<TestTable> = fc
  .record({
    overdue: column(amounts),
    balance: column(amounts),
    cls: column(classes),
    start: column(days),
    end: column(days),
    loop: column(fc.boolean()),
    state: column(classes, CHILDREN),
    worth: column(amounts, CHILDREN),
    registered: column(days, CHILDREN),
    children: fc.array(fc.uniqueArray(fc.nat({ max: CHILDREN - 1 }), { maxLength: 3 }), {
      minLength: ROWS,
      maxLength: ROWS,
    }),
    before: fc.array(fc.uniqueArray(fc.nat({ max: CHILDREN - 1 }), { maxLength: 1 }), {
      minLength: ROWS,
      maxLength: ROWS,
    }),
  })
  .map((cells) => {
    const child = makeTable({
      rows: CHILDREN,
      fields: {
        状态: { type: 'text', values: cells.state },
        估值: { type: 'number', values: cells.worth },
        登记日: { type: 'date', values: cells.registered },
      },
    })
    return makeTable({
      rows: ROWS,
      fields: {
        逾期天数: { type: 'number', values: cells.overdue },
        余额: { type: 'number', values: cells.balance },
        分类: { type: 'text', values: cells.cls },
        放款日: { type: 'date', values: cells.start },
        到期日: { type: 'date', values: cells.end },
        循环: { type: 'boolean', values: cells.loop },
      },
      constants: { 基准日: { type: 'date', value: { type: 'date', day: 20_757 } } },
      groups: { 参数: makeTable({ rows: 1, constants: { 天数: { type: 'number', value: 90 } } }) },
      relations: {
        押品: { to: child, cardinality: 'many', rows: cells.children },
        上期: { to: child, cardinality: 'one', rows: cells.before },
      },
    })
  })

function typed(text: string, table: TestTable): TypedExpression {
  const parsed = parseFeel(text, table.scope.names())
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.errors)}`)
  const checked = checkTypes(parsed.ast, table.scope)
  if (!checked.ok) throw new Error(`${text}: ${JSON.stringify(checked.errors)}`)
  return checked.expression
}

const ourDay = (day: number): FeelValue => ({ type: 'date', day })

test(
  'column kernels, row-by-row evaluation and feelin agree on the lowered form of random rules',
  () => {
    const counts = { true: 0, false: 0, null: 0, feelin: 0 }
    fc.assert(
      fc.property(tables, fc.array(ruleExpression, { minLength: 3, maxLength: 3 }), (table, texts) => {
        const expressions = texts.map((text) => typed(text, table))
        compileProgram(expressions).run(table.frame, (from, to, results) => {
          for (const [i, expression] of expressions.entries()) {
            const lowered = formatFeel(expression.lowered)
            for (let row = from; row < to; row++) {
              const byte = results[i]?.[row - from]
              const truth = byte === 2 ? null : byte === 1
              const place = `${texts[i]} on row ${row}: ${lowered}`
              const alone = evaluate(lowered, table.context(row, ourDay))
              expect({ place, value: alone.ok ? alone.value : alone.errors }).toEqual({ place, value: truth })
              const theirs: unknown = feelinEvaluate(lowered, feelinContext(table, row)).value
              expect({ place, feelin: theirs ?? null }).toEqual({ place, feelin: truth })
              counts.feelin++
              counts[`${truth}`]++
            }
          }
        })
      }),
      { numRuns: RUNS },
    )
    // all three ran, and met every outcome
    expect(counts.feelin).toBe(RUNS * 3 * ROWS)
    expect(Math.min(counts.true, counts.false, counts.null)).toBeGreaterThan(RUNS)
  },
  PATIENCE,
)

test('the comparison would notice an engine that is wrong', () => {
  const table = makeTable({ rows: 1, fields: { 余额: { type: 'number', values: [90] } } })
  const right = typed('余额 > 90', table)
  const wrong = typed('余额 >= 90', table)
  let bytes: (number | undefined)[] = []
  compileProgram([wrong]).run(table.frame, (_from, _to, results) => {
    bytes = results.map((result) => result[0])
  })
  const told = feelinEvaluate(formatFeel(right.lowered), feelinContext(table, 0)).value
  expect(told).toBe(false)
  expect(bytes).toEqual([1])
})

function feelinContext(table: TestTable, row: number): Record<string, unknown> {
  return withDates(table.context(row, ourDay))
}

/** Our dates as feelin's, deeply. */
function withDates(context: { readonly [name: string]: FeelValue }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(context).map(([name, value]) => [name, withDate(value)]))
}

function withDate(value: FeelValue): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withDate)
  if ('day' in value && typeof value.day === 'number') return feelinDate(formatIsoDay(value.day))
  return withDates(Object.fromEntries(Object.entries(value)))
}
