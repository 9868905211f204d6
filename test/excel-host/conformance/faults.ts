/// <reference types="office-js" />
import { type Scenario, codeOf, guide, onSheet } from './scenario.ts'

const MODEL = 'https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model'
const ERRORS =
  'https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling'

export const faults: readonly Scenario[] = [
  {
    name: 'a property that was not loaded cannot be read',
    source: MODEL,
    needs: '1.1',
    expected: 'PropertyNotLoaded',
    run: onSheet((sheet, context) =>
      codeOf(async () => {
        const range = sheet.getRange('A1')
        await context.sync()
        return range.values
      }),
    ),
  },
  {
    name: 'a sheet that is not there, demanded and asked for',
    source: MODEL,
    needs: '1.4',
    expected: { demanded: 'ItemNotFound', asked: true },
    run: () =>
      Excel.run(async (context) => {
        const none = context.workbook.worksheets.getItemOrNullObject('没有').load('isNullObject')
        await context.sync()
        const demanded = await codeOf(() =>
          Excel.run(async (other) => {
            other.workbook.worksheets.getItem('没有').load('name')
            await other.sync()
          }),
        )
        return { demanded, asked: none.isNullObject }
      }),
  },
  {
    name: 'what came before a failing call stays done',
    source: ERRORS,
    needs: '1.1',
    expected: { code: 'InvalidArgument', kept: [['在前']] },
    run: onSheet(async (sheet, context) => {
      const code = await codeOf(async () => {
        sheet.getRange('A1').values = [['在前']]
        sheet.getRange('A2:A3').values = [['不够']]
        sheet.getRange('A4').values = [['在后']]
        await context.sync()
      })
      const kept = sheet.getRange('A1').load('values')
      await context.sync()
      return { code, kept: kept.values }
    }),
  },
  {
    name: 'an address that is none',
    source: ERRORS,
    needs: '1.1',
    expected: 'InvalidArgument',
    run: onSheet((sheet, context) =>
      codeOf(async () => {
        sheet.getRange('没有这里').load('address')
        await context.sync()
      }),
    ),
  },
  {
    name: 'a range ends with its run',
    source: MODEL,
    needs: '1.1',
    expected: 'InvalidObjectPath',
    run: () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1')
        range.load('values')
        await context.sync()
        return range
      }).then((range) =>
        codeOf(async () => {
          range.load('values')
          await range.context.sync()
        }),
      ),
  },
  {
    name: 'a large array is written and read whole',
    source: guide('performance'),
    needs: '1.1',
    expected: { rows: 2000, columns: 40, last: 80_000 },
    run: onSheet(async (sheet, context) => {
      const values = Array.from({ length: 2000 }, (_, r) =>
        Array.from({ length: 40 }, (_unused, c) => r * 40 + c + 1),
      )
      const range = sheet.getRangeByIndexes(0, 0, 2000, 40)
      range.values = values
      range.load('values')
      await context.sync()
      return {
        rows: range.values.length,
        columns: range.values[0]?.length,
        last: range.values[1999]?.[39] as unknown,
      }
    }),
  },
]
