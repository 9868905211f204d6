import { ruleName, type Policy } from '../policy/index.ts'
import type { DueDocument } from './checkDocument.ts'
import { messages } from './messages.ts'
import { cut, formatTable } from './textWidth.ts'

const words = messages.calendar
const itemsShown = 30
const rowsNamed = 8

/** The 应办 calendar: how much each officer has in each month, then the nearest items. */
export function printCalendar(items: readonly DueDocument[], asOf: string | null, policy: Policy): string[] {
  if (asOf === null) return [words.noDay]
  if (items.length === 0) return [words.title(0), `  ${words.nothing}`]
  return [words.title(items.length), ...officerTable(items), '', ...nearest(items, asOf, policy)]
}

function officerTable(items: readonly DueDocument[]): string[] {
  const months = [...new Set(items.map((item) => item.day.slice(0, 7)))].toSorted()
  const officers = new Map<string, Map<string, number>>()
  for (const { officer, day } of items) {
    const name = officer === '' ? words.nobody : officer
    const counts = officers.get(name) ?? new Map<string, number>()
    counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1)
    officers.set(name, counts)
  }
  const rows = [...officers]
    .toSorted(([, a], [, b]) => sum(b) - sum(a))
    .map(([name, counts]) => [cut(name, 24), ...months.map((month) => counts.get(month) ?? 0), sum(counts)])
  return formatTable([[words.officer, ...months, words.total], ...rows], '  ')
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 0)
}

/** Those still to come first; days that have passed come after, since they may be done and only not recorded. */
function nearest(items: readonly DueDocument[], asOf: string, policy: Policy): string[] {
  const ahead = groupSame(items.filter((item) => item.day >= asOf))
  const passed = items.filter((item) => item.day < asOf)
  const lines = ahead.slice(0, itemsShown).map((group) => line(group, policy))
  if (ahead.length > itemsShown) lines.push(words.more(ahead.length - itemsShown))
  if (passed.length > 0) lines.push(words.passed(passed.length))
  return lines.map((text) => `  ${text}`)
}

/** The same thing to do on the same day is one line, however many loans it is to be done for. */
function groupSame(items: readonly DueDocument[]): readonly (readonly DueDocument[])[] {
  const groups = new Map<string, DueDocument[]>()
  for (const item of items) {
    const key = `${item.day} ${item.kind === 'rule' ? item.rule : item.what}`
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()]
}

function line(group: readonly DueDocument[], policy: Policy): string {
  const [first] = group
  if (!first) return ''
  const what =
    first.kind === 'rule' && group.length > 1 ? `${first.rule} ${ruleName(first.rule, policy)}` : first.what
  const rows = words.rows(
    group
      .map((item) => item.row)
      .toSorted((a, b) => a - b)
      .slice(0, rowsNamed),
    group.length > rowsNamed,
  )
  const who = group.length === 1 ? first.customer || first.key : words.count(group.length)
  return `${first.day}  ${what}  ${rows}  ${who}`
}
