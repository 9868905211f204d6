import { textAt } from '@postloan/core/table'
import {
  type AnnotationPlan,
  annotateWorkbook,
  clearWorkbook,
  openWorkbook,
  readOwnCells,
  writeAnnotationWorkbook,
} from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { describe, expect, test } from 'vitest'

import { FREE_COLUMN, HEADER_ROWS, LEDGER, LOANS } from './fixture/richParts.ts'
import { richWorkbook } from './fixture/richWorkbook.ts'
import { changedParts, newSdkErrors, partText, sdkErrors, withParts } from './packages.ts'
import { samplePlan } from './samplePlan.ts'
import { COLUMNS, HEADER_ROW, LAST_ROW, SHEET, writers } from './writers.ts'

const codec = nodeCodec()
const PART = 'xl/worksheets/sheet1.xml'
const plan = samplePlan(SHEET, [HEADER_ROW, HEADER_ROW], [HEADER_ROW + 1, LAST_ROW], COLUMNS)

async function ledger(): Promise<Uint8Array> {
  const writer = writers.find(({ name }) => name === 'hucre')
  if (!writer) throw new Error('no writer')
  return writer.write()
}

async function annotated(bytes: Uint8Array, with_: AnnotationPlan = plan) {
  const result = await annotateWorkbook(bytes, with_, codec)
  if (!result.ok) throw new Error(result.error.message)
  return result
}

async function cleared(bytes: Uint8Array) {
  const result = await clearWorkbook(bytes, codec, { keepEdited: false })
  if (!result.ok) throw new Error(result.error.message)
  return result.bytes
}

/** The level in a row of the annotated ledger. */
async function levelIn(bytes: Uint8Array, row: number, column = COLUMNS): Promise<string | null> {
  const opened = await openWorkbook(bytes, 'x.xlsx', codec)
  if (!opened.ok) throw new Error(opened.error.message)
  const sheet = opened.workbook.sheets[0]
  return sheet ? textAt(sheet, row - 1, column) : null
}

/** The ledger with its sheet written another way. */
const change = (edit: (xml: string) => string) => async () =>
  withParts(await ledger(), {
    [PART]: (xml) => {
      const edited = edit(xml)
      if (edited === xml) throw new Error('the sheet is not written as this test expects')
      return edited
    },
  })
const prefixed = (xml: string) =>
  xml
    .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
    .replace(
      'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
      'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
    )

/** Ways in which sheets are written; each must take annotations without a new fault and give them back to the byte. */
const sheets: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'with a prefix on every element': change(prefixed),
  'without cell names': change((xml) => xml.replace(/<c r="[A-Z]+\d+"/g, '<c')),
  'without row numbers and cell names': change((xml) => xml.replace(/<(c|row) r="\w+"/g, '<$1')),
  'with the rows in no order': change((xml) =>
    xml.replace(
      /<sheetData>(.*)<\/sheetData>/s,
      (_all, rows: string) =>
        `<sheetData>${(rows.match(/<row.*?<\/row>/gs) ?? []).toReversed().join('')}</sheetData>`,
    ),
  ),
  'with an annotated row missing': change((xml) => xml.replace(/<row r="5".*?<\/row>/s, '')),
  'with an annotated row empty': change((xml) => xml.replace(/<row r="5".*?<\/row>/s, '<row r="5"/>')),
  'with spans': change((xml) =>
    xml.replace(
      /<row r="(\d+)"/g,
      (_all, row: string) => `<row r="${row}" spans="1:${Number(row) > 6 ? 5 : 9}"`,
    ),
  ),
  'with no dimension and no column widths': change((xml) =>
    xml.replace(/<dimension[^>]*>/, '').replace(/<cols>.*?<\/cols>/s, ''),
  ),
  'with column widths to the edge': change((xml) =>
    xml
      .replace(/<cols>.*?<\/cols>/s, '')
      .replace(
        '<sheetData>',
        '<cols><col min="1" max="16384" width="10" style="0" hidden="1"/></cols><sheetData>',
      ),
  ),
  'with a later format inside AlternateContent': change((xml) =>
    xml.replace(
      '</worksheet>',
      '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:x99="urn:x99" Requires="x99"><x99:controls/></mc:Choice></mc:AlternateContent></worksheet>',
    ),
  ),
  'in single quotes': change((xml) => xml.replace(/ (r|s|t|spans)="([^"]*)"/g, " $1='$2'")),
}

describe.each(Object.entries(sheets))('a sheet %s', (_name, make) => {
  test('takes annotations and gives them back', async () => {
    const before = await make()
    const { bytes } = await annotated(before)
    expect(await newSdkErrors(before, bytes)).toEqual([])
    expect(await levelIn(bytes, 5)).toMatch(/^[◆▲●■？]/)
    expect(changedParts(before, await cleared(bytes))).toEqual([])
  })
})

