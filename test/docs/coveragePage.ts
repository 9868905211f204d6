import { coverageReasons, coverageSign, engineCoverage, rulesCovered } from '@postloan/core/check/engines'
import type { Policy } from '@postloan/core/policy'

/** Which engine can say which rule, with the reason beside each gap. */
export function coveragePage(policy: Policy): string {
  const engines = engineCoverage(policy)
  const rows = policy.rules.map((rule) => {
    const cells = engines.map((engine) => coverageSign(engine, rule))
    return `| ${[rule.id, rule.nameZh, ...cells].join(' | ')} |`
  })
  const counts = engines.map((engine) => rulesCovered(engine, policy.rules))
  const reasons = coverageReasons(engines).flatMap((told) => [
    '',
    `### ${told.engines.join('、')}`,
    '',
    ...told.reasons.map(({ reason, cases }) => `- ${cases.join('、')}：${reason}`),
  ])
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
