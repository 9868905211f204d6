import type { Parameter, ParameterValue, Policy, Rule } from '../policy/index.ts'
import { uiWords } from './messages.ts'

const words = uiWords.rule

/** The parameters that a rule's expressions name. */
export function parametersOf(rule: Rule, policy: Policy): readonly Parameter[] {
  const names = new Set<string>()
  for (const one of rule.cases) {
    for (const text of [one.applies, one.when, one.message, one.dueDate]) {
      for (const [, name = ''] of (text ?? '').matchAll(/参数\.([\p{L}\d_]+)/gu)) names.add(name)
    }
  }
  return policy.parameters.filter((parameter) => names.has(parameter.name))
}

/** `30 天（高风险）`, `2026-01-01 起`. */
export function valueText(value: ParameterValue, unit: string | undefined): string {
  const main = typeof value.value === 'object' ? value.value.join(uiWords.and) : shownNumber(value.value)
  const withUnit = !unit ? main : unit === '%' ? `${main}%` : `${main} ${unit}`
  return withUnit
}

function shownNumber(value: number | string): string {
  return typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 6 }) : value
}

/** For which loans and from when a value holds; empty where it always does. */
export function valueScope(value: ParameterValue): string {
  const { segment, product, tier, collateralType } = value.for ?? {}
  return [
    ...[segment, product, tier, collateralType].filter((text) => text !== undefined),
    ...(value.from === undefined ? [] : [words.from(value.from)]),
    ...(value.to === undefined ? [] : [words.to(value.to)]),
  ].join(uiWords.comma)
}

export function givenText(given: Rule['examples'][number]['given']): string {
  return Object.entries(given)
    .map(([name, value]) => `${name} ${shownValue(value)}`)
    .join(uiWords.and)
}

function shownValue(value: unknown): string {
  if (value === null) return words.blank
  if (Array.isArray(value)) return words.rows(value.length)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return typeof value === 'string' || typeof value === 'number' ? String(value) : words.rows(1)
}
