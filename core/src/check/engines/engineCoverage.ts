import { dialects } from '../../feel/sql/index.ts'
import type { Policy, Rule } from '../../policy/index.ts'
import { policyStatements } from '../sql/index.ts'
import { excelGaps } from './excelGaps.ts'

/** Cases that an engine cannot say: `CLS-001.a` → why, in Chinese. */
export type EngineGaps = ReadonlyMap<string, string>

export interface EngineCoverage {
  readonly id: 'columns' | 'feelin' | 'duckdb' | 'postgres' | 'clickhouse' | 'spark' | 'excel'
  /** As it is called in a table's head. */
  readonly name: string
  readonly gaps: EngineGaps
}

/** A day for the parameters that are written into the statements; which one makes no difference to what can be said. */
const asOf = 20_757

const sqlNames = {
  duckdb: 'DuckDB',
  postgres: 'PostgreSQL',
  clickhouse: 'ClickHouse',
  spark: 'Spark',
} as const

/**
 * Which engine can say which case of the policy's rules, found by asking each one's compiler. The column engine runs
 * what compiles at all, and `feelin` interprets the same text.
 */
export function engineCoverage(policy: Policy): readonly EngineCoverage[] {
  const sql = Object.values(dialects).map((dialect): EngineCoverage => {
    const left = policyStatements(policy, dialect, { asOf }).flatMap((one) => one.left)
    const gaps = new Map(left.map((one) => [`${one.rule}.${one.case}`, one.reason]))
    return { id: dialect.id, name: sqlNames[dialect.id], gaps }
  })
  return [
    { id: 'columns', name: '列式引擎', gaps: new Map() },
    { id: 'feelin', name: 'feelin', gaps: new Map() },
    ...sql,
    { id: 'excel', name: '工作表公式', gaps: excelGaps(policy) },
  ]
}

/** The rule's cases that an engine cannot say, in their order. */
export function gapsOf({ gaps }: EngineCoverage, rule: Rule): readonly string[] {
  return rule.cases.filter((one) => gaps.has(`${rule.id}.${one.id}`)).map(({ id }) => id)
}

/** √ all cases, 部分 some, — none. */
export function coverageSign(engine: EngineCoverage, rule: Rule): string {
  const missing = gapsOf(engine, rule)
  if (missing.length === 0) return '√'
  return missing.length === rule.cases.length ? '—' : `部分（缺 ${missing.join('、')}）`
}

/** Rules of which an engine can say at least one case. */
export function rulesCovered(engine: EngineCoverage, rules: readonly Rule[]): number {
  return rules.filter((rule) => gapsOf(engine, rule).length < rule.cases.length).length
}

export interface CoverageReason {
  /** Engines that lack the same for the same reasons are told of together. */
  readonly engines: readonly string[]
  readonly reasons: readonly { readonly reason: string; readonly cases: readonly string[] }[]
}

/** Why each gap is one. */
export function coverageReasons(engines: readonly EngineCoverage[]): readonly CoverageReason[] {
  const told = new Map<string, { engines: string[]; reasons: CoverageReason['reasons'] }>()
  for (const { name, gaps } of engines) {
    if (gaps.size === 0) continue
    const byReason = new Map<string, string[]>()
    for (const [one, reason] of gaps) byReason.set(reason, [...(byReason.get(reason) ?? []), one])
    const reasons = [...byReason].map(([reason, cases]) => ({ reason, cases }))
    const key = JSON.stringify(reasons)
    const before = told.get(key)
    if (before) before.engines.push(name)
    else told.set(key, { engines: [name], reasons })
  }
  return [...told.values()]
}
