import { addressOf } from './model/area.ts'
import { EMPTY } from './model/cells.ts'
import type { Sheet } from './model/sheet.ts'
import type { Workbook } from './model/workbook.ts'

/** Everything of a workbook that a user could see, as plain data without ids: two that read the same are the same. */
export function describeWorkbook(workbook: Workbook): unknown {
  return {
    active: workbook.active.name,
    names: workbook.names.map(({ scope, ...item }) => ({
      ...item,
      scope: scope === null ? null : (workbook.sheetOf(scope)?.name ?? '?'),
    })),
    settings: Object.fromEntries(workbook.settings),
    customXml: [...workbook.customXml.values()].map(({ xml }) => xml),
    sheets: workbook.sheets.map((sheet) => describeSheet(workbook, sheet)),
  }
}

function describeSheet(workbook: Workbook, sheet: Sheet): unknown {
  const { cells, decor } = sheet
  const held: Record<string, unknown> = {}
  for (let r = 0; r < cells.rowCount; r++) {
    for (let c = 0; c < cells.columnCount; c++) {
      const kind = cells.kind(r, c)
      const style = cells.style(r, c)
      if (kind === EMPTY && style <= 0) continue
      const at = addressOf({ row: r, column: c, rows: 1, columns: 1 })
      const { look } = workbook.styles.list[Math.max(0, style)] ?? {}
      held[at] = [cells.value(r, c), cells.formula(r, c) ?? null, style <= 0 ? null : look]
    }
  }
  const where = (areas: readonly Parameters<typeof addressOf>[0][]): string[] => areas.map(addressOf)
  return {
    name: decor.name,
    visibility: decor.visibility,
    cells: held,
    merges: where(decor.merges).toSorted(),
    conditionalFormats: decor.conditionalFormats.map(({ id: _id, areas, source: _source, ...rest }) => ({
      ...rest,
      areas: where(areas),
    })),
    validations: decor.validations.map(({ rule, areas }) => ({ rule, areas: where(areas) })),
    comments: decor.comments.map(({ row, column, text, author, resolved }) => ({
      row,
      column,
      text,
      author,
      resolved,
    })),
    notes: decor.notes.map(({ row, column, text }) => ({ row, column, text })),
    tables: decor.tables.map(({ name, area, style }) => ({ name, area: addressOf(area), style })),
    filter: decor.filter && { area: addressOf(decor.filter.area), criteria: [...decor.filter.criteria] },
    protection: decor.protection?.options ?? null,
    frozen: decor.frozen,
    // A file says that a row is hidden, not what hid it.
    rows: [...decor.rows]
      .map(
        ([r, { hidden, filtered, ...info }]) =>
          [r, { ...info, ...((hidden ?? filtered) && { hidden: true }) }] as const,
      )
      .toSorted(([a], [b]) => a - b)
      .filter(([, info]) => Object.values(info).some((one) => one !== undefined && one !== false)),
    columns: [...decor.columns]
      .toSorted(([a], [b]) => a - b)
      .map(([c, { width: _width, ...info }]) => [c, info]),
  }
}
