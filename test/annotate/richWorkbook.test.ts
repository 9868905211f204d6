import {
  annotateWorkbook,
  clearWorkbook,
  openWorkbook,
  ownColumns,
  readOwnCells,
} from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { describe, expect, test } from 'vitest'

import { FREE_COLUMN, HEADER_ROWS, LEDGER, LOANS } from './fixture/richParts.ts'
import { richWorkbook } from './fixture/richWorkbook.ts'
import { changedParts, newSdkErrors, partText, repackedParts, sdkErrors, withParts } from './packages.ts'
import { samplePlan } from './samplePlan.ts'

const codec = nodeCodec()
const plan = samplePlan(LEDGER, HEADER_ROWS, LOANS, FREE_COLUMN)
const SHEET = 'xl/worksheets/sheet2.xml'

/** The chart on our overview: parts of its own, the workbook's two charts are not among them. */
const CHART = ['xl/charts/chart3.xml', 'xl/drawings/_rels/drawing4.xml.rels', 'xl/drawings/drawing4.xml']

/** What an annotation may change; everything else keeps its bytes. */
const TOUCHED = [
  '[Content_Types].xml',
  'customXml/_rels/item2.xml.rels',
  'customXml/item2.xml',
  'customXml/itemProps2.xml',
  'xl/_rels/workbook.xml.rels',
  ...CHART,
  'xl/styles.xml',
  'xl/workbook.xml',
  'xl/worksheets/_rels/sheet5.xml.rels',
  SHEET,
  'xl/worksheets/sheet5.xml',
  'xl/worksheets/sheet6.xml',
]

async function annotated(bytes: Uint8Array) {
  const result = await annotateWorkbook(bytes, plan, codec)
  if (!result.ok) throw new Error(result.error.message)
  return result
}

async function cleared(bytes: Uint8Array, keepEdited = false) {
  const result = await clearWorkbook(bytes, codec, { keepEdited })
  if (!result.ok) throw new Error(result.error.message)
  return result
}

async function ownCells(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes, 'x.xlsx', codec)
  if (!opened.ok) throw new Error(opened.error.message)
  return readOwnCells(opened.workbook)
}

describe.each([
  ['with a macro', true, 'xlsm'],
  ['without', false, 'xlsx'],
])('a workbook with everything in it, %s', (_name, macro, extension) => {
  test('is valid to begin with', async () => {
    expect([...(await sdkErrors(await richWorkbook(macro), extension))]).toEqual([])
  })

  test('keeps every other part as its deflated bytes, and stays valid', async () => {
    const before = await richWorkbook(macro)
    const { bytes, report } = await annotated(before)
    expect(changedParts(before, bytes)).toEqual(TOUCHED)
    expect(repackedParts(before, bytes)).toEqual(
      TOUCHED.filter((name) => !/item|sheet[56]/.test(name) && !CHART.includes(name)),
    )
    expect(await newSdkErrors(before, bytes, extension)).toEqual([])
    expect(report.columns).toEqual({ [LEDGER]: 'J:P' })
    expect(report.rows).toBe(15)
    expect(report.notes.map((note) => note.code)).toEqual(['sheetProtected'])
  })

  test('cleared, is the file it was, part for part', async () => {
    const before = await richWorkbook(macro)
    const { bytes } = await cleared((await annotated(before)).bytes)
    expect(changedParts(before, bytes)).toEqual([])
  })

  test('annotated twice, is as annotated once', async () => {
    const once = (await annotated(await richWorkbook(macro))).bytes
    expect(changedParts(once, (await annotated(once)).bytes)).toEqual([])
  })
})

const inline = (text: string) => `t="inlineStr"><is><t>${text}</t></is></c>`

/** What an officer did: another person responsible in row 4, a remark in row 5 that has no finding, a deadline moved. */
async function edited(bytes: Uint8Array): Promise<Uint8Array> {
  return withParts(bytes, {
    [SHEET]: (xml) =>
      xml
        .replace(/(<c r="O4" s="\d+" )t="inlineStr".*?<\/c>/, `$1${inline('何建军')}`)
        .replace(/<c r="N6" s="(\d+)"><v>\d+<\/v><\/c>/, '<c r="N6" s="$1"><v>46350</v></c>')
        .replace(/(<row r="5".*?)<\/row>/, `$1<c r="M5" ${inline('已约客户下周面谈')}</row>`),
  })
}

const EDITED = [
  { sheet: LEDGER, row: 4, column: 'owner', text: '何建军' },
  { sheet: LEDGER, row: 5, column: 'remedy', text: '已约客户下周面谈' },
  { sheet: LEDGER, row: 6, column: 'deadline', text: '2026-11-24' },
]

describe('what an officer wrote into our columns', () => {
  test('is told from what we wrote', async () => {
    const { bytes } = await annotated(await richWorkbook(false))
    expect(await ownCells(bytes)).toEqual([])
    expect(await ownCells(await edited(bytes))).toEqual(EDITED)
  })

  test('is told as well after the rows were sorted with our columns', async () => {
    const { bytes } = await annotated(await richWorkbook(false))
    const sorted = await withParts(await edited(bytes), {
      [SHEET]: (xml) => {
        const rows = [4, 6].map((row) => new RegExp(`<c r="J${row}".*?(?=</row>)`).exec(xml)?.[0] ?? '')
        const moved = rows.map((cells, i) => cells.replace(/r="([J-P])[46]"/g, `r="$1${i === 0 ? 6 : 4}"`))
        return xml
          .replace(rows[0] ?? '', 'FIRST')
          .replace(rows[1] ?? '', moved[0] ?? '')
          .replace('FIRST', moved[1] ?? '')
      },
    })
    expect(await ownCells(sorted)).toEqual([
      { sheet: LEDGER, row: 4, column: 'deadline', text: '2026-11-24' },
      { sheet: LEDGER, row: 5, column: 'remedy', text: '已约客户下周面谈' },
      { sheet: LEDGER, row: 6, column: 'owner', text: '何建军' },
    ])
  })

  test('is kept by the next annotation, and by the one after it', async () => {
    let { bytes } = await annotated(await richWorkbook(false))
    bytes = await edited(bytes)
    for (let i = 0; i < 2; i++) {
      const again = await annotated(bytes)
      expect(again.report.kept).toEqual(EDITED)
      expect(await ownCells(again.bytes)).toEqual(EDITED)
      bytes = again.bytes
    }
    expect(await newSdkErrors(await richWorkbook(false), bytes)).toEqual([])
  })

  test('is dropped by clearing, and reported', async () => {
    const before = await richWorkbook(false)
    const { bytes, report } = await cleared(await edited((await annotated(before)).bytes))
    expect(report.dropped).toEqual(EDITED)
    expect(changedParts(before, bytes)).toEqual([])
  })

  test('stays on clearing where that is wanted, under its own headers', async () => {
    const before = await richWorkbook(false)
    const { bytes, report } = await cleared(await edited((await annotated(before)).bytes), true)
    expect(report.kept).toEqual(EDITED)
    expect(await ownCells(bytes)).toEqual(EDITED)
    const xml = await partText(bytes, SHEET)
    expect(xml).toContain(ownColumns.owner.title)
    expect(xml).not.toContain(ownColumns.level.title)
    expect(await newSdkErrors(before, bytes)).toEqual([])
  })
})
