import type { CellAt } from './engine/engineTypes.ts'
import type { SessionParts } from './sessionParts.ts'
import { idOfSheet } from './workbookReader.ts'

/** Selects the cell at fault: the finding's own (`finding.at`), or that of the field told. */
export async function goToFinding(parts: SessionParts, line: number, field: string | null): Promise<void> {
  const [cell] = await parts.engine.call('cellsOf', [line], field)
  await selectOne(parts, cell ?? null)
}

export async function goToTableRow(parts: SessionParts, table: number, tableRow: number): Promise<void> {
  await selectOne(parts, await parts.engine.call('rowAt', table, tableRow))
}

export async function selectFieldCells(
  { port, engine, known }: SessionParts,
  lines: readonly number[],
  field: string,
): Promise<void> {
  const cells = await engine.call('cellsOf', lines, field)
  const [first] = cells
  const id = first && known.outline ? idOfSheet(known.outline, first.sheet) : undefined
  if (!first || id === undefined) return
  const same = cells.filter(({ sheet }) => sheet === first.sheet)
  await port.selectCells(id, same)
}

async function selectOne({ port, known }: SessionParts, cell: CellAt | null): Promise<void> {
  const id = cell && known.outline ? idOfSheet(known.outline, cell.sheet) : undefined
  if (!cell || id === undefined) return
  const { row, column } = cell
  await port.select(id, { top: row, left: column, bottom: row + 1, right: column + 1 })
}
