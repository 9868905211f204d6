import { describe, expect, test } from 'vitest'

import { lowerStrict } from '../lowerStrict.ts'
import { parseFeel } from '../parse/parseFeel.ts'
import { type Dialect, dialects } from './dialect.ts'
import type { SqlName, SqlScope } from './scope.ts'
import { toSql } from './toSql.ts'

const column = (alias: string, name: string, type: 'number' | 'text' | 'date' | 'boolean'): SqlName => ({
  kind: 'column',
  type,
  sql: `${alias}."${name}"`,
})

const collateral = (alias: string): SqlScope => ({
  lookup: (name) =>
    ({ 最新估值: column(alias, '最新估值', 'number'), 押品状态: column(alias, '押品状态', 'text') })[name],
})

const parameters: SqlScope = {
  lookup: (name) =>
    ({
      次级逾期天数: { kind: 'constant', value: 90 } as const,
      不良分类: { kind: 'constant', value: ['次级', '可疑', '损失'] } as const,
    })[name],
}

const names: Readonly<Record<string, SqlName>> = {
  逾期天数: column('t', '逾期天数', 'number'),
  贷款余额: column('t', '贷款余额', 'number'),
  五级分类: column('t', '五级分类', 'text'),
  放款日期: column('t', '放款日期', 'date'),
  是否结清: column('t', '是否结清', 'boolean'),
  首次检查日期: { kind: 'column', type: 'date', sql: 't."首次检查日期"', unknown: 't."首次检查日期?"' },
  基准日: { kind: 'constant', value: { type: 'date', day: 20757 } },
  参数: { kind: 'group', scope: parameters },
  押品: {
    kind: 'relation',
    cardinality: 'many',
    rows: (alias) => ({ from: `押品 AS ${alias}`, on: [{ outer: 't.l', inner: `${alias}.l` }] }),
    scope: collateral,
  },
  上期: {
    kind: 'relation',
    cardinality: 'one',
    rows: (alias) => ({ from: `上期 AS ${alias}`, on: [{ outer: 't.l', inner: `${alias}.l` }] }),
    scope: (alias) => ({ lookup: (name) => (name === '五级分类' ? column(alias, name, 'text') : undefined) }),
  },
  保证人: { kind: 'absent' },
}

const scope: SqlScope = { lookup: (name) => names[name] }

function sqlOf(expression: string, dialect: Dialect = dialects.duckdb): string {
  const parsed = parseFeel(expression, Object.keys(names))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const result = toSql(lowerStrict(parsed.ast), scope, dialect)
  return result.ok
    ? result.sql
    : result.refusals.map((refusal) => `${refusal.code}: ${refusal.message}`).join('\n')
}

describe('a rule as SQL', () => {
  test.each([
    ['逾期天数 > 参数.次级逾期天数', `(t."逾期天数" > 90)`],
    ['五级分类 in ("正常", "关注")', `(t."五级分类" IN ('正常', '关注'))`],
    ['五级分类 in 参数.不良分类', `(t."五级分类" IN ('次级', '可疑', '损失'))`],
    ['not(是否结清)', `(NOT t."是否结清")`],
    // computed numbers are equal within a hair, stored ones exactly
    ['逾期天数 = 90', `(t."逾期天数" = 90)`],
    [
      '贷款余额 * 0.1 = 5',
      `(ABS((t."贷款余额" * CAST(0.1 AS DOUBLE)) - 5) <= 1e-12 * GREATEST(ABS((t."贷款余额" * CAST(0.1 AS DOUBLE))), ABS(5)))`,
    ],
    // a blank cell is null, an unknown one is neither
    ['五级分类 = null', `(t."五级分类" IS NULL)`],
    [
      '首次检查日期 != null',
      `(CASE WHEN t."首次检查日期" IS NULL AND (t."首次检查日期?") THEN NULL ELSE t."首次检查日期" IS NOT NULL END)`,
    ],
    ['基准日 > add days(放款日期, 30)', `(DATE '2026-10-31' > (t."放款日期" + 30))`],
    // divided by zero is null, and two whole numbers divided are not cut
    [
      '逾期天数 / 30 > 2',
      `((CAST(t."逾期天数" AS DOUBLE) / NULLIF(30, 0)) > 2 AND NOT (ABS((CAST(t."逾期天数" AS DOUBLE) / NULLIF(30, 0)) - 2) <= 1e-12 * GREATEST(ABS((CAST(t."逾期天数" AS DOUBLE) / NULLIF(30, 0))), ABS(2))))`,
    ],
    [
      '上期.五级分类 = "正常"',
      `((SELECT CASE WHEN COUNT(*) = 1 THEN MIN(r1."五级分类") END FROM 上期 AS r1 WHERE r1.l = t.l) = '正常')`,
    ],
    [
      'count(押品) = 0',
      `((SELECT COALESCE(SUM(CASE WHEN TRUE THEN 1 ELSE 0 END), 0) FROM 押品 AS r1 WHERE r1.l = t.l) = 0)`,
    ],
    ['count(保证人) = 0', '(CAST(NULL AS DOUBLE) = 0)'],
    ['五级分类 = "it\'s"', `(t."五级分类" = 'it''s')`],
  ])('%s', (expression, sql) => {
    expect(sqlOf(expression).replaceAll(/\s+/g, ' ')).toBe(sql)
  })

  test.each([
    ['working days between(放款日期, 基准日) > 5', 'working days between'],
    ['押品 = 1', '押品'],
  ])('%s has no SQL and says why', (expression, word) => {
    expect(sqlOf(expression)).toMatch(/^(function|form): /)
    expect(sqlOf(expression)).toContain(word)
  })

  test('each engine gets its own words', () => {
    const expression = 'days between(放款日期, 基准日) > 30'
    expect(Object.values(dialects).map((dialect) => sqlOf(expression, dialect))).toEqual([
      `((DATE '2026-10-31' - t."放款日期") > 30)`,
      `((DATE '2026-10-31' - t."放款日期") > 30)`,
      `(dateDiff('day', t."放款日期", toDate32('2026-10-31')) > 30)`,
      `(DATEDIFF(DATE '2026-10-31', t."放款日期") > 30)`,
    ])
  })
})
