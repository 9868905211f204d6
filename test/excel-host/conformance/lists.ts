/// <reference types="office-js" />
import { type Scenario, guide, onSheet, reference } from './scenario.ts'

/** What our columns beside a list rely on. */
export const lists: readonly Scenario[] = [
  {
    name: 'sorting a table moves its own rows and nothing beside it',
    source: guide('excel-add-ins-tables#sort-data-in-a-table'),
    needs: '1.2',
    expected: { table: ['c', 'b', 'a'], beside: [1, 2, 3] },
    run: onSheet(async (sheet, context) => {
      sheet.getRange('A1:B4').values = [
        ['名', '数'],
        ['a', 10],
        ['b', 20],
        ['c', 30],
      ]
      sheet.getRange('D2:D4').values = [[1], [2], [3]]
      const table = sheet.tables.add('A1:B4', true)
      await context.sync()
      table.sort.apply([{ key: 1, ascending: false }])
      const own = sheet.getRange('A2:A4').load('values')
      const beside = sheet.getRange('D2:D4').load('values')
      await context.sync()
      return { table: own.values.flat(), beside: beside.values.flat() }
    }),
  },
  {
    name: 'clearing contents leaves looks and conditional formats',
    source: reference('clearapplyto'),
    needs: '1.6',
    expected: { values: [['']], fill: '#FFFF00', formats: 1 },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2')
      range.values = [['x']]
      range.format.fill.color = '#FFFF00'
      range.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = '=$B$2="x"'
      await context.sync()
      range.clear(Excel.ClearApplyTo.contents)
      range.load('values')
      range.format.fill.load('color')
      const formats = range.conditionalFormats.load('items/id')
      await context.sync()
      return { values: range.values, fill: range.format.fill.color, formats: formats.items.length }
    }),
  },
]
