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

/** A cell that looks as its line does is none of its own. */
function sameLook({ styles }: Workbook, own: number, line: number): boolean {
  return own === line || JSON.stringify(styles.look(own)) === JSON.stringify(styles.look(line))
}

/** What a style has that a plain cell of the file has not. */
function ownLook({ styles }: Pick<Workbook, 'styles'>, style: number): object {
  const plain = styles.look(0)
  return Object.fromEntries(
    Object.entries(styles.look(style)).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(plain[key as keyof typeof plain]),
    ),
  )
}

/** Numbers of styles differ from one Excel to the next. */
function lookOf({ styles }: Workbook, style: number | undefined): object {
  return style === undefined || style <= 0 ? {} : { look: ownLook({ styles }, style) }
}

function describeSheet(workbook: Workbook, sheet: Sheet): unknown {
  const { cells, decor } = sheet
  const held: Record<string, unknown> = {}
  for (let r = 0; r < cells.rowCount; r++) {
    for (let c = 0; c < cells.columnCount; c++) {
      const kind = cells.kind(r, c)
      const style = sheet.styleAt(r, c)
      const isPlain = sameLook(workbook, style, decor.rows.get(r)?.style ?? decor.columns.get(c)?.style ?? 0)
      if (kind === EMPTY && isPlain) continue
      const at = addressOf({ row: r, column: c, rows: 1, columns: 1 })
      held[at] = [
        cells.value(r, c),
        cells.formula(r, c) ?? null,
        isPlain ? null : workbook.styles.look(style),
      ]
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
        ([r, { hidden, filtered, style, ...info }]) =>
          [
            r,
            { ...info, ...lookOf(workbook, style), ...((hidden ?? filtered) && { hidden: true }) },
          ] as const,
      )
      .toSorted(([a], [b]) => a - b)
      .filter(([, info]) => Object.values(info).some((one) => one !== undefined && one !== false)),
    columns: [...decor.columns]
      .toSorted(([a], [b]) => a - b)
      .map(([c, { width, style, ...info }]) => [
        c,
        { ...info, ...lookOf(workbook, style), ...(width !== undefined && { width: Math.round(width) }) },
      ]),
  }
}
