import { insertCells, removeCells } from './actions/shiftCells.ts'
import { sortRows } from './actions/sortRows.ts'
import type { Host } from './host.ts'
import { type Area, addressOf, area, parseAddress } from './model/area.ts'
import type { RowInfo, Table } from './model/decor.ts'
import { invalidArgument, invalidOperation } from './model/fault.ts'
import { region } from './model/region.ts'
import type { Sheet } from './model/sheet.ts'
import { moveFormula } from './model/shiftFormula.ts'
import { bodyOf, newTable } from './objects/tables.ts'

/**
 * What a person does to a list: sorting it as the buttons do, tables, copying rows, grouping them. Sources: Microsoft
 * support, "Sort data in a range or table", "Overview of Excel tables", "Outline (group) data in a worksheet".
 */
export function listActions(host: Host) {
  const sheetOf = (name?: string): Sheet => {
    const sheet = name === undefined ? host.workbook.active : host.workbook.sheetNamed(name)
    if (!sheet) throw invalidArgument(`no such sheet: ${name ?? ''}`)
    return sheet
  }
  const tableAt = (sheet: Sheet, table: number): Table => {
    const found = sheet.decor.tables[table]
    if (!found) throw invalidArgument('no such table')
    return found
  }

  return {
    /** 升序 with some rows of one column selected, answering 扩展选定区域: all of the block takes part. */
    sortExpanded: (address: string, ascending: boolean, name?: string): void => {
      const sheet = sheetOf(name)
      const rows = parseAddress(address)
      if (!rows) throw invalidArgument()
      host.act('排序', () => {
        sheet.guardOption('allowSort')
        const block = region(sheet, rows)
        const where = area(rows.row, block.column, rows.rows, block.columns)
        sortRows(host, sheet, where, [{ column: rows.column - block.column, ascending }])
      })
    },
    /** The arrow in a header: the rows of the filter (or of the table), and nothing beside them. */
    sortByArrow: (column: number, ascending: boolean, table: number | null = null, name?: string): void => {
      const sheet = sheetOf(name)
      host.act('排序', () => {
        sheet.guardOption('allowSort')
        const { filter } = sheet.decor
        const where =
          table === null
            ? filter &&
              area(filter.area.row + 1, filter.area.column, filter.area.rows - 1, filter.area.columns)
            : bodyOf(tableAt(sheet, table))
        if (!where) throw invalidOperation('There is no filter.')
        sortRows(host, sheet, where, [{ column, ascending }])
      })
    },
    /** 套用表格格式, the first row being the header. */
    formatAsTable: (address: string, name?: string): void => {
      const sheet = sheetOf(name)
      const where = parseAddress(address)
      if (!where) throw invalidArgument()
      host.act('套用表格格式', () => {
        sheet.guard(where)
        newTable(host, sheet, where)
        host.changed(sheet, area(where.row, where.column, 1, where.columns), 'RangeEdited')
      })
    },
    /** 在上方插入表格行: only the table's own columns move down. `row` counts from the first row below the header. */
    insertTableRows: (table: number, row: number, count = 1, name?: string): void => {
      const sheet = sheetOf(name)
      host.act('插入表格行', () => {
        const body = bodyOf(tableAt(sheet, table))
        if (row >= body.rows) throw invalidArgument()
        insertCells(host, sheet, area(body.row + row, body.column, count, body.columns), 'Down')
      })
    },
    deleteTableRows: (table: number, row: number, count = 1, name?: string): void => {
      const sheet = sheetOf(name)
      host.act('删除表格行', () => {
        const body = bodyOf(tableAt(sheet, table))
        if (row + count >= body.rows) throw invalidArgument()
        removeCells(host, sheet, area(body.row + row, body.column, count, body.columns), 'Up')
      })
    },
    /** Copies whole rows over others: values, formulas, looks and what conditional formats stand on them. */
    copyRows: (from: number, to: number, count = 1, name?: string): void => {
      const sheet = sheetOf(name)
      host.act('粘贴', () => {
        const target = area(to, 0, count, sheet.cells.columnCount)
        sheet.guard(target)
        if (
          sheet.decor.merges.some(
            (one) => one.row < Math.max(from, to) + count && one.row + one.rows > Math.min(from, to),
          )
        )
          throw invalidOperation('We can’t do that to a merged cell.')
        copyCells(sheet, from, to, count)
        copyLines(sheet, from, to, count)
        copyFormats(sheet, from, to, count)
        host.changed(sheet, { ...target, columns: 16_384 }, 'RangeEdited')
      })
    },
    /** 分级显示 → 组合, and folding what is grouped. */
    groupRows: (row: number, count: number, folded: boolean, name?: string): void => {
      const sheet = sheetOf(name)
      host.act('组合', () => {
        if (sheet.decor.protection) throw invalidOperation('The sheet is protected.')
        const rows = new Map<number, RowInfo>(sheet.decor.rows)
        for (let r = row; r < row + count; r++)
          rows.set(r, { ...rows.get(r), outline: 1, ...(folded && { hidden: true }) })
        sheet.change({ rows })
      })
    },
    /** Where the tables of a sheet are now. */
    tablesOf: (name?: string): readonly string[] =>
      sheetOf(name).decor.tables.map((one) => addressOf(one.area)),
  }
}

function copyCells(sheet: Sheet, from: number, to: number, count: number): void {
  const { cells } = sheet
  const rows = Array.from({ length: count }, (_, i) =>
    Array.from({ length: cells.columnCount }, (__, c) => ({
      kind: cells.kind(from + i, c),
      raw: cells.raw(from + i, c),
      style: sheet.styleAt(from + i, c),
      formula: cells.formula(from + i, c),
    })),
  )
  for (const [i, row] of rows.entries()) {
    for (const [c, { kind, raw, style, formula }] of row.entries()) {
      cells.setValue(to + i, c, null)
      cells.put(to + i, c, kind, raw)
      cells.setFormula(to + i, c, formula === undefined ? undefined : moveFormula(formula, to - from, 0))
      if (style > 0 || cells.style(to + i, c) >= 0) cells.setStyle(to + i, c, style)
    }
  }
}

/** The look of whole rows goes along. */
function copyLines(sheet: Sheet, from: number, to: number, count: number): void {
  const rows = new Map<number, RowInfo>(sheet.decor.rows)
  const styles = Array.from({ length: count }, (_, i) => sheet.decor.rows.get(from + i)?.style)
  for (const [i, style] of styles.entries()) {
    const { style: _before, ...rest } = rows.get(to + i) ?? {}
    rows.set(to + i, { ...rest, ...(style !== undefined && { style }) })
  }
  sheet.change({ rows })
}

/** The rows pasted over have the conditional formats of those copied. */
function copyFormats(sheet: Sheet, from: number, to: number, count: number): void {
  const within = (a: Area, row: number): Area | null => {
    const top = Math.max(a.row, row)
    const bottom = Math.min(a.row + a.rows, row + count)
    return bottom > top ? { ...a, row: top, rows: bottom - top } : null
  }
  sheet.change({
    conditionalFormats: sheet.decor.conditionalFormats.map((format) => {
      const gained = format.areas.flatMap((a) => {
        const source = within(a, from)
        const place = source && { ...source, row: source.row + to - from }
        return place && !within(a, to) ? [place] : []
      })
      return gained.length === 0 ? format : { ...format, areas: [...format.areas, ...gained] }
    }),
  })
}
