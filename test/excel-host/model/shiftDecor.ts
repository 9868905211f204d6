import { type Area, MAX_COLUMNS, MAX_ROWS, area } from './area.ts'
import type { ConditionalFormat, Decor, Filter } from './decor.ts'
import { type Shift, moveFormula, shiftArea, shiftFormula } from './shiftFormula.ts'

/** What lies over the cells after cells moved, as Excel lets it follow. */
export function shiftDecor(decor: Decor, shift: Shift, { name }: { readonly name: string }): Decor {
  const one = (a: Area): Area | null => shiftArea(a, shift)
  const many = (areas: readonly Area[]): readonly Area[] => areas.flatMap((a) => one(a) ?? [])
  const cell = <T extends { readonly row: number; readonly column: number }>(thing: T): readonly T[] => {
    const at = one(area(thing.row, thing.column))
    return at ? [{ ...thing, row: at.row, column: at.column }] : []
  }
  const filter = (held: Filter | null): Filter | null => {
    const moved = held && one(held.area)
    return held && moved ? { ...held, area: moved } : null
  }
  const whole = shift.from === 0 && shift.to === (shift.axis === 'row' ? MAX_COLUMNS : MAX_ROWS)
  const lines = whole ? moveLines(decor, shift) : {}
  return {
    ...decor,
    ...lines,
    merges: many(decor.merges).filter((a) => a.rows * a.columns > 1),
    conditionalFormats: decor.conditionalFormats.flatMap((format) => {
      const areas = many(format.areas)
      return areas.length > 0 ? [{ ...shiftRule(format, shift, name), areas }] : []
    }),
    validations: decor.validations.flatMap((rule) => {
      const areas = many(rule.areas)
      return areas.length > 0 ? [{ ...rule, areas }] : []
    }),
    comments: decor.comments.flatMap(cell),
    notes: decor.notes.flatMap(cell),
    tables: decor.tables.flatMap((table) => {
      const moved = one(table.area)
      return moved ? [{ ...table, area: moved, filter: filter(table.filter) }] : []
    }),
    charts: decor.charts.flatMap((chart) => {
      const moved = chart.sourceSheet.toLowerCase() === name.toLowerCase() ? one(chart.source) : chart.source
      return [{ ...chart, source: moved ?? chart.source }]
    }),
    filter: filter(decor.filter),
  }
}

/** The formulas of a rule stand for its first cell: when that one is taken out they are first moved to the next. */
function shiftRule(format: ConditionalFormat, shift: Shift, sheet: string): ConditionalFormat {
  const [first] = format.areas
  const start = first ? (shift.axis === 'row' ? first.row : first.column) : 0
  const gone = shift.count < 0 && start >= shift.at && start < shift.at - shift.count
  const by = gone ? shift.at - shift.count - start : 0
  const follow = (formula: string): string =>
    shiftFormula(
      moveFormula(formula, shift.axis === 'row' ? by : 0, shift.axis === 'column' ? by : 0),
      shift,
      sheet,
      sheet,
    )
  const rule = Object.fromEntries(
    Object.entries(format.rule).map(([key, value]) => [
      key,
      typeof value === 'string' && value.startsWith('=') ? follow(value) : value,
    ]),
  )
  const source = format.source && {
    ...format.source,
    xml: format.source.xml.replace(
      /(<(?:\w+:)?(?:formula|f)>)([^<]*)(<)/g,
      (_all, open: string, formula: string, close: string) => open + follow(formula) + close,
    ),
  }
  return { ...format, formula: follow(format.formula), rule, source }
}

/** Heights, widths, and where rows and columns come from, when whole lines are put in or taken out. */
function moveLines(decor: Decor, shift: Shift): Partial<Decor> {
  const { at, count } = shift
  const moved = <T>(lines: ReadonlyMap<number, T>): ReadonlyMap<number, T> => {
    const next = new Map<number, T>()
    for (const [line, info] of lines) {
      if (line < at) next.set(line, info)
      else if (line >= at - Math.min(count, 0)) next.set(line + count, info)
    }
    return next
  }
  if (shift.axis === 'row') {
    const frozen = decor.frozen && { ...decor.frozen, rows: frozenAfter(decor.frozen.rows, shift) }
    return {
      rows: moved(decor.rows),
      rowOrigins: Int32Array.from(originsAfter(decor.rowOrigins, shift)),
      frozen,
    }
  }
  const frozen = decor.frozen && { ...decor.frozen, columns: frozenAfter(decor.frozen.columns, shift) }
  return { columns: moved(decor.columns), columnOrigins: originsAfter(decor.columnOrigins, shift), frozen }
}

function frozenAfter(lines: number, { at, count }: Shift): number {
  if (at >= lines) return lines
  return count > 0 ? lines + count : Math.max(0, lines - Math.min(-count, lines - at))
}

/** Beyond its end, a list of origins goes on counting. */
export function originOf(origins: ArrayLike<number> | null, line: number): number {
  if (!origins || origins.length === 0) return line
  const last = origins.length - 1
  return line <= last ? (origins[line] ?? -1) : (origins[last] ?? 0) + line - last
}

function originsAfter(origins: ArrayLike<number> | null, { at, count }: Shift): number[] {
  // One line past the change is always listed, so that the rest can be counted from it.
  const length = Math.max(origins?.length ?? 0, at + Math.abs(count) + 1)
  const list = Array.from({ length }, (_, line) => originOf(origins, line))
  while ((list.at(-1) ?? 0) < 0) list.push(originOf(origins, list.length))
  if (count > 0) list.splice(at, 0, ...Array.from({ length: count }, () => -1))
  else list.splice(at, -count)
  return list
}
