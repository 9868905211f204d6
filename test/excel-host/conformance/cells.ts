/// <reference types="office-js" />
import { type Scenario, codeOf, guide, onSheet, reference } from './scenario.ts'

export const cells: readonly Scenario[] = [
  {
    name: 'values are read back with their types',
    source: guide('excel-add-ins-ranges-set-get-values'),
    needs: '1.1',
    expected: {
      values: [[1.5, '文本', true, '#N/A', '']],
      types: [['Double', 'String', 'Boolean', 'Error', 'Empty']],
    },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:E1')
      range.values = [[1.5, '文本', true, '#N/A', '']]
      range.load('values, valueTypes')
      await context.sync()
      return { values: range.values, types: range.valueTypes }
    }),
  },
  {
    name: 'null in an array leaves a cell alone, an empty text clears it',
    source: guide('excel-add-ins-ranges-set-get-values'),
    needs: '1.1',
    expected: [['a', '', 'n']],
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C1')
      range.values = [['a', 'b', 'c']]
      range.values = [[null, '', 'n']]
      range.load('values')
      await context.sync()
      return range.values
    }),
  },
  {
    name: 'one value fills a range',
    source: guide('excel-add-ins-ranges-set-get-values'),
    needs: '1.1',
    expected: [
      [7, 7],
      [7, 7],
    ],
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2:C3')
      Object.assign(range, { values: 7 })
      range.load('values')
      await context.sync()
      return range.values
    }),
  },
  {
    name: 'an array of the wrong size is refused',
    source: guide('excel-add-ins-troubleshooting'),
    needs: '1.1',
    expected: 'InvalidArgument',
    run: onSheet((sheet, context) =>
      codeOf(async () => {
        sheet.getRange('A1:B2').values = [[1, 2]]
        await context.sync()
      }),
    ),
  },
  {
    name: 'formulas, values and text are three views of a cell',
    source: reference('range#excel-excel-range-formulas-member'),
    needs: '1.1',
    expected: { formulas: [[10, '=A1*2']], values: [[10, 20]], text: [['10.00', '20']] },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B1')
      range.formulas = [[10, '=A1*2']]
      sheet.getRange('A1').numberFormat = [['0.00']]
      range.load('formulas, values, text')
      await context.sync()
      return { formulas: range.formulas, values: range.values, text: range.text }
    }),
  },
  {
    name: 'text of digits becomes a number unless the cell is formatted as text',
    source: guide('excel-add-ins-ranges-set-get-values'),
    needs: '1.1',
    expected: [[123, '123', '0123']],
    run: onSheet(async (sheet, context) => {
      sheet.getRange('B1').numberFormat = [['@']]
      const range = sheet.getRange('A1:C1')
      range.values = [['123', '123', "'0123"]]
      range.load('values')
      await context.sync()
      return range.values
    }),
  },
  {
    name: 'the used range, with and without formatting',
    source: reference('worksheet#excel-excel-worksheet-getusedrange-member(1)'),
    needs: '1.4',
    expected: { all: 'A1:D5', values: 'B2', empty: true },
    run: onSheet(async (sheet, context) => {
      const none = sheet.getUsedRangeOrNullObject(true).load('isNullObject')
      await context.sync()
      const empty = none.isNullObject
      sheet.getRange('B2').values = [['x']]
      sheet.getRange('A1').format.fill.color = '#FF0000'
      sheet.getRange('D5').format.fill.color = '#FF0000'
      const all = sheet.getUsedRange().load('address')
      const values = sheet.getUsedRange(true).load('address')
      await context.sync()
      const plain = (address: string): string => address.slice(address.lastIndexOf('!') + 1)
      return { all: plain(all.address), values: plain(values.address), empty }
    }),
  },
  {
    name: 'values of whole columns load as null and cannot be written',
    source: guide('excel-add-ins-ranges-unbounded'),
    needs: '1.2',
    expected: { values: null, rows: 1_048_576, code: 'InvalidArgument' },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A:B').load('values, rowCount')
      await context.sync()
      const read = { values: range.values as unknown, rows: range.rowCount }
      const code = await codeOf(async () => {
        range.values = [[1]]
        await context.sync()
      })
      return { ...read, code }
    }),
  },
  {
    name: 'ranges are found from ranges',
    source: reference('range'),
    needs: '1.7',
    expected: ['C3', 'B2:D2', 'D2:D4', 'B2:F9', 'C3:D4', '2:4', 'B:D', 'D4', 'A1:D4'],
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2:D4')
      const found = [
        range.getCell(1, 1),
        range.getRow(0),
        range.getColumn(2),
        range.getResizedRange(5, 2),
        range.getIntersection('C3:Z99'),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getLastCell(),
        range.getBoundingRect('A1'),
      ]
      for (const one of found) one.load('address')
      await context.sync()
      return found.map(({ address }) => address.slice(address.lastIndexOf('!') + 1))
    }),
  },
  {
    name: 'no intersection is a null object, and an error when it is demanded',
    source: guide('excel-add-ins-ranges-get'),
    needs: '1.4',
    expected: { isNull: true, code: 'ItemNotFound' },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2')
      const none = range.getIntersectionOrNullObject('D4').load('isNullObject')
      await context.sync()
      const { isNullObject } = none
      const code = await codeOf(async () => {
        range.getIntersection('D4').load('address')
        await context.sync()
      })
      return { isNull: isNullObject, code }
    }),
  },
  {
    name: 'inserting moves cells down, deleting moves them up',
    source: guide('excel-add-ins-ranges-insert'),
    needs: '1.1',
    expected: { inserted: [[1], [''], [2], [3]], deleted: [[1], [3], [''], ['']], formula: '=A3' },
    run: onSheet(async (sheet, context) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]]
      sheet.getRange('B1').formulas = [['=A2']]
      sheet.getRange('A2').insert('Down')
      const after = sheet.getRange('A1:A4').load('values')
      const formula = sheet.getRange('B1').load('formulas')
      await context.sync()
      const inserted = after.values
      const written = formula.formulas[0]?.[0] as unknown
      sheet.getRange('A2:A3').delete('Up')
      const last = sheet.getRange('A1:A4').load('values')
      await context.sync()
      return { inserted, deleted: last.values, formula: written }
    }),
  },
  {
    name: 'clear takes contents or formats or both',
    source: guide('excel-add-ins-ranges-insert'),
    needs: '1.1',
    expected: { contents: ['', '#FF0000'], formats: [5, '#FFFFFF'] },
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B1')
      range.values = [[4, 5]]
      range.format.fill.color = '#FF0000'
      sheet.getRange('A1').clear('Contents')
      sheet.getRange('B1').clear('Formats')
      const [a, b] = ['A1', 'B1'].map((at) => sheet.getRange(at).load('values, format/fill/color'))
      await context.sync()
      return {
        contents: [a?.values[0]?.[0] as unknown, a?.format.fill.color],
        formats: [b?.values[0]?.[0] as unknown, b?.format.fill.color],
      }
    }),
  },
  {
    name: 'sorting a range by a key column',
    source: reference('rangesort'),
    needs: '1.2',
    expected: [
      ['c', 1],
      ['b', 2],
      ['a', 3],
    ],
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B3')
      range.values = [
        ['a', 3],
        ['b', 2],
        ['c', 1],
      ]
      range.sort.apply([{ key: 1, ascending: true }])
      range.load('values')
      await context.sync()
      return range.values
    }),
  },
  {
    name: 'hidden rows are known, and only the others are visible',
    source: reference('rangeview'),
    needs: '1.3',
    expected: { hidden: [true, false, null], visible: [[1], [4]] },
    run: onSheet(async (sheet, context) => {
      sheet.getRange('A1:A4').values = [[1], [2], [3], [4]]
      sheet.getRange('2:3').rowHidden = true
      const asked = ['A2:A3', 'A1', 'A1:A2'].map((at) => sheet.getRange(at).load('rowHidden'))
      const view = sheet.getRange('A1:A4').getVisibleView().load('values')
      await context.sync()
      return { hidden: asked.map(({ rowHidden }) => rowHidden), visible: view.values }
    }),
  },
  {
    name: 'special cells and merged areas',
    source: guide('excel-add-ins-ranges-special-cells'),
    needs: '1.13',
    expected: { constants: 'A1,B2', none: true, merged: 'D1:E2' },
    run: onSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').formulas = [
        [1, '=A1'],
        ['', 'x'],
      ]
      sheet.getRange('D1:E2').merge()
      const constants = sheet.getRange('A1:B2').getSpecialCells('Constants').load('address')
      const none = sheet.getRange('A1:A1').getSpecialCellsOrNullObject('Formulas').load('isNullObject')
      const merged = sheet.getRange('A1:F9').getMergedAreasOrNullObject().load('address')
      await context.sync()
      const plain = (address: string): string => address.replaceAll(/[^,!]*!/g, '')
      return { constants: plain(constants.address), none: none.isNullObject, merged: plain(merged.address) }
    }),
  },
  {
    name: 'a tracked range follows its cells',
    source: 'https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model',
    needs: '1.1',
    expected: 'A3',
    run: onSheet(async (sheet, context) => {
      const range = sheet.getRange('A2')
      context.trackedObjects.add(range)
      await context.sync()
      sheet.getRange('1:1').insert('Down')
      range.load('address')
      await context.sync()
      const { address } = range
      context.trackedObjects.remove(range)
      return address.slice(address.lastIndexOf('!') + 1)
    }),
  },
]
