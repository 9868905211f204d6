import { coverageReasons, coverageSign, rulesCovered, type EngineCoverage } from '../check/engines/index.ts'
import { indexPolicy, redLinesOf, ruleReads, severities, tableScope } from '../check/index.ts'
import { parseFeel, sayInChinese } from '../feel/index.ts'
import {
  ruleCategories,
  type Parameter,
  type Policy,
  type Rule,
  type RuleCase,
  type RuleExample,
  type SourceStatus,
} from '../policy/index.ts'
import { messages } from './messages.ts'
import { rulesMessages as words } from './rulesMessages.ts'
import { basisOf } from './selectFindings.ts'
import { cut, formatTable } from './textWidth.ts'

const plain = messages.rules
/** From the best to the weakest. */
const statuses: readonly SourceStatus[] = ['verified', 'secondary', 'unverified', 'bank']

/** All of these rules, a table for each category, then how many there are of what. */
export function printRuleList(rules: readonly Rule[], policy: Policy): string[] {
  const lines: string[] = []
  for (const [category, title] of Object.entries(ruleCategories)) {
    const some = rules.filter((rule) => rule.category === category)
    if (some.length === 0) continue
    const rows = some.map((rule) => ruleRow(rule, policy))
    lines.push(
      words.category(title, category, some.length),
      ...formatTable([words.header, ...rows], '  '),
      '',
    )
  }
  const cases = rules.flatMap((rule) => rule.cases)
  const ofKind = (kind: RuleCase['kind']): number => cases.filter((one) => one.kind === kind).length
  const byStatus = statuses
    .map((status) => ({
      status,
      count: rules.filter((rule) => statusesOf(rule, policy).at(-1) === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${plain.sourceStatus[status]} ${count}`)
  return [
    ...lines,
    words.leadTotal(rules.length, cases.length),
    words.kinds(ofKind('violation'), ofKind('due'), ofKind('lead')),
    words.statuses(byStatus),
    words.legend,
    words.hint,
    ...noteLines(policy),
  ]
}

function noteLines({ notes = [] }: Policy): string[] {
  return notes.length === 0 ? [] : ['', words.notesTitle, ...notes.map(({ message }) => `  ${message}`)]
}

function ruleRow(rule: Rule, policy: Policy): string[] {
  const { parameters } = ruleReads(rule, policy)
  const levels = severities.filter((severity) =>
    rule.cases.some((one) => one.severity === severity && one.kind !== 'due'),
  )
  return [
    rule.id,
    cut(rule.nameZh, 34),
    levels.map((severity) => messages.severity[severity]).join('/'),
    [...new Set(rule.cases.map((one) => plain.kind[one.kind]))].join('/'),
    rule.grain,
    [
      ...statusesOf(rule, policy).map((status) => plain.sourceStatus[status]),
      ...(rule.legalFloor ? [words.floor] : []),
    ].join('、'),
    cut(tablesOf(rule, policy).join('、'), 28),
    cut(parameters.map(({ name }) => name).join('、'), 44),
  ]
}

/** Tables without which some or all of its cases do not run. */
function tablesOf(rule: Rule, policy: Policy): string[] {
  const { tables, previous } = ruleReads(rule, policy)
  return [
    ...(rule.table === '借据' ? [] : [rule.table]),
    ...tables.filter((table) => table !== '借据'),
    ...(previous ? [words.previous] : []),
  ]
}

/** How well its sources were seen, the best first. */
function statusesOf(rule: Rule, policy: Policy): readonly SourceStatus[] {
  const { sourceById } = indexPolicy(policy)
  const seen = new Set(rule.cases.flatMap((one) => one.sources).map((id) => sourceById.get(id)?.status))
  return statuses.filter((status) => seen.has(status))
}

/** One rule whole. */
export function printRule(rule: Rule, policy: Policy): string[] {
  const { card } = words
  const { parameters } = ruleReads(rule, policy)
  const tables = tablesOf(rule, policy)
  const lines = redLinesOf(rule.id).map(({ id, name }) => `${id}. ${name}`)
  return [
    `${rule.id}  ${rule.nameZh}${rule.legalFloor ? `  ${words.floor}` : ''}`,
    card.about(rule.table, rule.grain, card.scopes[rule.scope ?? 'open']),
    ...(tables.length > 0 ? [card.needsTables(tables)] : []),
    ...(lines.length > 0 ? [card.redLines(lines)] : []),
    ...(rule.note === undefined ? [] : [rule.note]),
    '',
    ...rule.cases.flatMap((one) => [...caseLines(one, rule, policy), '']),
    ...(parameters.length > 0 ? [...parameterLines(parameters, policy), ''] : []),
    card.examples,
    ...rule.examples.map((example) => `  ${exampleLine(example)}`),
    '',
    card.sources,
    ...sourceLines(rule, policy),
  ]
}

function caseLines(one: RuleCase, rule: Rule, policy: Policy): string[] {
  const { card } = words
  const optional = Object.entries(one.optional ?? {}).map(([name, value]) =>
    card.optional(name, String(value ?? card.blank)),
  )
  const condition = (label: string, text: string | undefined): string[] => {
    if (text === undefined) return []
    const chinese = said(text, rule, policy)
    return [`  ${label}${chinese}`, ...(chinese === text ? [] : [`        ${card.asWritten(text)}`])]
  }
  return [
    plain.caseTitle(one.id, plain.kind[one.kind], messages.levelSign[one.severity]),
    ...condition(plain.applies, one.applies),
    ...condition(plain.when, one.when),
    ...condition(card.due, one.dueDate),
    `  ${plain.message}${one.message}`,
    `  ${plain.remedy}${one.remedy}`,
    ...(one.needs.length > 0 ? [`  ${plain.needs}${one.needs.join('、')}`] : []),
    ...(optional.length > 0 ? [`  ${plain.optional}${optional.join('、')}`] : []),
    `  ${plain.source}${basisOf(one.sources, policy)}`,
  ]
}

/** The condition in Chinese words; as it is written where it does not parse. */
function said(text: string, rule: Rule, policy: Policy): string {
  const parsed = parseFeel(text, tableScope(indexPolicy(policy), rule.table).names())
  return parsed.ok ? sayInChinese(parsed.ast) : text
}

function parameterLines(parameters: readonly Parameter[], policy: Policy): string[] {
  const { card } = words
  const rows = parameters.flatMap(({ name, unit, values }) =>
    values.map(({ value, from, to, for: kind, source }, at) => {
      const text = typeof value === 'object' ? value.join('、') : String(value)
      const span = from === undefined && to === undefined ? [] : [card.span(from ?? '', to ?? card.now)]
      return [
        at === 0 ? name : '',
        cut(unit === undefined ? text : `${text} ${unit}`, 50),
        [...Object.values(kind ?? {}), ...span].join('，') || card.general,
        basisOf([source], policy),
      ]
    }),
  )
  return [card.parameters, ...formatTable([[...card.parameterHeader], ...rows], '  ')]
}

function exampleLine({ given, outcome, asOf, case: caseId, because }: RuleExample): string {
  const values = Object.entries(given).map(([name, value]) => `${name}=${shown(value)}`)
  const day = asOf === undefined ? [] : [words.card.asOf(asOf)]
  const result = `${plain.outcome[outcome]}${caseId === undefined ? '' : ` ${caseId}`}`
  return `${result}  ${[...day, ...values].join('，')}${because === undefined ? '' : `（${because}）`}`
}

function shown(value: RuleExample['given'][string]): string {
  if (value === null) return messages.report.nobody
  if (typeof value !== 'object') return String(value)
  const rows: readonly object[] = Array.isArray(value) ? value : [value]
  const one = (row: object): string =>
    Object.entries(row)
      .map(([name, cell]) => `${name}=${cell ?? messages.report.nobody}`)
      .join('，')
  return rows.length === 0 ? '［］' : rows.map((row) => `［${one(row)}］`).join('')
}

function sourceLines(rule: Rule, policy: Policy): string[] {
  const named = new Set(rule.cases.flatMap((one) => one.sources))
  return policy.sources
    .filter(({ id }) => named.has(id))
    .map(({ issuer, title, article = '', status, says }) =>
      words.card.source(issuer, `${title}${article}`, plain.sourceStatus[status], says),
    )
    .map((line) => `  ${line}`)
}

/** Which engine can say which rule, then why one cannot. */
export function printCoverage(rules: readonly Rule[], engines: readonly EngineCoverage[]): string[] {
  const { coverage } = words
  const wanted = new Set(rules.map(({ id }) => id))
  const rows = rules.map((rule) => [
    rule.id,
    cut(rule.nameZh, 34),
    ...engines.map((engine) => coverageSign(engine, rule)),
  ])
  const totals = engines.map((engine) => String(rulesCovered(engine, rules)))
  const reasons = coverageReasons(engines).flatMap(({ engines: names, reasons: why }) => {
    const lines = why
      .map(({ reason, cases }) => ({
        reason,
        cases: cases.filter((one) => wanted.has(one.slice(0, one.lastIndexOf('.')))),
      }))
      .filter(({ cases }) => cases.length > 0)
      .map(({ reason, cases }) => `    ${coverage.reason(cases, reason)}`)
    return lines.length === 0 ? [] : [`  ${names.join('、')}`, ...lines]
  })
  return [
    coverage.title,
    coverage.same,
    '',
    ...formatTable([
      [...coverage.header, ...engines.map(({ name }) => name)],
      ...rows,
      [coverage.total, String(rules.length), ...totals],
    ]),
    ...(reasons.length > 0 ? ['', coverage.reasons, ...reasons] : []),
  ]
}
