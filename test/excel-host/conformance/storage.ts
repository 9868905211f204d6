/// <reference types="office-js" />
import { type Scenario, codeOf, guide, onSheet, reference } from './scenario.ts'

const NAMESPACE = 'https://example.org/conformance'

export const storage: readonly Scenario[] = [
  {
    name: 'sheets: added, named, hidden, ordered, refused',
    source: guide('excel-add-ins-worksheets'),
    needs: '1.1',
    expected: { visibility: 'Hidden', duplicate: 'ItemAlreadyExists', bad: 'InvalidArgument', missing: true },
    run: onSheet(async (sheet, context) => {
      sheet.name = '一致性甲'
      const other = context.workbook.worksheets.add('一致性乙')
      other.visibility = 'Hidden'
      other.load('visibility')
      const missing = context.workbook.worksheets.getItemOrNullObject('没有的表').load('isNullObject')
      await context.sync()
      const duplicate = await codeOf(async () => {
        context.workbook.worksheets.add('一致性甲')
        await context.sync()
      })
      const bad = await codeOf(async () => {
        context.workbook.worksheets.add('不行?')
        await context.sync()
      })
      const { visibility } = other
      other.delete()
      await context.sync()
      return { visibility, duplicate, bad, missing: missing.isNullObject }
    }),
  },
  {
    name: 'names refer to ranges and follow them',
    source: reference('nameditem'),
    needs: '1.4',
    expected: { formula: '=一致性丙!$A$2:$B$3', type: 'Range', gone: true },
    run: onSheet(async (sheet, context) => {
      sheet.name = '一致性丙'
      const item = context.workbook.names.add('贷后_一致性', sheet.getRange('A1:B2'))
      sheet.getRange('1:1').insert('Down')
      item.load('formula, type')
      await context.sync()
      const { formula, type } = item
      item.delete()
      const gone = context.workbook.names.getItemOrNullObject('贷后_一致性').load('isNullObject')
      await context.sync()
      return { formula: String(formula), type, gone: gone.isNullObject }
    }),
  },
  {
    name: 'settings are kept in the workbook',
    source: reference('settingcollection'),
    needs: '1.4',
    expected: { value: { a: [1, '二'] }, gone: true },
    run: () =>
      Excel.run(async (context) => {
        const { settings } = context.workbook
        settings.add('一致性', { a: [1, '二'] })
        const held = settings.getItem('一致性').load('value')
        await context.sync()
        const value = held.value as unknown
        settings.getItem('一致性').delete()
        const gone = settings.getItemOrNullObject('一致性').load('isNullObject')
        await context.sync()
        return { value, gone: gone.isNullObject }
      }),
  },
  {
    name: 'custom XML parts are found by namespace',
    source: reference('customxmlpart'),
    needs: '1.5',
    expected: { same: true, count: 1, changed: true, left: 0 },
    run: () =>
      Excel.run(async (context) => {
        const xml = `<record xmlns="${NAMESPACE}"><row n="1"/></record>`
        const part = context.workbook.customXmlParts.add(xml)
        const parts = context.workbook.customXmlParts.getByNamespace(NAMESPACE)
        const count = parts.getCount()
        const text = part.getXml()
        await context.sync()
        const read = { same: text.value === xml, count: count.value }
        part.setXml(xml.replace('"1"', '"2"'))
        const now = part.getXml()
        await context.sync()
        part.delete()
        const left = context.workbook.customXmlParts.getByNamespace(NAMESPACE).getCount()
        await context.sync()
        return { ...read, changed: now.value.includes('"2"'), left: left.value }
      }),
  },
  {
    name: 'a protected sheet refuses, save in unlocked cells',
    source: reference('worksheetprotection'),
    needs: '1.2',
    expected: { locked: 'AccessDenied', unlocked: 'none', rows: 'AccessDenied', isProtected: true },
    run: onSheet(async (sheet, context) => {
      sheet.getRange('B2').format.protection.locked = false
      sheet.protection.protect({ allowInsertRows: false })
      sheet.protection.load('protected')
      await context.sync()
      const isProtected = sheet.protection.protected
      const trying = (work: () => void): Promise<string> =>
        codeOf(async () => {
          work()
          await context.sync()
        })
      const locked = await trying(() => {
        sheet.getRange('A1').values = [['x']]
      })
      const unlocked = await trying(() => {
        sheet.getRange('B2').values = [['x']]
      })
      const rows = await trying(() => void sheet.getRange('1:1').insert('Down'))
      return { locked, unlocked, rows, isProtected }
    }),
  },
  {
    name: 'selection and active cell',
    source: guide('excel-add-ins-ranges-set-get-selected'),
    needs: '1.7',
    expected: { selected: 'C4:D5', active: 'C4' },
    run: onSheet(async (sheet, context) => {
      sheet.getRange('C4:D5').select()
      const selected = context.workbook.getSelectedRange().load('address')
      const active = context.workbook.getActiveCell().load('address')
      await context.sync()
      const plain = (address: string): string => address.slice(address.lastIndexOf('!') + 1)
      return { selected: plain(selected.address), active: plain(active.address) }
    }),
  },
  {
    name: 'calculation mode and suspended painting',
    source: guide('performance'),
    needs: '1.9',
    expected: 'Automatic',
    run: () =>
      Excel.run(async (context) => {
        const { application } = context.workbook
        application.suspendScreenUpdatingUntilNextSync()
        application.suspendApiCalculationUntilNextSync()
        application.load('calculationMode')
        await context.sync()
        return application.calculationMode
      }),
  },
  {
    name: 'a worksheet function without a cell: DATE tells the date system of the workbook',
    source: reference('functions#excel-excel-functions-date-member(1)'),
    needs: '1.2',
    expected: { new: 36_526, beyondTheMonth: 36_557, refused: true },
    run: () =>
      Excel.run(async (context) => {
        const { functions } = context.workbook
        const day = functions.date(2000, 1, 1).load('value,error')
        const beyond = functions.date(2000, 1, 32).load('value')
        const refused = functions.date(10_000, 1, 1).load('value,error')
        await context.sync()
        return { new: day.value, beyondTheMonth: beyond.value, refused: Boolean(refused.error) }
      }),
  },
]