const wide = (text: string) =>
  new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (c) => c.charCodeAt(0)).buffer)

describe('a sheet that is made plain first', () => {
  test.each([
    [
      'comments among the rows',
      async () =>
        withParts(await ledger(), {
          [PART]: (xml) => xml.replace('<row r="4"', '<!-- </row> --><row r="4"'),
        }),
    ],
    [
      'CDATA in a cell',
      async () =>
        withParts(await ledger(), {
          [PART]: (xml) =>
            xml.replace(
              '<row r="4"',
              '<row r="3000"><c r="A3000" t="inlineStr"><is><t><![CDATA[<row></row>]]></t></is></c></row><row r="4"',
            ),
        }),
    ],
    [
      'UTF-16',
      async () =>
        withParts(await ledger(), {
          [PART]: wide((await partText(await ledger(), PART)).replace('UTF-8', 'UTF-16')),
        }),
    ],
  ])('%s: annotated and cleared with the same cells', async (_name, make) => {
    const before = await make()
    const { bytes } = await annotated(before)
    expect(await levelIn(bytes, 5)).toMatch(/^[◆▲●■？]/)
    expect(await newSdkErrors(before, bytes)).toEqual([])
    expect(await levelIn(await cleared(bytes), 5)).toBeNull()
    expect(await levelIn(await cleared(bytes), 5, 0)).toBe('JK-2026-1003')
  })
})

/** The last cell of a row, with the row's end. */
const cell = (name: string) => `<c r="${name}" t="inlineStr"><is><t>字典</t></is></c></row>`

describe('what stands right of the table', () => {
  test.each([
    [
      'a dictionary beside it',
      (xml: string) => xml.replace(/(<row r="4".*?)<\/row>/s, `$1${cell('H4')}`),
      'I:O',
    ],
    [
      'a remark below it',
      (xml: string) => xml.replace('</sheetData>', `<row r="90">${cell('K90')}</sheetData>`),
      'L:R',
    ],
    [
      'a wide merged note below it',
      (xml: string) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><mergeCells count="1"><mergeCell ref="A80:M80"/></mergeCells>',
        ),
      'N:T',
    ],
    ['a word far out', (xml: string) => xml.replace(/(<row r="4".*?)<\/row>/s, `$1${cell('BZZ4')}`), 'F:L'],
    [
      'a word in the last column',
      (xml: string) => xml.replace(/(<row r="4".*?)<\/row>/s, `$1${cell('XFD4')}`),
      'F:L',
    ],
    [
      'a word with too little room before it',
      (xml: string) => xml.replace(/(<row r="4".*?)<\/row>/s, `$1${cell('K4')}`),
      'L:R',
    ],
    [
      'a wide title above it',
      (xml: string) => xml.replace(/(<row r="1".*?)<\/row>/s, `$1${cell('Z1')}`),
      'F:L',
    ],
  ])('%s: our columns stand clear of it', async (_name, edit, columns) => {
    const before = await change(edit)()
    const { bytes, report } = await annotated(before)
    expect(report.columns).toEqual({ [SHEET]: columns })
    expect(report.notes.map((note) => note.code)).toEqual(columns === 'F:L' ? [] : ['movedRight'])
    expect(changedParts(before, (await annotated(bytes)).bytes)).toEqual(changedParts(before, bytes))
    expect(changedParts(before, await cleared(bytes))).toEqual([])
  })

  test('a sheet filled to the last column has no room, and is left alone', async () => {
    const before = await change((xml) =>
      xml.replace(
        '</sheetData>',
        '</sheetData><mergeCells count="1"><mergeCell ref="F4:XFD4"/></mergeCells>',
      ),
    )()
    expect(await annotateWorkbook(before, plan, codec)).toMatchObject({
      ok: false,
      error: { code: 'noRoom' },
    })
  })
})

