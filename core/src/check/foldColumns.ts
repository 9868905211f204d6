import type { CombinedPart } from './combineTables.ts'
import type { CompiledCase } from './compileCases.ts'
import { findMissing } from './findMissing.ts'
import { messages } from './messages.ts'
import { undeclaredMissing, type CaseRun } from './runCases.ts'
import { Outcome, type FileNote, type NotRun } from './types.ts'
import type { World, WorldTable } from './world.ts'

/** Fewer rows than this are listed row by row, whatever their columns hold. */
const fewRows = 20
const fewHits = 10
/** A column that is blank beyond this share was not kept; a fault on every row would say nothing. */
const blankShare = 0.9

/** What was said once for a part of a table: blanks of a column, or rows that lack a whole column. */
export interface Fold {
  readonly compiled: CompiledCase
  /** Index into the ledger's tables. */
  readonly table: number
  /** The blank column's name; null where a column is missing. */
  readonly blank: string | null
}

export interface Folded {
  readonly folds: readonly Fold[]
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
  const folds: Fold[] = []
  table.combined.parts.forEach((part, at) => {
    if (part.end - part.start < fewRows) return
    for (const run of runs) {
      if (!run.bytes || run.missing[at]?.length) continue
      const rows = run.bytes.subarray(part.start, part.end)
      const blank = foldBlankColumn(run, world, table, part, rows)
      if (blank) {
        folds.push({ compiled: run.compiled, table: part.index, blank: blank.name })
        notes.push({
          code: 'columnMostlyBlank',
          message: blank.message,
          table: part.index,
          rule: run.compiled.rule.id,
        })
      }
      const missing = undeclaredMissing(run, world, table, at)
      const undecided = missing.length > 0 ? count(rows, Outcome.incomplete) : 0
      if (undecided === 0) continue
      replace(rows, Outcome.incomplete, Outcome.notRun)
      folds.push({ compiled: run.compiled, table: part.index, blank: null })
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
  return { folds, notes, notRun }
}

/** Says the same of rows that are judged again: what was folded for their part stays so. */
export function foldAgain(folds: readonly Fold[], table: WorldTable, runs: readonly CaseRun[]): void {
  for (const { compiled, table: index, blank } of folds) {
    const part = table.combined.parts.find((candidate) => candidate.index === index)
    const bytes = runs.find((run) => run.compiled === compiled)?.bytes
    if (!part || !bytes) continue
    const rows = bytes.subarray(part.start, part.end)
    if (blank === null) replace(rows, Outcome.incomplete, Outcome.notRun)
    else dropBlanks(rows, part.start, blankTest(table, blank))
  }
}

function dropBlanks(rows: Uint8Array, start: number, isBlank: (row: number) => boolean): void {
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row] === Outcome.hit && isBlank(start + row)) rows[row] = Outcome.notRun
  }
}

/** For a case that looks for blank cells: the message, when the column is blank beyond the share among the rows it concerns. */
function foldBlankColumn(
  run: CaseRun,
  world: World,
  table: WorldTable,
  part: CombinedPart,
  rows: Uint8Array,
): { readonly name: string; readonly message: string } | null {
  const { compiled } = run
  const { start } = part
  // what is due is a list of dates to keep, wanted row by row
  if (compiled.use.testedForNull.size === 0 || compiled.case.kind === 'due') return null
  if (count(rows, Outcome.hit) < fewHits) return null
  for (const name of compiled.use.testedForNull) {
    // a column that another sheet has and this one lacks is not one that was left blank
    if (findMissing([name], () => compiled.use, world, table, part).includes(name)) continue
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
    dropBlanks(rows, start, isBlank)
    const message = messages.columnMostlyBlank(name, blank, rows.length, blankHits, compiled.rule.nameZh)
    return { name, message }
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
