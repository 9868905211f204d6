import { policyStatements } from '@postloan/core/check/sql'
import { dialects } from '@postloan/core/feel/sql'
import type { Policy } from '@postloan/core/policy'

import { excelGaps } from './excelGaps.ts'

/** A day for the parameters that are written into the statements; which one makes no difference to what can be said. */
const asOf = 20_757

/** Cases that an engine cannot say: `CLS-001.a` → why. */
type Gaps = ReadonlyMap<string, string>

interface Engine {
  readonly name: string
  readonly gaps: Gaps
}

function sqlEngines(policy: Policy): Engine[] {
  const names = {
    duckdb: 'DuckDB',
    postgres: 'PostgreSQL',
    clickhouse: 'ClickHouse',
    spark: 'Spark',
  } as const
  return Object.values(dialects).map((dialect) => {
    const left = policyStatements(policy, dialect, { asOf }).flatMap((one) => one.left)
    const gaps = new Map(left.map((one) => [`${one.rule}.${one.case}`, one.reason]))
    return { name: names[dialect.id], gaps }
  })
}

/** Which engine can say which rule, with the reason beside each gap. */
export function coveragePage(policy: Policy): string {
  const engines: readonly Engine[] = [
    { name: '列式引擎', gaps: new Map() },
    { name: 'feelin', gaps: new Map() },
    ...sqlEngines(policy),
    { name: '工作表公式', gaps: excelGaps(policy) },
  ]
  const rows = policy.rules.map((rule) => {
    const cells = engines.map(({ gaps }) => {
      const missing = rule.cases.filter((one) => gaps.has(`${rule.id}.${one.id}`))
      if (missing.length === 0) return '√'
      return missing.length === rule.cases.length
        ? '—'
        : `部分（缺 ${missing.map(({ id }) => id).join('、')}）`
    })
    return `| ${[rule.id, rule.nameZh, ...cells].join(' | ')} |`
  })
  const counts = engines.map(
    ({ gaps }) =>
      policy.rules.filter((rule) => rule.cases.some((one) => !gaps.has(`${rule.id}.${one.id}`))).length,
  )
  // engines that lack the same for the same reasons are told of together
  const told = new Map<string, string[]>()
  for (const { name, gaps } of engines) {
    const lines = grouped(gaps).join('\n')
    if (lines !== '') told.set(lines, [...(told.get(lines) ?? []), name])
  }
  const reasons = [...told].flatMap(([lines, names]) => ['', `### ${names.join('、')}`, '', lines])
  return [
    '# 规则与引擎',
    '',
    '<!-- 由 pnpm docs 从规则数据写成，不要手改。 -->',
    '',
    '同一条规则在每个引擎中给出相同的结果，由随机台账逐一比较。',
    '√ 全部情形；部分 有些情形；— 不能。',
    '',
    `| 规则 | 名称 | ${engines.map(({ name }) => name).join(' | ')} |`,
    `| --- | --- | ${engines.map(() => '---').join(' | ')} |`,
    ...rows,
    `| 合计 | ${policy.rules.length} | ${counts.join(' | ')} |`,
    '',
    '## 不能的原因',
    ...reasons,
    '',
  ].join('\n')
}

function grouped(gaps: Gaps): string[] {
  const byReason = new Map<string, string[]>()
  for (const [name, reason] of gaps) byReason.set(reason, [...(byReason.get(reason) ?? []), name])
  return [...byReason].map(([reason, names]) => `- ${names.join('、')}：${reason}`)
}
