import {
  addMonths,
  civilOf,
  endOfMonth,
  formatIsoDay,
  parseIsoDay,
  workingDays,
} from '@postloan/core/calendar'
import type { FeelValue, Frame, Scope } from '@postloan/core/feel'
import { type Column, valueAt } from '@postloan/core/table'
import { evaluate } from 'feelin'

import { idNumberIsValid, creditCodeIsValid } from './checkDigits.ts'

/** Truth as in the column engine: 0 false, 1 true, 2 null; 3 = the interpreter gave no truth value. */
export type InterpretedTruth = 0 | 1 | 2 | 3

/** Evaluates one expression text with feelin over one row. */
export function interpret(text: string, context: Readonly<Record<string, unknown>>): InterpretedTruth {
  const { value } = evaluate(text, context)
  if (value === null || value === undefined) return 2
  return value === true ? 1 : value === false ? 0 : 3
}

/**
 * One row of a frame as feelin's context: plain values, its own dates, related rows as lists. Only the names that the
 * expression holds are put in: feelin looks every name up while it parses.
 */
export function contextOf(
  frame: Frame,
  scope: Scope,
  row: number,
  used: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const context: Record<string, unknown> = {}
  for (const [name, run] of Object.entries(domainFunctions)) if (used.has(name)) context[name] = run
  for (const [written, name] of used) {
    const binding = scope.lookup(name)
    if (binding?.kind === 'column') {
      const column = frame.column(name)
      context[written] = column ? cellValue(column, row) : null
    } else if (binding?.kind === 'constant') {
      context[written] = plainValue(frame.constant(name) ?? null)
    } else if (binding?.kind === 'group') {
      const group = frame.group(name)
      context[written] = group ? contextOf(group, binding.scope, row, used) : null
    } else if (binding?.kind === 'relation') {
      const related = frame.relation(name)
      if (!related) continue
      const rows: unknown[] = []
      for (let at = related.offsets[row] ?? 0; at < (related.offsets[row + 1] ?? 0); at++) {
        rows.push(contextOf(related.frame, binding.scope, related.rows[at] ?? 0, used))
      }
      context[written] = binding.cardinality === 'many' ? rows : (rows[0] ?? null)
    }
  }
  return context
}

function cellValue(column: Column, row: number): unknown {
  const value = valueAt(column, row)
  return column.kind === 'date' && typeof value === 'number' ? feelinDate(value) : value
}

function plainValue(value: FeelValue): unknown {
  if (
    value !== null &&
    typeof value === 'object' &&
    'type' in value &&
    value.type === 'date' &&
    'day' in value
  ) {
    return feelinDate(Number(value.day))
  }
  return value
}

const dates = new Map<number, unknown>()

/** A day as feelin's own date value. */
function feelinDate(day: number): unknown {
  const known = dates.get(day)
  if (known !== undefined) return known
  const { value } = evaluate(`date("${formatIsoDay(day)}")`)
  dates.set(day, value)
  return value
}

function dayOfFeelin(value: unknown): number {
  if (typeof value === 'object' && value !== null && 'iso' in value && typeof value.iso === 'string') {
    return parseIsoDay(value.iso)
  }
  return Number.NaN
}

/** A function of days and numbers: null in, null out. */
function onDays(
  parameters: readonly ('day' | 'number')[],
  result: 'day' | 'number',
  run: (...values: number[]) => number,
) {
  return (...args: readonly unknown[]): unknown => {
    const values = parameters.map((kind, index) => (kind === 'day' ? dayOfFeelin(args[index]) : args[index]))
    if (values.some((value) => typeof value !== 'number' || Number.isNaN(value))) return null
    const answer = run(...values.map(Number))
    if (Number.isNaN(answer)) return null
    return result === 'day' ? feelinDate(answer) : answer
  }
}

function onText(run: (text: string) => boolean | null) {
  return (text: unknown): boolean | null => (typeof text === 'string' ? run(text) : null)
}

/** Truths of a list joined in ternary logic; `deciding` true for or, false for and. No list is null. */
function joined(deciding: boolean) {
  return (truths: unknown): boolean | null => {
    if (!Array.isArray(truths)) return null
    if (truths.includes(deciding)) return deciding
    return truths.every((truth) => truth === !deciding) ? !deciding : null
  }
}

/** The functions that DMN does not have, and those that stand in for what feelin does otherwise (departures.ts). */
const domainFunctions = {
  'any of': joined(true),
  'all of': joined(false),
  'days between': onDays(['day', 'day'], 'number', (from, to) => to - from),
  'months between': onDays(['day', 'day'], 'number', wholeMonths),
  'add days': onDays(['day', 'number'], 'day', (day, days) => day + Math.trunc(days)),
  'add months': onDays(['day', 'number'], 'day', (day, months) => addMonths(day, Math.trunc(months))),
  'end of month': onDays(['day'], 'day', endOfMonth),
  'next working day': onDays(['day'], 'day', (day) => workingDays().next(day)),
  'add working days': onDays(['day', 'number'], 'day', (day, days) => workingDays().add(day, days)),
  'working days between': onDays(['day', 'day'], 'number', (from, to) => workingDays().between(from, to)),
  'id number valid': onText(idNumberIsValid),
  'uscc valid': onText(creditCodeIsValid),
}

/** Counted month by month, apart from the engine's own arithmetic. */
function wholeMonths(from: number, to: number): number {
  if (to < from) return 0 - wholeMonths(to, from)
  const start = civilOf(from)
  const end = civilOf(to)
  const months = (end.year - start.year) * 12 + (end.month - start.month)
  return end.day >= start.day ? months : months - 1
}
