import { parseIsoDay } from '../calendar/index.ts'
import { formatNumber } from '../check/index.ts'
import type { Parameter, Policy } from '../policy/index.ts'

/** The number in force on the day for loans of all kinds; null where the parameter is gone or differs by kind of loan. */
export function parameterNow(parameter: Parameter | undefined, asOf: number | null): number | null {
  const inForce = (parameter?.values ?? []).filter(
    ({ from, to, for: kind }) =>
      kind === undefined &&
      (from === undefined || (asOf !== null && parseIsoDay(from) <= asOf)) &&
      (to === undefined || (asOf !== null && parseIsoDay(to) >= asOf)),
  )
  const value = inForce.at(-1)?.value
  return typeof value === 'number' ? value : null
}

const placeholder = /\{参数\.([^{}]+)\}/g

/** A wording with its `{参数.首次检查天数}` filled; sums of money bring their unit (50 万元), other numbers do not. */
export function fillText(text: string, policy: Policy, asOf: number | null): string {
  return text.replace(placeholder, (written, name: string) => {
    const parameter = policy.parameters.find((one) => one.name === name)
    const value = parameterNow(parameter, asOf)
    if (value === null) return written
    if (parameter?.unit !== '元') return formatNumber(value)
    return value % 10_000 === 0 ? `${value / 10_000} 万元` : `${formatNumber(value)} 元`
  })
}
