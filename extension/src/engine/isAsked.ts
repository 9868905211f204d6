import { parseIsoDay } from '@postloan/core/calendar'
import type { FeelValue } from '@postloan/core/feel'
import { evaluate } from '@postloan/core/feel'
import type { Policy } from '@postloan/core/policy'

import type { LoanCells } from './types.ts'

/** Whether a page map asks for a field here: always, never, or where its FEEL condition holds over the page's values. */
export function isAsked(
  required: boolean | string,
  cells: LoanCells,
  policy: Policy,
  today: number,
): boolean {
  if (typeof required === 'boolean') return required
  const context: Record<string, FeelValue> = { 基准日: { type: 'date', day: today } }
  for (const { key, name, type } of policy.fields) {
    const text = cells[key]
    if (text === undefined || text === '') context[name] = null
    else if (type === 'date') context[name] = { type: 'date', day: parseIsoDay(text) }
    else context[name] = type === 'money' || type === 'percent' || type === 'number' ? Number(text) : text
  }
  const evaluated = evaluate(required, context)
  return evaluated.ok && evaluated.value === true
}
