import { clearCells } from './actions/clearCells.ts'
import { hideLines } from './actions/hideLines.ts'
import { mergeCells } from './actions/mergeCells.ts'
import { renameSheet } from './actions/renameSheet.ts'
import { setFilter } from './actions/setFilter.ts'
import { insertCells, removeCells } from './actions/shiftCells.ts'
import { type SortKey, sortRows } from './actions/sortRows.ts'
import type { Host } from './host.ts'
import { listActions } from './listActions.ts'
import { type Area, MAX_COLUMNS, MAX_ROWS, area, parseAddress, splitSheet } from './model/area.ts'
import type { CellValue } from './model/cells.ts'
import { accessDenied, invalidArgument, invalidOperation } from './model/fault.ts'
import { parseEntry } from './model/parseEntry.ts'
import type { Sheet } from './model/sheet.ts'
import type { Look } from './model/styles.ts'
import { typeAt, valueAt } from './objects/cellGrids.ts'
import { checkSheetName } from './objects/worksheet.ts'

/**
 * What a person does with mouse and keyboard, by name and with plain arguments, so that tests and the page can ask for
 * it across a message channel. Addresses may name a sheet; else the active one is meant.
 */
export function userActions(host: Host) {
  const at = (address: string): { sheet: Sheet; where: Area } => {
    const { sheet: name, address: plain } = splitSheet(address)
    const sheet = name === null ? host.workbook.active : host.workbook.sheetNamed(name)
    const where = parseAddress(plain)
    if (!sheet || !where) throw invalidArgument(`no such place: ${address}`)
    return { sheet, where }
  }
  const sheetOf = (name?: string): Sheet => {
    const sheet = name === undefined ? host.workbook.active : host.workbook.sheetNamed(name)
    if (!sheet) throw invalidArgument(`no such sheet: ${name ?? ''}`)
    return sheet
  }
  const rowsOf = (row: number, count: number): Area => area(row, 0, count, MAX_COLUMNS)
  const columnsOf = (column: number, count: number): Area => area(0, column, MAX_ROWS, count)

  return {
    ...listActions(host),
    select: (address: string): void => {
      const { sheet, where } = at(address)
      host.select(sheet, where, 'user')
      host.repaint()
    },
    activate: (name: string): void => {
      host.workbook.activate(sheetOf(name), 'user')
      host.repaint()
    },
    /** Types into one cell and presses Enter. */
    type: (address: string, entry: string): void => {
      const { sheet, where } = at(address)
      host.act('键入', () => {
        sheet.guard(where)
        const before = valueAt(sheet, where.row, where.column)
        const typeBefore = typeAt(sheet, where.row, where.column)
        sheet.enter(where.row, where.column, entry === '' ? null : entry)
        grow(sheet, where)
        host.changed(sheet, area(where.row, where.column), 'RangeEdited', {
          valueBefore: before,
          valueAfter: valueAt(sheet, where.row, where.column),
          valueTypeBefore: typeBefore,
          valueTypeAfter: typeAt(sheet, where.row, where.column),
        })
      })
    },
    /** Pastes plain cells from somewhere else. */
    paste: (address: string, values: readonly (readonly CellValue[])[]): void => {
      const { sheet, where } = at(address)
      const target = area(where.row, where.column, values.length, Math.max(1, values[0]?.length ?? 1))
      host.act('粘贴', () => {
        sheet.guard(target)
        for (const [r, row] of values.entries()) {
          for (const [c, value] of row.entries()) sheet.enter(target.row + r, target.column + c, value)
        }
        grow(sheet, target)
        host.changed(sheet, target, 'RangeEdited')
      })
    },
    clear: (address: string, what: 'Contents' | 'Formats' | 'All' = 'Contents'): void => {
      const { sheet, where } = at(address)
      host.act('清除', () => {
        sheet.guard(where)
        clearCells(host, sheet, where, what)
      })
    },
    insertRows: (row: number, count = 1, name?: string): void =>
      host.act('插入行', () => insertCells(host, sheetOf(name), rowsOf(row, count), 'Down')),
    deleteRows: (row: number, count = 1, name?: string): void =>
      host.act('删除行', () => removeCells(host, sheetOf(name), rowsOf(row, count), 'Up')),
    insertColumns: (column: number, count = 1, name?: string): void =>
      host.act('插入列', () => insertCells(host, sheetOf(name), columnsOf(column, count), 'Right')),
    deleteColumns: (column: number, count = 1, name?: string): void =>
      host.act('删除列', () => removeCells(host, sheetOf(name), columnsOf(column, count), 'Left')),
    insertCells: (address: string, direction: 'Down' | 'Right'): void => {
      const { sheet, where } = at(address)
      host.act('插入单元格', () => insertCells(host, sheet, where, direction))
    },
    deleteCells: (address: string, direction: 'Up' | 'Left'): void => {
      const { sheet, where } = at(address)
      host.act('删除单元格', () => removeCells(host, sheet, where, direction))
    },
    /** Sorts the rows of an area (without its header). */
    sort: (address: string, keys: readonly SortKey[]): void => {
      const { sheet, where } = at(address)
      host.act('排序', () => {
        sheet.guardOption('allowSort')
        sortRows(host, sheet, where, keys)
      })
    },
    /** Puts a filter over an area with headers; no values: the arrows only. */
    filter: (address: string, column?: number, values?: readonly string[]): void => {
      const { sheet, where } = at(address)
      host.act('筛选', () => {
        sheet.guardOption('allowAutoFilter')
        const table = sheet.decor.tables.find(
          (one) => one.area.row === where.row && one.area.column === where.column,
        )
        const criteria = new Map(table ? table.filter?.criteria : sheet.decor.filter?.criteria)
        if (column !== undefined && values) criteria.set(column, { filterOn: 'Values', values })
        setFilter(host, sheet, table ?? null, { area: table?.area ?? where, criteria }, 'user')
      })
    },
    clearFilter: (name?: string): void => {
      const sheet = sheetOf(name)
      host.act('清除筛选', () => {
        for (const table of sheet.decor.tables) setFilter(host, sheet, table, null, 'user')
        setFilter(host, sheet, null, null, 'user')
      })
    },
    hideRows: (row: number, count: number, hidden: boolean, name?: string): void =>
      host.act('隐藏行', () => hideLines(host, sheetOf(name), rowsOf(row, count), 'rows', hidden)),
    format: (address: string, change: Partial<Look>): void => {
      const { sheet, where } = at(address)
      host.act('设置格式', () => {
        sheet.guardOption('allowFormatCells')
        host.restyle(sheet, where, () => change)
        host.formatChanged(sheet, [where])
      })
    },
    merge: (address: string): void => {
      const { sheet, where } = at(address)
      host.act('合并单元格', () => mergeCells(host, sheet, where))
    },
    comment: (address: string, text: string): void => {
      const { sheet, where } = at(address)
      host.act('批注', () => {
        sheet.guardOption('allowEditObjects')
        const { row, column } = where
        const others = sheet.decor.comments.filter((one) => one.row !== row || one.column !== column)
        const made = {
          id: host.workbook.newId(),
          row,
          column,
          text,
          author: host.userName,
          created: host.now(),
          resolved: false,
          replies: [],
        }
        sheet.change({ comments: text === '' ? others : [...others, made] })
      })
    },
    addSheet: (name: string): void =>
      host.act('新建工作表', () => {
        if (host.workbook.structureLocked) throw accessDenied()
        checkSheetName(host, name, null)
        const sheet = host.workbook.addSheet(name)
        host.workbook.listener({ type: 'added', sheet, actor: 'user' })
        host.workbook.activate(sheet, 'user')
      }),
    /** Excel empties its undo list when a sheet is deleted; so do we, by being unable to take it back. */
    deleteSheet: (name: string): void => {
      const sheet = sheetOf(name)
      if (host.workbook.structureLocked) throw accessDenied()
      if (host.workbook.sheets.length === 1) throw invalidOperation('A workbook must contain a sheet.')
      host.act('删除工作表', () => host.workbook.deleteSheet(sheet, 'user'))
    },
    renameSheet: (name: string, to: string): void => {
      const sheet = sheetOf(name)
      checkSheetName(host, to, sheet)
      host.act('重命名工作表', () => renameSheet(host, sheet, to))
    },
    protect: (name?: string, options: Readonly<Record<string, unknown>> = {}, password?: string): void => {
      const sheet = sheetOf(name)
      host.act('保护工作表', () => {
        sheet.change({ protection: { options, password: password ?? null } })
        host.workbook.listener({ type: 'protectionChanged', sheet, actor: 'user' })
      })
    },
    unprotect: (name?: string): void => {
      const sheet = sheetOf(name)
      host.act('撤销保护', () => {
        sheet.change({ protection: null })
        host.workbook.listener({ type: 'protectionChanged', sheet, actor: 'user' })
      })
    },
    undo: (): boolean => host.undo(),
    /** A co-author elsewhere writes a cell. */
    coauthor: (address: string, entry: string): void => {
      const { sheet, where } = at(address)
      host.act(
        '协作者',
        () => {
          sheet.enter(where.row, where.column, parseEntry(entry, '@', host.workbook.date1904).value)
          host.changed(sheet, area(where.row, where.column), 'RangeEdited')
        },
        'coauthor',
      )
    },
    enterCellEditMode: (): void => {
      host.engine.faults.cellEditMode = true
    },
    leaveCellEditMode: (): void => host.engine.leaveCellEditMode(),
  }
}

export type UserActions = ReturnType<typeof userActions>

/** A table grows when something is written right below it or right beside it. */
function grow(sheet: Sheet, where: Area): void {
  sheet.change({
    tables: sheet.decor.tables.map((table) => {
      const { area: a } = table
      const below =
        !table.showTotals &&
        where.row === a.row + a.rows &&
        where.column >= a.column &&
        where.column < a.column + a.columns
      const beside = where.column === a.column + a.columns && where.row >= a.row && where.row < a.row + a.rows
      if (below) return { ...table, area: { ...a, rows: a.rows + where.rows } }
      return beside ? { ...table, area: { ...a, columns: a.columns + where.columns } } : table
    }),
  })
}
