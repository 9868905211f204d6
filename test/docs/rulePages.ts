import { indexPolicy, tableScope } from '@postloan/core/check'
import { parseFeel, sayInChinese } from '@postloan/core/feel'
import { ruleCategories } from '@postloan/core/policy'
import type { Parameter, Policy, Rule, RuleCase, RuleExample, SourceStatus } from '@postloan/core/policy'

const severity = { serious: '严重', warning: '警示', attention: '关注', notice: '提示' } as const
const kind = { violation: '违规', due: '应办', lead: '线索' } as const
const scopes = { open: '未结清', openOrWrittenOff: '未结清或已核销', any: '全部' } as const
const outcomes = {
  hit: '命中',
  pass: '通过',
  incomplete: '无法判断',
  notApplicable: '不适用',
  notRun: '未执行',
} as const
const statuses: Readonly<Record<SourceStatus, string>> = {
  verified: '已核原文',
  secondary: '转引核对',
  unverified: '依据待核',
  bank: '默认值',
}

/** The page of each category that has rules, by file name. Written from the policy alone. */
export function rulePages(policy: Policy): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  for (const [category, title] of Object.entries(ruleCategories)) {
    const rules = policy.rules.filter((rule) => rule.category === category)
    if (rules.length === 0) continue
    const lines = [
      `# ${title}（${category}）`,
      '',
      '<!-- 由 pnpm docs 从规则数据写成，不要手改。 -->',
      '',
      ...rules.map((rule) => `- [${rule.id} ${rule.nameZh}](#${rule.id.toLowerCase()})`),
      '',
      ...rules.flatMap((rule) => ruleSection(rule, policy)),
      ...sourceSection(rules, policy),
    ]
    pages.set(`rules-${category.toLowerCase()}.md`, `${lines.join('\n').trimEnd()}\n`)
  }
  return pages
}

function ruleSection(rule: Rule, policy: Policy): string[] {
  const segments = rule.segments === 'all' ? '' : `；${rule.segments.join('、')}`
  return [
    `<a id="${rule.id.toLowerCase()}"></a>`,
    '',
    `## ${rule.id} ${rule.nameZh}`,
    '',
    `*${rule.nameEn}*　台账：${rule.table}；对象：${rule.grain}；范围：${scopes[rule.scope ?? 'open']}${segments}${rule.legalFloor ? '；**法定底线**' : ''}`,
    '',
    ...(rule.note === undefined ? [] : [rule.note, '']),
    ...rule.cases.flatMap((one) => caseSection(one, rule, policy)),
    ...parameterSection(rule, policy),
    ...exampleSection(rule.examples),
  ]
}

function caseSection(one: RuleCase, rule: Rule, policy: Policy): string[] {
  const optional = Object.entries(one.optional ?? {}).map(
    ([name, value]) => `${name}（缺时按${value ?? '空白'}）`,
  )
  const due = one.dueDate === undefined ? [] : [`- 期限：${said(one.dueDate, rule, policy)}`]
  return [
    `### ${rule.id}.${one.id} ${severity[one.severity]} ${kind[one.kind]}`,
    '',
    `- 问题：${worded(one.message, rule, policy)}`,
    `- 整改：${one.remedy}`,
    ...(one.applies === undefined ? [] : [`- 适用：${said(one.applies, rule, policy)}`]),
    `- 条件：${said(one.when, rule, policy)}`,
    ...due,
    `- 所需：${one.needs.join('、') || '无'}`,
    ...(optional.length > 0 ? [`- 可缺：${optional.join('、')}`] : []),
    `- 依据：${[...new Set(one.sources.map((id) => basis(id, policy)))].join('；')}`,
    '',
    '```feel',
    ...(one.applies === undefined ? [] : [`适用 ${one.applies}`]),
    `条件 ${one.when}`,
    '```',
    '',
  ]
}

/** The condition in Chinese words; as it is written where it does not parse (another test says so). */
function said(text: string, rule: Rule, policy: Policy): string {
  const parsed = parseFeel(text, tableScope(indexPolicy(policy), rule.table).names())
  return parsed.ok ? sayInChinese(parsed.ast) : text
}

/** A message with what is computed in it in Chinese words. */
function worded(message: string, rule: Rule, policy: Policy): string {
  return message.replaceAll(/\{([^{}]*)\}/g, (_, inside: string) => `{${said(inside, rule, policy)}}`)
}

function basis(id: string, policy: Policy): string {
  const source = policy.sources.find((one) => one.id === id)
  return source ? `${source.title}${source.article ?? ''}（${statuses[source.status]}）` : id
}

function parameterSection(rule: Rule, policy: Policy): string[] {
  const text = rule.cases
    .flatMap((one) => [one.applies, one.when, one.message, one.remedy, one.dueDate])
    .join(' ')
  const used = policy.parameters.filter(({ name }) => text.includes(`参数.${name}`))
  // 参数.天数 is not 参数.天数上限
  const named = used.filter(({ name }) => new RegExp(`参数\\.${name}(?![\\p{L}\\p{N}_])`, 'u').test(text))
  if (named.length === 0) return []
  return [
    '| 参数 | 值 | 适用 | 依据 |',
    '| --- | --- | --- | --- |',
    ...named.flatMap((one) => parameterRows(one, policy)),
    '',
  ]
}

function parameterRows(parameter: Parameter, policy: Policy): string[] {
  return parameter.values.map((value, at) => {
    const shown = typeof value.value === 'object' ? value.value.join('、') : String(value.value)
    const span =
      value.from === undefined && value.to === undefined ? '' : `${value.from ?? ''} 至 ${value.to ?? '今'}`
    const when = [...Object.values(value.for ?? {}), span].filter((one) => one !== '').join('，')
    const cells = [at === 0 ? parameter.name : '', `${shown}${parameter.unit ? ` ${parameter.unit}` : ''}`]
    return `| ${[...cells, when || '一般', basis(value.source, policy)].map(cell).join(' | ')} |`
  })
}

function exampleSection(examples: readonly RuleExample[]): string[] {
  if (examples.length === 0) return []
  const rows = examples.map(({ given, outcome, asOf, case: caseId, because }) => {
    const values = Object.entries(given).map(([name, value]) => `${name}=${shownValue(value)}`)
    const day = asOf === undefined ? [] : [`基准日=${asOf}`]
    const result = `${outcomes[outcome]}${caseId === undefined ? '' : ` ${caseId}`}`
    return `| ${[[...day, ...values].join('，'), result, because ?? ''].map(cell).join(' | ')} |`
  })
  return ['| 示例 | 结果 | 说明 |', '| --- | --- | --- |', ...rows, '']
}

function shownValue(value: RuleExample['given'][string]): string {
  if (value === null) return '（空）'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function sourceSection(rules: readonly Rule[], policy: Policy): string[] {
  const named = new Set(rules.flatMap((rule) => rule.cases.flatMap((one) => one.sources)))
  const lines = policy.sources
    .filter((source) => named.has(source.id))
    .map((source) => {
      const dates = [
        source.effective && `${source.effective} 起施行`,
        source.repealed && `${source.repealed} 废止`,
      ]
      const when = dates.filter(Boolean).join('，')
      return `- ${source.issuer}：${source.title}${source.article ?? ''}（${[statuses[source.status], when].filter((one) => one !== '').join('，')}）。${source.says}`
    })
  return ['## 依据', '', ...lines]
}
