import type { FindingColumns } from './findingColumns.ts'

/** Gives each row of each table that lines speak of a number from 0, so that arrays can be kept by row. */
export function rowNumbers(columns: FindingColumns): {
  readonly count: number
  readonly of: (line: number) => number
} {
  const { tables, tableRows, length } = columns
  const sizes: number[] = []
  for (let line = 0; line < length; line += 1) {
    const table = tables[line] ?? 0
    const row = tableRows[line] ?? 0
    if (row >= (sizes[table] ?? 0)) sizes[table] = row + 1
  }
  const starts: number[] = []
  let count = 0
  for (let table = 0; table < sizes.length; table += 1) {
    starts.push(count)
    count += sizes[table] ?? 0
  }
  // a finding about no row (-1) shares the last place of all
  return {
    count: count + 1,
    of: (line) => {
      const row = tableRows[line] ?? -1
      return row < 0 ? count : (starts[tables[line] ?? 0] ?? 0) + row
    },
  }
}
