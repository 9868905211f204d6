import { deviations, outputGuards, type Policy } from '@postloan/core/policy'

/** Where the rules depart from the catalogue they were written from, and why. */
export function deviationsPage(policy: Policy): string {
  const names = new Map([...outputGuards, ...policy.rules].map(({ id, nameZh }) => [id, nameZh]))
  const rows = deviations.map(
    ({ rule, instead, reason, dropped }) =>
      `| ${rule} | ${names.get(rule) ?? ''} | ${dropped ? '不设' : ''} | ${instead} | ${reason} |`,
  )
  return [
    '# 与规则目录的不同',
    '',
    '<!-- 由 pnpm docs 从规则数据写成，不要手改。 -->',
    '',
    '规则按一份目录写成：120 条，另有 15 条补充、12 条只看基本栏目。',
    '目录里写错、台账不能证明或容易误报的，按下表处理；其余逐条照办，由测试逐个情形核对。',
    '',
    '| 目录中的规则 | 名称 | | 做法 | 理由 |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
