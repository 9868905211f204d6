import type { Area } from '@postloan/core/table'

import { withPatience } from './officeErrors.ts'
import type { CellPiece, CellRead, SheetId } from './port.ts'
import { inChunks, rangeOf } from './sheetAreas.ts'
import type { ColumnNumbers } from './surveyCells.ts'

/** Rows whose formats are looked at first, at the top, in the middle and at the end. */
const SAMPLE_ROWS = 60
const DAY_FORMAT = /[ydeb年月日]/i

export type FormatRun = readonly [from: number, to: number, format: string]

export interface RowsAndFormats {
  readonly top: number
  readonly bottom: number
  /** Known once the cells have come in. */
  formats: readonly (readonly string[])[]
  values: readonly (readonly CellRead[])[]
}

/** The rows that tell of the formats of most columns: all of a small sheet. */
export function sampleRows(used: Area): readonly RowsAndFormats[] {
  const span = (top: number, bottom: number): RowsAndFormats => ({ top, bottom, formats: [], values: [] })
  const height = used.bottom - used.top
  if (height <= 4 * SAMPLE_ROWS) return [span(used.top, used.bottom)]
  const middle = used.top + (height >> 1)
  return [
    span(used.top, used.top + SAMPLE_ROWS),
    span(middle, middle + SAMPLE_ROWS),
    span(used.bottom - SAMPLE_ROWS, used.bottom),
  ]
}

/** Keeps the values of sampled rows as they pass. */
export function noteSamples(
  samples: readonly RowsAndFormats[],
  top: number,
  values: readonly (readonly CellRead[])[],
): void {
  for (const sample of samples) {
    const from = Math.max(sample.top, top)
    const to = Math.min(sample.bottom, top + values.length)
    if (from < to) sample.values = [...sample.values, ...values.slice(from - top, to - top)]
  }
}

/**
 * Formats decide which numbers are days. The sample tells of most columns; only those that may hold days are read
 * whole, all of them in the same requests.
 */
export async function readFormats(
  id: SheetId,
  used: Area,
  samples: readonly RowsAndFormats[],
  numbers: readonly ColumnNumbers[],
  take: (piece: CellPiece) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const isWhole = samples.length === 1
  const whole: number[] = []
  let rowBytes = 0
  for (const [column, { count, days }] of numbers.entries()) {
    if (count === 0) continue
    const at = column - used.left
    if (isWhole) {
      const runs = samples.flatMap(({ top, formats }) => runsOf(formats, at, top))
      take({ kind: 'formats', column, runs })
      continue
    }
    const kinds = formatsOfNumbers(samples, at)
    if (days > 0 && (kinds.size > 1 || DAY_FORMAT.test([...kinds].join('')) || days * 2 > count)) {
      whole.push(column)
      rowBytes += Math.max(8, ...[...kinds].map((format) => format.length)) + 4
    } else {
      const [format = 'General'] = kinds
      take({ kind: 'formats', column, runs: [[used.top, used.bottom, format]] })
    }
  }
  if (whole.length === 0) return
  const groups = groupsOf(whole)
  const runs = new Map<number, FormatRun[]>(whole.map((column) => [column, []]))
  await inChunks(used, { signal, rowBytes }, async (rows) => {
    const context = new Excel.RequestContext()
    const sheet = context.workbook.worksheets.getItem(id)
    const ranges = groups.map((group) =>
      rangeOf(sheet, { ...rows, left: group[0] ?? 0, right: (group.at(-1) ?? 0) + 1 }),
    )
    for (const range of ranges) range.load('numberFormat')
    await withPatience(context.sync())
    let bytes = 0
    for (const [g, group] of groups.entries()) {
      const formats = (ranges[g]?.numberFormat ?? []) as string[][]
      for (const row of formats) for (const format of row) bytes += format.length + 3
      for (const [i, column] of group.entries()) {
        for (const run of runsOf(formats, i, rows.top)) addRun(runs.get(column) ?? [], run)
      }
    }
    return bytes
  })
  for (const [column, found] of runs) take({ kind: 'formats', column, runs: found })
}

/** What the sampled numbers of a column look like; its headers and texts do not count. */
function formatsOfNumbers(samples: readonly RowsAndFormats[], column: number): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { formats, values } of samples) {
    for (const [i, row] of values.entries()) {
      if (typeof row[column] === 'number') found.add(formats[i]?.[column] ?? 'General')
    }
  }
  return found
}

function runsOf(grid: readonly (readonly string[])[], column: number, top: number): readonly FormatRun[] {
  const runs: FormatRun[] = []
  for (const [i, row] of grid.entries()) {
    addRun(runs, [top + i, top + i + 1, row[column] ?? 'General'])
  }
  return runs
}

function addRun(runs: FormatRun[], [from, to, format]: FormatRun): void {
  const last = runs.at(-1)
  if (last?.[2] === format && last[1] === from) runs[runs.length - 1] = [last[0], to, format]
  else runs.push([from, to, format])
}

/** Columns that stand side by side are one range. */
function groupsOf(columns: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (last?.at(-1) === column - 1) last.push(column)
    else groups.push([column])
  }
  return groups
}
