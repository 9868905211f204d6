/// <reference types="office-js" />
import { type Scenario, codeOf, guide, onSheet, reference } from './scenario.ts'

export const layers: readonly Scenario[] = [
  {
    name: 'formats: fill, font, borders, number format, column width',
    source: guide('excel-add-ins-ranges-set-format'),
    needs: '1.1',
    expected: {
      fill: '#FFFF00',
      bold: true,
      color: '#C00000',
      border: 'Continuous',
      format: [['0.0%']],
      mixed: null,
    },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1')
      range.format.fill.color = 'yellow'
      range.format.font.bold = true
      range.format.font.color = '#C00000'
      range.format.borders.getItem('EdgeBottom').style = 'Continuous'
      range.numberFormat = [['0.0%']]
      range.format.columnWidth = 100
      range.load('numberFormat, format/fill/color, format/font/bold, format/font/color')
      const border = range.format.borders.getItem('EdgeBottom').load('style')
      const mixed = sheet.getRange('A1:B1').format.font.load('bold')
      await context.sync()
      const { fill, font } = range.format
      return {
        fill: fill.color,
        bold: font.bold,
        color: font.color,
        border: border.style,
        format: range.numberFormat,
        mixed: mixed.bold,
      }
    }),
  },
  {
    name: 'conditional formats: the newest has priority, and each is found again',
    source: guide('excel-add-ins-conditional-formatting'),
    needs: '1.6',
    expected: {
      types: ['CellValue', 'Custom'],
      formula: '=$A1>5',
      fill: '#FF0000',
      left: 1,
      ranges: 'A1:C9',
    },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C9')
      const custom = range.conditionalFormats.add('Custom')
      custom.custom.rule.formula = '=$A1>5'
      custom.custom.format.fill.color = '#FF0000'
      const cellValue = range.conditionalFormats.add('CellValue')
      cellValue.cellValue.rule = { formula1: '0', operator: 'LessThan' }
      cellValue.cellValue.format.font.color = 'red'
      const list = range.conditionalFormats.load('items/type, items/id')
      custom.custom.rule.load('formula')
      custom.custom.format.fill.load('color')
      const at = custom.getRange().load('address')
      await context.sync()
      const read = {
        types: list.items.map(({ type }) => type),
        formula: custom.custom.rule.formula,
        fill: custom.custom.format.fill.color,
        ranges: at.address.slice(at.address.lastIndexOf('!') + 1),
      }
      cellValue.delete()
      const count = range.conditionalFormats.getCount()
      await context.sync()
      return { ...read, left: count.value }
    }),
  },
  {
    name: 'a conditional format moves and grows with its rows',
    source: guide('excel-add-ins-conditional-formatting'),
    needs: '1.6',
    expected: { range: 'A3:C12', formula: '=$A3="严重"' },
    run: onSheet(async (sheet, context) => {
      const format = sheet.getRange('A2:C10').conditionalFormats.add('Custom')
      format.custom.rule.formula = '=$A2="严重"'
      sheet.getRange('1:1').insert('Down')
      sheet.getRange('5:5').insert('Down')
      const range = format.getRange().load('address')
      format.custom.rule.load('formula')
      await context.sync()
      return {
        range: range.address.slice(range.address.lastIndexOf('!') + 1),
        formula: format.custom.rule.formula,
      }
    }),
  },
  {
    name: 'tables: range, header, body, columns, overlap refused',
    source: guide('excel-add-ins-tables'),
    needs: '1.1',
    expected: {
      body: [
        ['甲', 1],
        ['乙', 2],
      ],
      columns: ['名称', '余额'],
      code: 'InvalidArgument',
      found: true,
    },
    run: onSheet(async (sheet, context) => {
      sheet.getRange('A1:B3').values = [
        ['名称', '余额'],
        ['甲', 1],
        ['乙', 2],
      ]
      const table = sheet.tables.add('A1:B3', true)
      const body = table.getDataBodyRange().load('values')
      const columns = table.columns.load('items/name')
      table.load('name')
      await context.sync()
      const again = context.workbook.tables.getItemOrNullObject(table.name).load('isNullObject')
      await context.sync()
      const code = await codeOf(async () => {
        sheet.tables.add('B2:D5', true)
        await context.sync()
      })
      return {
        body: body.values,
        columns: columns.items.map(({ name }) => name),
        code,
        found: !again.isNullObject,
      }
    }),
  },
  {
    name: 'a filter hides rows and can be taken off',
    source: reference('autofilter'),
    needs: '1.9',
    expected: { filtered: [['等级'], ['严重'], ['严重']], all: 4, enabled: true, isFiltered: true },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A4')
      range.values = [['等级'], ['严重'], ['关注'], ['严重']]
      sheet.autoFilter.apply(range, 0, { filterOn: 'Values', values: ['严重'] })
      const view = range.getVisibleView().load('values')
      const filter = sheet.autoFilter.load('enabled, isDataFiltered')
      await context.sync()
      const read = { filtered: view.values, enabled: filter.enabled, isFiltered: filter.isDataFiltered }
      sheet.autoFilter.clearCriteria()
      const all = range.getVisibleView().load('rowCount')
      await context.sync()
      return { ...read, all: all.rowCount }
    }),
  },
  {
    name: 'comments: one per cell, found by cell, moved with it',
    source: guide('excel-add-ins-comments'),
    needs: '1.10',
    expected: { content: '核对', at: 'B3', count: 1, twice: 'ItemAlreadyExists', none: 'ItemNotFound' },
    run: onSheet(async (sheet, context) => {
      const comment = sheet.comments.add('B2', '核对')
      await context.sync()
      const twice = await codeOf(async () => {
        sheet.comments.add('B2', '再核对')
        await context.sync()
      })
      sheet.getRange('1:1').insert('Down')
      const at = comment.getLocation().load('address')
      comment.load('content')
      const count = sheet.comments.getCount()
      await context.sync()
      const none = await codeOf(async () => {
        context.workbook.comments.getItemByCell(at.address.replace('B3', 'D9')).load('id')
        await context.sync()
      })
      return { content: comment.content, at: at.address.slice(-2), count: count.value, twice, none }
    }),
  },
  {
    name: 'charts: made, titled, placed, found, deleted',
    source: guide('excel-add-ins-charts'),
    needs: '1.4',
    expected: { title: '按等级', type: 'ColumnClustered', left: 0, width: 144, series: ['户数'], none: true },
    run: onSheet(async (sheet, context) => {
      sheet.getRange('A1:B3').values = [
        ['等级', '户数'],
        ['严重', 3],
        ['关注', 5],
      ]
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns')
      chart.title.text = '按等级'
      chart.name = '等级图'
      sheet.getRange('A:C').format.columnWidth = 48
      chart.setPosition('A5', 'C10')
      chart.load('chartType, left, width, title/text')
      const series = chart.series.load('items/name')
      await context.sync()
      const read = {
        title: chart.title.text,
        type: chart.chartType,
        left: Math.round(chart.left),
        width: Math.round(chart.width),
        series: series.items.map(({ name }) => name),
      }
      chart.delete()
      const none = sheet.charts.getItemOrNullObject('等级图').load('isNullObject')
      await context.sync()
      return { ...read, none: none.isNullObject }
    }),
  },
  {
    name: 'data validation is set, read and cleared',
    source: guide('excel-add-ins-data-validation'),
    needs: '1.8',
    expected: { type: 'List', source: '正常,关注', after: 'None' },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2:B9')
      range.dataValidation.rule = { list: { inCellDropDown: true, source: '正常,关注' } }
      const held = range.dataValidation.load('type, rule')
      await context.sync()
      const read = { type: held.type, source: held.rule.list?.source }
      range.dataValidation.clear()
      held.load('type')
      await context.sync()
      return { ...read, after: held.type }
    }),
  },
  {
    name: 'frozen panes',
    source: reference('worksheetfreezepanes'),
    needs: '1.7',
    expected: { rows: 3, none: true },
    run: onSheet(async (sheet, context) => {
      sheet.freezePanes.freezeRows(3)
      const location = sheet.freezePanes.getLocationOrNullObject().load('rowCount')
      await context.sync()
      const { rowCount } = location
      sheet.freezePanes.unfreeze()
      const none = sheet.freezePanes.getLocationOrNullObject().load('isNullObject')
      await context.sync()
      return { rows: rowCount, none: none.isNullObject }
    }),
  },
]
