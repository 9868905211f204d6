import { compareLedger } from './compareLedger.ts'
import { loanCells } from './loanCells.ts'
import { words } from './messages.ts'
import type { ReadPage } from './readPage.ts'
import type { KnownGrid, LoanCells, PageInput, PageItem } from './types.ts'

interface RowLoan {
  readonly grid: KnownGrid
  /** Row of the grid, from 0. */
  readonly gridRow: number
  readonly cells: LoanCells
}

/** The loans that stand in grids of the page, row by row. */
export function rowLoans(read: ReadPage): readonly RowLoan[] {
  return [...read.gridOf].flatMap(([at, grid]) => {
    const table = read.ledger.tables[at]
    if (table?.name !== '借据') return []
    return Array.from({ length: table.rowCount }, (_, row) => ({
      grid,
      gridRow: (table.sheetRows[row] ?? 2) - 2,
      cells: loanCells(table, row),
    }))
  })
}

/** Rows of loan lists that the ledger knows: that they differ, and that the ledger has findings; never its values. */
export function listRows(read: ReadPage, input: PageInput): readonly PageItem[] {
  const items: PageItem[] = []
  for (const { grid, gridRow, cells } of rowLoans(read)) {
    const ledger = input.ledgerOf(cells)
    if (!ledger) continue
    const place = {
      frameId: grid.frameId,
      document: grid.document,
      target: { grid: grid.grid.key, row: gridRow },
    }
    const base = { kind: 'row', label: words.row(gridRow + 1), at: place, hidden: false } as const
    for (const { field, name } of compareLedger(cells, ledger, input.policy)) {
      items.push({
        ...base,
        id: `ledger:${grid.id}:${gridRow}:${field}`,
        level: 'ledger',
        words: words.ledger,
        text: words.ledgerText(name),
      })
    }
    const hits = ledger.findings.filter(({ kind, outcome }) => outcome === 'hit' && kind !== 'due')
    const worst = (['serious', 'warning', 'attention', 'notice'] as const).find((severity) =>
      hits.some((finding) => finding.severity === severity),
    )
    if (worst) {
      items.push({
        ...base,
        id: `ledger:${grid.id}:${gridRow}:findings`,
        level: worst,
        words: words.level[worst],
        text: words.ledgerFindings(hits.length),
      })
    }
  }
  return items
}
