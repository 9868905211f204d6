import { parseIsoDay } from '@postloan/core/calendar'
import { type Ast, childrenOf, type Frame, type Scope } from '@postloan/core/feel'
import type { Column } from '@postloan/core/table'

/** Spreadsheets have no day before 1900 nor after 9999: more months than this lead there, and the cell is an error. */
const mostMonths = 900

/**
 * The frame as a sheet can hold it: empty texts are blanks, dates among the parameters are days, and the columns named
 * in `months` hold no number of months that leads out of the calendar.
 */
export function forSheets(frame: Frame, scope: Scope, months: ReadonlySet<string>): Frame {
  const made = new Map<string, Column | undefined>()
  const scopeUnder = (name: string): Scope => {
    const binding = scope.lookup(name)
    if (binding?.kind === 'group' || binding?.kind === 'relation') return binding.scope
    throw new Error(`${name} holds no names`)
  }
  return {
    ...frame,
    column: (name) => {
      if (!made.has(name)) made.set(name, holdable(frame.column(name), months.has(name)))
      return made.get(name)
    },
    constant: (name) => {
      const value = frame.constant(name)
      const binding = scope.lookup(name)
      const isDate = binding?.kind === 'constant' && binding.type === 'date'
      return isDate && typeof value === 'string' ? { type: 'date', day: parseIsoDay(value) } : value
    },
    group: (name) => {
      const group = frame.group(name)
      return group && forSheets(group, scopeUnder(name), months)
    },
    relation: (name) => {
      const related = frame.relation(name)
      return related && { ...related, frame: forSheets(related.frame, scopeUnder(name), months) }
    },
  }
}

function holdable(column: Column | undefined, isMonths: boolean): Column | undefined {
  if (column?.kind === 'number' && isMonths) {
    return {
      ...column,
      values: column.values.map((value) => (Math.abs(value) > mostMonths ? Number.NaN : value)),
    }
  }
  const empty = column?.kind === 'text' ? column.dictionary.indexOf('') : -1
  if (column?.kind !== 'text' || empty < 0) return column
  return { ...column, codes: column.codes.map((code) => (code === empty ? -1 : code)) }
}

/** The columns that say how many months are added somewhere in these expressions. */
export function monthColumns(asts: readonly Ast[]): Set<string> {
  const found = new Set<string>()
  const visit = (ast: Ast, isMonths: boolean): void => {
    if (isMonths && (ast.kind === 'name' || ast.kind === 'path')) found.add(ast.name)
    for (const child of childrenOf(ast)) {
      visit(child, isMonths || (ast.kind === 'call' && ast.name === 'add months' && child === ast.args[1]))
    }
  }
  for (const ast of asts) visit(ast, false)
  return found
}
