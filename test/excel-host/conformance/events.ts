/// <reference types="office-js" />
import { type Scenario, guide, onSheet } from './scenario.ts'

/** Lets what is under way arrive. */
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 60))

export const events: readonly Scenario[] = [
  {
    name: 'a changed cell is told with its address and both values',
    source: guide('excel-add-ins-events'),
    needs: '1.9',
    expected: [{ address: 'B2', type: 'RangeEdited', source: 'Local', before: 1, after: 2 }],
    run: onSheet(async (sheet, context) => {
      sheet.getRange('B2').values = [[1]]
      await context.sync()
      const heard: unknown[] = []
      const handler = sheet.onChanged.add(async ({ address, changeType, source, details }) => {
        heard.push({
          address,
          type: changeType,
          source,
          before: details?.valueBefore,
          after: details?.valueAfter,
        })
      })
      await context.sync()
      sheet.getRange('B2').values = [[2]]
      await context.sync()
      await settle()
      handler.remove()
      await context.sync()
      return heard
    }),
  },
  {
    name: 'rows that come and go are told as such',
    source: guide('excel-add-ins-events'),
    needs: '1.7',
    expected: [
      ['RowInserted', '2:3'],
      ['RowDeleted', '2:2'],
    ],
    run: onSheet(async (sheet, context) => {
      const heard: unknown[] = []
      const handler = sheet.onChanged.add(async ({ address, changeType }) => {
        heard.push([changeType, address])
      })
      await context.sync()
      sheet.getRange('2:3').insert('Down')
      await context.sync()
      await settle()
      sheet.getRange('2:2').delete('Up')
      await context.sync()
      await settle()
      handler.remove()
      await context.sync()
      return heard
    }),
  },
  {
    name: 'with events switched off nothing is told',
    source: guide('excel-add-ins-events'),
    needs: '1.8',
    expected: 0,
    run: onSheet(async (sheet, context) => {
      let heard = 0
      const handler = sheet.onChanged.add(async () => {
        heard++
      })
      context.runtime.enableEvents = false
      await context.sync()
      sheet.getRange('A1').values = [[1]]
      await context.sync()
      await settle()
      context.runtime.enableEvents = true
      handler.remove()
      await context.sync()
      return heard
    }),
  },
  {
    name: 'the range of a change can be asked for, and a removed handler hears nothing',
    source: guide('excel-add-ins-events'),
    needs: '1.8',
    expected: { value: [[9]], calls: 1 },
    run: onSheet(async (sheet, context) => {
      let calls = 0
      let value: unknown = null
      const handler = sheet.onChanged.add(async (event) => {
        calls++
        await Excel.run(async (other) => {
          const range = event.getRange(other).load('values')
          await other.sync()
          value = range.values
        })
      })
      await context.sync()
      sheet.getRange('C3').values = [[9]]
      await context.sync()
      await settle()
      handler.remove()
      await context.sync()
      sheet.getRange('C3').values = [[10]]
      await context.sync()
      await settle()
      return { value, calls }
    }),
  },
  {
    name: 'selection, sorting and activation are told',
    source: guide('excel-add-ins-events'),
    needs: '1.10',
    expected: ['selection D4', 'sorted A1:A2', 'activated'],
    run: onSheet(async (sheet, context) => {
      const heard: string[] = []
      sheet.getRange('A1:A2').values = [[2], [1]]
      const other = context.workbook.worksheets.add()
      const handlers = [
        sheet.onSelectionChanged.add(async ({ address }) => void heard.push(`selection ${address}`)),
        sheet.onRowSorted.add(async ({ address }) => void heard.push(`sorted ${address}`)),
        sheet.onActivated.add(async () => void heard.push('activated')),
      ]
      await context.sync()
      sheet.getRange('D4').select()
      await context.sync()
      await settle()
      sheet.getRange('A1:A2').sort.apply([{ key: 0, ascending: true }])
      await context.sync()
      await settle()
      other.activate()
      await context.sync()
      sheet.activate()
      await context.sync()
      await settle()
      for (const handler of handlers) handler.remove()
      other.delete()
      await context.sync()
      return heard
    }),
  },
]
