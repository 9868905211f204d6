import { fates, origins, type Fate, type LedgerComparison, type MatrixCell, type Origin } from './types.ts'

/** One part of a cell summed over loans. */
type Measure = 'loans' | 'before' | 'now'

export interface MigrationTable {
  readonly columns: readonly Fate[]
  /** The last is the total of the columns, `from` null; so is the last amount of each row. Null: no loan. */
  readonly rows: readonly { readonly from: Origin | null; readonly amounts: readonly (number | null)[] }[]
}

/** The matrix as it is shown: rows and columns without a loan left out, totals at the end. No row: no loan at all. */
export function migrationTable(
  { matrix: { cells } }: Pick<LedgerComparison, 'matrix'>,
  measure: Measure,
  rowsOf: (from: Origin) => boolean = () => true,
  columnsOf: (to: Fate) => boolean = () => true,
): MigrationTable {
  const kept = cells.filter(({ from, to }) => rowsOf(from) && columnsOf(to))
  const columns = fates.filter((to) => kept.some((cell) => cell.to === to))
  const sum = (some: readonly MatrixCell[]): number | null =>
    some.length === 0 ? null : some.reduce((total, cell) => total + Math.round(cell[measure] * 100), 0) / 100
  const line = (from: Origin | null, some: readonly MatrixCell[]): MigrationTable['rows'][number] => ({
    from,
    amounts: [...columns.map((to) => sum(some.filter((cell) => cell.to === to))), sum(some)],
  })
  const rows = origins
    .map((from) => ({ from, some: kept.filter((cell) => cell.from === from) }))
    .filter(({ some }) => some.length > 0)
    .map(({ from, some }) => line(from, some))
  return { columns, rows: rows.length === 0 ? [] : [...rows, line(null, kept)] }
}
