import { formatMoney } from '../formatValue.ts'
import { messages } from '../messages.ts'
import { indicatorMessages as words } from './messages.ts'
import type { IndicatorPart, IndicatorValue } from './types.ts'

/** The indicators as lines of Chinese, one figure a line, with what it is divided by, its target and its standing. */
export function describeIndicators(values: readonly IndicatorValue[]): readonly string[] {
  return values.flatMap(({ id, sourceStatus, parts }) =>
    parts.map((part) => `${id} ${describePart(part)}${words.standing(messages.sourceStatus[sourceStatus])}`),
  )
}

function describePart(part: IndicatorPart): string {
  const name = part.of === undefined ? part.name : `${part.name}·${part.of}`
  if (part.value === null) return words.cannotTell(name, part.because ?? '')
  const figure = `${part.unit === '元' ? formatMoney(part.value) : round(part.value)}${words.unit[part.unit]}`
  const division =
    part.numerator === null || part.denominator === null
      ? ''
      : words.division(amount(part.numerator), amount(part.denominator))
  const bound = part.bound === undefined ? '' : words.bound[part.bound]
  const target =
    part.target === undefined
      ? ''
      : words.target(`${part.target}${words.unit[part.unit]}`, words.meets[String(part.meets ?? null)] ?? '')
  return `${name} ${bound}${figure}${division}${target}${part.because === undefined ? '' : `，${part.because}`}`
}

function round(value: number): string {
  return String(Number(value.toFixed(2)))
}

/** Amounts with their cents, counts without. */
function amount(value: number): string {
  return Number.isInteger(value) ? formatMoney(value).replace(/\.00$/, '') : formatMoney(value)
}
