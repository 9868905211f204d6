import type { Ast } from '../ast.ts'

/** The first day of a calendar period, as rules reckon it: so many months on from the first of a January. */
interface PeriodStart {
  readonly of: Ast
  /** Length in months: 1, 3, 6 or 12. */
  readonly months: number
  /** Periods on from the one that holds `of`. */
  readonly shift: number
}

const names: Readonly<Record<number, string>> = { 1: '月', 3: '季度', 6: '半年', 12: '年' }
const shifts: Readonly<Record<string, string>> = { '-1': '上一', '0': '所在', '1': '下一' }

/** `基准日 上一季度的第一天`, `基准日 所在半年的最后一天`; null where an expression means no such day. */
export function sayPeriod(ast: Ast, say: (ast: Ast) => string): string | null {
  const start = periodStart(ast)
  if (start) return said(start, '第一天', say)
  if (ast.kind !== 'call' || ast.name !== 'add days') return null
  const [day, back] = ast.args
  const next = day && numberOf(back) === -1 ? periodStart(day) : null
  return next && said({ ...next, shift: next.shift - 1 }, '最后一天', say)
}

function said({ of, months, shift }: PeriodStart, day: string, say: (ast: Ast) => string): string | null {
  const [name, which] = [names[months], shifts[String(shift)]]
  return name === undefined || which === undefined ? null : `${say(of)} ${which}${name}的${day}`
}

function periodStart(ast: Ast): PeriodStart | null {
  if (ast.kind !== 'call' || ast.name !== 'add months') return null
  const [day, count] = ast.args
  if (!day || !count) return null
  const inner = periodStart(day)
  const more = numberOf(count)
  if (inner) return more === null ? null : shifted(inner, more)
  return isEpoch(day) ? monthsOn(count) : null
}

function shifted(start: PeriodStart, months: number): PeriodStart | null {
  const shift = months / start.months
  return Number.isInteger(shift) ? { ...start, shift: start.shift + shift } : null
}

/** `n * floor(months between(@"2000-01-01", X) / n) + k` */
function monthsOn(count: Ast): PeriodStart | null {
  if (count.kind === 'arithmetic' && (count.op === '+' || count.op === '-')) {
    const start = monthsOn(count.left)
    const more = numberOf(count.right)
    return start && more !== null ? shifted(start, count.op === '+' ? more : -more) : null
  }
  const whole = monthsSinceEpoch(count)
  if (whole) return { of: whole, months: 1, shift: 0 }
  if (count.kind !== 'arithmetic' || count.op !== '*') return null
  const months = numberOf(count.left)
  const floor = count.right
  if (months === null || floor.kind !== 'call' || floor.name !== 'floor') return null
  const [part] = floor.args
  if (part?.kind !== 'arithmetic' || part.op !== '/' || numberOf(part.right) !== months) return null
  const of = monthsSinceEpoch(part.left)
  return of && { of, months, shift: 0 }
}

function monthsSinceEpoch(ast: Ast): Ast | null {
  if (ast.kind !== 'call' || ast.name !== 'months between') return null
  const [from, to] = ast.args
  return from && to && isEpoch(from) ? to : null
}

/** The first of a January, from which every month, quarter, half and year begins. */
function isEpoch(ast: Ast): boolean {
  return ast.kind === 'at' && /^\d{4}-01-01$/.test(ast.text)
}

function numberOf(ast: Ast | undefined): number | null {
  if (ast?.kind === 'number') return ast.value
  const inner = ast?.kind === 'negate' ? numberOf(ast.of) : null
  return inner === null ? null : -inner
}
