import { messages } from './messages.ts'
import { undeclaredMissing, type CaseRun } from './runCases.ts'
import { Outcome, type FileNote, type NotRun } from './types.ts'
import type { World, WorldTable } from './world.ts'

/** Fewer rows than this are listed row by row, whatever their columns hold. */
const fewRows = 20
const fewHits = 10
/** A column that is blank beyond this share was not kept; a fault on every row would say nothing. */
const blankShare = 0.9

export interface Folded {
  readonly notes: readonly FileNote[]
  readonly notRun: readonly (NotRun & { readonly table: number })[]
}

/**
 * Says once for the file what would otherwise be said on nearly every row: a column that is hardly ever filled, a
 * column that is not there. The rows become `notRun`, never pass.
 */
export function foldColumns(world: World, table: WorldTable, runs: readonly CaseRun[]): Folded {
  const notes: FileNote[] = []
  const notRun: (NotRun & { table: number })[] = []
  table.combined.parts.forEach((part, at) => {
    if (part.end - part.start < fewRows) return
    for (const run of runs) {
      if (!run.bytes || run.missing[at]?.length) continue
      const rows = run.bytes.subarray(part.start, part.end)
      const blank = foldBlankColumn(run, table, rows, part.start)
      if (blank)
        notes.push({
          code: 'columnMostlyBlank',
          message: blank,
          table: part.index,
          rule: run.compiled.rule.id,
        })
      const missing = undeclaredMissing(run, world, table, at)
      const undecided = missing.length > 0 ? count(rows, Outcome.incomplete) : 0
      if (undecided === 0) continue
      replace(rows, Outcome.incomplete, Outcome.notRun)
      const { rule } = run.compiled
      notRun.push({ rule: rule.id, case: run.compiled.case.id, missing, table: part.index })
      notes.push({
        code: 'undecidedForColumn',
        message: messages.undecidedForColumn(missing, undecided, rule.nameZh),
        table: part.index,
        rule: rule.id,
      })
    }
  })
  return { notes, notRun }
}

/** For a case that looks for blank cells: the message, when the column is blank beyond the share among the rows it concerns. */
function foldBlankColumn(run: CaseRun, table: WorldTable, rows: Uint8Array, start: number): string | null {
  const { compiled } = run
  // what is due is a list of dates to keep, wanted row by row
  if (compiled.use.testedForNull.size === 0 || compiled.case.kind === 'due') return null
  if (count(rows, Outcome.hit) < fewHits) return null
  for (const name of compiled.use.testedForNull) {
    const isBlank = blankTest(table, name)
    let blank = 0
    let blankHits = 0
    let filled = 0
    for (let row = 0; row < rows.length; row += 1) {
      const empty = isBlank(start + row)
      if (empty) blank += 1
      if (empty && rows[row] === Outcome.hit) blankHits += 1
      // a row that passes with the cell filled is one that the rule looked at
      if (!empty && rows[row] === Outcome.pass) filled += 1
    }
    if (blank <= rows.length * blankShare || blankHits < fewHits) continue
    if (blankHits <= (blankHits + filled) * blankShare) continue
    for (let row = 0; row < rows.length; row += 1) {
      if (rows[row] === Outcome.hit && isBlank(start + row)) rows[row] = Outcome.notRun
    }
    return messages.columnMostlyBlank(name, blank, rows.length, blankHits, compiled.rule.nameZh)
  }
  return null
}

function blankTest(table: WorldTable, name: string): (row: number) => boolean {
  const column = table.frame.column(name)
  if (!column) return () => false
  switch (column.kind) {
    case 'text':
      return (row) => (column.codes[row] ?? -1) < 0
    case 'boolean':
      return (row) => column.values[row] === 2
    case 'number':
    case 'date':
      return (row) => Number.isNaN(column.values[row] ?? Number.NaN)
  }
}

function count(bytes: Uint8Array, wanted: Outcome): number {
  let found = 0
  for (const byte of bytes) if (byte === wanted) found += 1
  return found
}

function replace(bytes: Uint8Array, from: Outcome, to: Outcome): void {
  for (let i = 0; i < bytes.length; i += 1) if (bytes[i] === from) bytes[i] = to
}