describe('a workbook', () => {
  test('without styles gets some, and loses them again', async () => {
    const before = await withParts(await ledger(), {
      'xl/styles.xml': null,
      '[Content_Types].xml': (xml) => xml.replace(/<Override[^>]*styles\.xml[^>]*>/, ''),
      'xl/_rels/workbook.xml.rels': (xml) => xml.replace(/<Relationship [^>]*styles\.xml[^>]*>/, ''),
      [PART]: (xml) => xml.replace(/ s="\d+"/g, ''),
    })
    const { bytes } = await annotated(before)
    expect(await newSdkErrors(before, bytes)).toEqual([])
    expect(changedParts(before, await cleared(bytes))).toEqual([])
  })

  test('whose structure is locked gets columns but no sheets', async () => {
    const before = await withParts(await ledger(), {
      'xl/workbook.xml': (xml) =>
        xml.replace(/<(bookViews|sheets)>/, '<workbookProtection lockStructure="1"/><$1>'),
    })
    const { bytes, report } = await annotated(before)
    expect(report.sheetsAdded).toEqual([])
    expect(report.notes.map((note) => note.code)).toEqual(['structureLocked'])
    expect(changedParts(before, await cleared(bytes))).toEqual([])
  })

  test('whose officer put a sheet behind ours keeps that sheet and its print area', async () => {
    const { bytes } = await annotated(
      await richWorkbook(false),
      samplePlan(LEDGER, HEADER_ROWS, LOANS, FREE_COLUMN),
    )
    // Our sheets to the front, as dragging them does; every index in the workbook follows.
    const moved = await withParts(bytes, {
      'xl/workbook.xml': (xml) => {
        const ours = xml.match(/<sheet name="贷后·.*?\/>/g) ?? []
        const others = xml.replace(/<sheet name="贷后·.*?\/>/g, '')
        return others
          .replace('<sheets>', `<sheets>${ours.join('')}`)
          .replace(
            /localSheetId="(\d)"/g,
            (_all, index: string) => `localSheetId="${(Number(index) + 2) % 7}"`,
          )
          .replace('activeTab="1"', 'activeTab="3"')
      },
    })
    const after = await cleared(moved)
    const xml = await partText(after, 'xl/workbook.xml')
    expect(xml).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="1">')
    expect(xml).toContain('activeTab="1"')
    expect(xml).not.toContain('贷后·')
    expect([...(await sdkErrors(after))]).toEqual([])
  })

  test.each([
    ['signed', { '_xmlsignatures/origin.sigs': 'x' }],
    [
      'strictFormat',
      {
        'xl/workbook.xml': (xml: string) =>
          xml.replace(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          ),
      },
    ],
    [
      'forbiddenMarkup',
      { 'xl/workbook.xml': (xml: string) => xml.replace(/<workbook/, '<!DOCTYPE x><workbook') },
    ],
    [
      'binaryFormat',
      {
        '[Content_Types].xml': (xml: string) =>
          xml.replace('spreadsheetml.sheet.main+xml', 'sheet.binary.macroEnabled.main'),
      },
    ],
    ['corruptPart', { [PART]: '<worksheet><sheetData><row r="1">' }],
  ])('that must not be saved again is refused: %s', async (code, parts) => {
    const before = await withParts(await ledger(), parts)
    expect(await annotateWorkbook(before, plan, codec)).toMatchObject({ ok: false, error: { code } })
  })

  test.each([
    ['empty', new Uint8Array()],
    ['legacyFormat', new TextEncoder().encode('借据号,客户名称\n1,2')],
    [
      'legacyFormat',
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Array.from({ length: 600 }, () => 0),
      ]),
    ],
  ])('that is none of this format is refused: %s', async (code, bytes) => {
    expect(await annotateWorkbook(bytes, plan, codec)).toMatchObject({ ok: false, error: { code } })
    expect(await clearWorkbook(bytes, codec, { keepEdited: false })).toMatchObject({
      ok: false,
      error: { code },
    })
  })

  test('without the sheet that was checked is refused', async () => {
    const other = samplePlan('没有这张表', [2, 2], [3, 5], 5)
    expect(await annotateWorkbook(await ledger(), other, codec)).toMatchObject({
      ok: false,
      error: { code: 'sheetMissing' },
    })
  })

  test('without annotations comes back as it went in', async () => {
    const before = await ledger()
    const result = await clearWorkbook(before, codec, { keepEdited: false })
    expect(result).toMatchObject({ ok: true, report: { notes: [{ code: 'nothingToClear' }] } })
    expect(result.ok && result.bytes).toBe(before)
  })
})

test('annotations in a workbook of their own are valid and say the same', async () => {
  const bytes = await writeAnnotationWorkbook(plan, codec)
  expect([...(await sdkErrors(bytes))]).toEqual([])
  const opened = await openWorkbook(bytes, 'x.xlsx', codec)
  if (!opened.ok) throw new Error(opened.error.message)
  expect(opened.workbook.sheets.map((sheet) => sheet.name)).toEqual([
    '贷后·检查结果',
    '贷后·发现清单',
    `标注-${SHEET}`,
  ])
  const rows = opened.workbook.sheets[2]
  expect(rows && [textAt(rows, 3, 1), textAt(rows, 3, 3), textAt(rows, 3, 6)]).toEqual([
    'JK-3',
    '▲ 警示',
    '至少归为关注类',
  ])
  expect(readOwnCells(opened.workbook)).toEqual([])
})
