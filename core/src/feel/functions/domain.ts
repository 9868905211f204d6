import { addMonths, endOfMonth, workingDays } from '../../calendar/index.ts'
import type { WorkingDays } from '../../calendar/index.ts'
import { monthsBetween } from './dates.ts'
import { idNumberValid } from './idNumberValid.ts'
import type { Signature } from './signature.ts'
import { param, raw, value } from './signature.ts'
import { usccValid } from './usccValid.ts'

const from = param('from', 'date')
const to = param('to', 'date')
const date = param('date', 'date')

/** What DMN does not have and post-loan rules need. */
export const domainFunctions: readonly Signature[] = [
  raw('days between', [from, to], 'number', (a, b) => b - a),
  raw('months between', [from, to], 'number', monthsBetween),
  raw('add days', [date, param('days', 'number')], 'date', (d, n) => d + Math.trunc(n)),
  raw('add months', [date, param('months', 'number')], 'date', (d, n) => addMonths(d, Math.trunc(n))),
  raw('end of month', [date], 'date', endOfMonth),
  ...calendarFunctions(workingDays),
  value('id number valid', [param('number', 'text')], 'boolean', (v) =>
    typeof v === 'string' ? idNumberValid(v) : null,
  ),
  value('uscc valid', [param('code', 'text')], 'boolean', (v) =>
    typeof v === 'string' ? usccValid(v) : null,
  ),
]

/** The functions that depend on the holiday calendar. */
export function calendarFunctions(calendar: () => WorkingDays): Signature[] {
  return [
    raw('working days between', [from, to], 'number', (a, b) => calendar().between(a, b)),
    raw('next working day', [date], 'date', (d) => calendar().next(d)),
    raw('add working days', [date, param('days', 'number')], 'date', (d, n) => calendar().add(d, n)),
  ]
}
