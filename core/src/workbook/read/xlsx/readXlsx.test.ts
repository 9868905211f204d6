import * as fc from 'fast-check'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import type { Workbook } from '../../../table/index.ts'
import { nodeCodec } from '../../node/index.ts'
import type { Codec } from '../../zip/index.ts'
import { openWorkbook } from '../openWorkbook.ts'
import { type TestPackage, cellsOf, testPackage } from './testPackage.ts'

async function opened(bytes: Uint8Array, codec: Codec = nodeCodec()): Promise<Workbook> {
  const opening = await openWorkbook(bytes, '台账.xlsx', codec)
  if (!opening.ok) throw new Error(opening.error.message)
  return opening.workbook
}

async function cells(pieces: TestPackage): Promise<string[]> {
  return (await opened(testPackage(pieces))).sheets.flatMap(cellsOf)
}

const inSheet = (rows: string): TestPackage => ({ sheets: [`<sheetData>${rows}</sheetData>`] })
const inRow = (row: string): TestPackage => inSheet(`<row r="1">${row}</row>`)

const dateStyles =
  '<numFmts><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="20"/><xf numFmtId="4"/></cellXfs>'

describe('cells of an .xlsx', () => {
  it.each<readonly [string, TestPackage, readonly string[]]>([
    ['numbers', inRow('<c r="A1"><v>12.5</v></c><c r="C1"><v>-1E-3</v></c>'), ['A1: 12.5', 'C1: -0.001']],
    [
      'no cell names',
      inSheet('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
      ['A1: 1', 'B1: 2', 'A2: 3'],
    ],
    [
      'names after nameless ones',
      inRow('<c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c>'),
      ['A1: 1', 'D1: 2', 'E1: 3'],
    ],
    [
      'self-closing rows and cells',
      inSheet('<row r="1"/><row r="3"><c r="A3" s="1"/><c r="B3"><v>1</v></c></row>'),
      ['B3: 1'],
    ],
    [
      'rows out of order',
      inSheet('<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
      ['A1: 1', 'A2: 2'],
    ],
    [
      'single quotes, blanks, attributes in any order',
      inRow("<c  s='0'  r = 'B1' t='n' ><v >7</v ></c >"),
      ['B1: 7'],
    ],
    [
      'a comment and CDATA in a value',
      inRow('<c r="A1" t="str"><v>甲<!-- </v> --><![CDATA[<乙&>]]>丙</v></c>'),
      ["A1: '甲<乙&>丙"],
    ],
    [
      'true and false',
      inRow('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>false</v></c>'),
      ['A1: ?1', 'B1: ?0'],
    ],
    ['errors', inRow('<c r="A1" t="e"><f>A9</f><v>#REF!</v></c>'), ['A1: !#REF!']],
    ['texts of formulas', inRow('<c r="A1" t="str"><f>TRIM(B1)</f><v>逾期</v></c>'), ["A1: '逾期"]],
    [
      'inline text in runs',
      inRow(
        '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>贷款</t></r><r><t xml:space="preserve"> 余额</t></r></is></c>',
      ),
      ["A1: '贷款 余额"],
    ],
    [
      'inline text without its reading aid',
      inRow('<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>'),
      ["A1: '東京"],
    ],
    [
      'escapes',
      inRow('<c r="A1" t="str"><v>A&amp;B &#x4E00;&#20108;_x000D_&lt;_x0041_</v></c>'),
      ["A1: 'A&B 一二\r<A"],
    ],
    [
      'empty texts are empty cells',
      inRow('<c r="A1" t="str"><f>B1</f><v></v></c><c r="B1" t="inlineStr"><is><t/></is></c>'),
      [],
    ],
    [
      'a formula never computed',
      inRow('<c r="A1"><f>SUM(B1:B2)</f></c><c r="B1"><f>1+1</f><v/></c>'),
      ['A1: !#未计算', 'B1: !#未计算'],
    ],
    ['a number that is none', inRow('<c r="A1"><v>1.#QNAN</v></c>'), ['A1: !1.#QNAN']],
    ['ISO days', inRow('<c r="A1" t="d"><v>2026-10-31T12:00:00</v></c>'), ['A1: @46326.5']],
    [
      'shared strings',
      {
        ...inRow('<c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>'),
        strings:
          '<si><r><t>甲</t></r><r><rPr/><t>乙</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si><si/><si><t xml:space="preserve"> 丙\r\n</t></si>',
      },
      ["A1: ' 丙\n", "B1: '甲乙"],
    ],
    [
      'dates by their format',
      {
        ...inRow(
          '<c r="A1" s="1"><v>46326</v></c><c r="B1" s="2"><v>46326</v></c><c r="C1" s="3"><v>0.5</v></c><c r="D1" s="4"><v>46326</v></c>',
        ),
        styles: dateStyles,
      },
      ['A1: @46326', 'B1: @46326', 'C1: 0.5', 'D1: 46326'],
    ],
    [
      'dates counted from 1904',
      {
        ...inRow('<c r="A1" s="1"><v>44864</v></c><c r="B1"><v>44864</v></c>'),
        styles: dateStyles,
        workbookPr: '<workbookPr date1904="1"/>',
      },
      ['A1: @46326', 'B1: 44864'],
    ],
  ])('%s', async (_what, pieces, expected) => {
    expect(await cells(pieces)).toEqual(expected)
  })

  it('are read under any namespace prefix, in UTF-16 and in the strict form', async () => {
    const plain = inRow('<c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><f>1</f><v>2</v></c>')
    const xml = strFromU8(unzipSync(testPackage(plain))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const prefixed = xml.replaceAll(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
    const utf16 = new Uint8Array(Uint16Array.from(`\uFEFF${xml}`, (char) => char.charCodeAt(0)).buffer)
    const strict = xml.replace(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    for (const variant of [xml, prefixed, utf16, strict]) {
      expect(await cells({ ...plain, parts: { 'xl/worksheets/sheet1.xml': variant } })).toEqual([
        "A1: '甲",
        'B1: 2',
      ])
    }
  })

  it('are the same however the stream is cut into pieces', async () => {
    const bytes = testPackage({
      sheets: [
        `<cols><col min="2" max="3" hidden="1"/></cols><sheetData>${[1, 2, 3, 4]
          .map(
            (r) =>
              `<row r="${r}" ht="20" ${r === 2 ? 'hidden = \'1\' spans="1:3"' : ''}><c r="A${r}" t="s"><v>${r % 2}</v></c><c r="B${r}" s="0"><f>A${r}&amp;"&gt;"</f><v>${r}.25</v></c><c r="C${r}" t="inlineStr"><is><r><t>余</t></r><r><t>额&lt;${r}</t></r></is></c><c r="D${r}" t="str"><v>a<!-- x -->b</v></c></row>`,
          )
          .join(
            '\n',
          )}</sheetData><autoFilter ref="A1:C4"/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`,
      ],
      strings: '<si><t>甲</t></si><si><r><t>乙</t></r><r><t>&amp;丙</t></r></si>',
    })
    const whole = await opened(bytes)
    expect(whole.sheets[0]).toMatchObject({
      rowCount: 4,
      columnCount: 4,
      hiddenRows: [1],
      hiddenColumns: [1, 2],
    })
    expect(whole.sheets.flatMap(cellsOf)).toHaveLength(16)
    const frames = whole.sheets.map(({ merges, hiddenRows, hiddenColumns, tableAreas, rowCount }) => {
      return { merges, hiddenRows, hiddenColumns, tableAreas, rowCount }
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), async (sizes) => {
        const cut = await opened(bytes, inPieces(sizes))
        expect(cut.sheets).toMatchObject(frames)
        expect(cut.sheets.flatMap(cellsOf)).toEqual(whole.sheets.flatMap(cellsOf))
      }),
      { numRuns: 60 },
    )
  })
})

/** A codec that hands out what it inflates in pieces of the given sizes. */
function inPieces(sizes: readonly number[]): Codec {
  const codec = nodeCodec()
  return {
    ...codec,
    async *inflate(data) {
      for await (const chunk of codec.inflate(data)) {
        for (let at = 0, i = 0; at < chunk.length; i++) {
          const size = sizes[i % sizes.length] ?? 1
          yield chunk.subarray(at, at + size)
          at += size
        }
      }
    },
  }
}

describe('a sheet around its cells', () => {
  it('tells merged, hidden, filtered and table areas', async () => {
    const { sheets } = await opened(
      testPackage({
        sheets: [
          '<cols><col min="2" max="2" width="9"/><col min="3" max="16384" hidden="true"/></cols><sheetData>' +
            '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData>' +
            '<autoFilter ref="A1:D2"/><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="$A$2:$B$3"/></mergeCells>',
        ],
        parts: {
          'xl/worksheets/_rels/sheet1.xml.rels':
            '<Relationships><Relationship Id="a" Type="x/table" Target="/xl/tables/table1.xml"/><Relationship Id="b" Type="x/hyperlink" Target="http://x" TargetMode="External"/></Relationships>',
          'xl/tables/table1.xml': '<table ref="A1:D9"><autoFilter ref="A1:D9"/></table>',
        },
      }),
    )
    expect(sheets[0]).toMatchObject({
      merges: [
        { top: 0, left: 0, bottom: 1, right: 3 },
        { top: 1, left: 0, bottom: 3, right: 2 },
      ],
      hiddenRows: [1],
      hiddenColumns: [2, 3],
      tableAreas: [
        { top: 0, left: 0, bottom: 2, right: 4 },
        { top: 0, left: 0, bottom: 9, right: 4 },
      ],
    })
  })

  it('is found through the relationships, not by its name; states are kept', async () => {
    const workbook = await opened(
      testPackage({
        parts: {
          'xl/workbook.xml':
            '<x:workbook xmlns:x="m" xmlns:ns="o"><x:sheets><x:sheet name="乙&amp;丙" sheetId="9" state="veryHidden" ns:id="s2"/><x:sheet name="图" sheetId="3" ns:id="c"/><x:sheet name="甲" sheetId="1" state="hidden" ns:id="s1"/></x:sheets></x:workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="s2" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/Worksheets/Sheet1.xml"/><Relationship Id="s1" Type="x/worksheet" Target="..\\data\\cells.xml"/><Relationship Id="c" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
          'data/cells.xml': '<worksheet><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>',
        },
      }),
    )
    expect(workbook.sheets.map(({ name, state }) => [name, state])).toEqual([
      ['乙&丙', 'veryHidden'],
      ['甲', 'hidden'],
    ])
    expect(workbook.sheets.flatMap(cellsOf)).toEqual(['A1: 5'])
    expect(workbook.notes.map(({ code, sheet }) => [code, sheet])).toEqual([['otherSheet', '图']])
  })

  it('lists the formats of a column, most used first', async () => {
    const { sheets } = await opened(
      testPackage({
        ...inSheet([0, 4, 4, 1, 4, 1].map((style) => `<row><c s="${style}"><v>1</v></c></row>`).join('')),
        styles: dateStyles,
      }),
    )
    expect(sheets[0]?.columns[0]?.formats).toEqual(['#,##0.00', 'yyyy/m/d', 'General'])
  })
})

/** 300 rows of four cells. */
const block = (from: number): string =>
  Array.from({ length: 300 }, (_, i) => `<row r="${from + i}">${'<c><v>1</v></c>'.repeat(4)}</row>`).join('')

describe('far cells', () => {
  const first = '<c r="A1"><v>1</v></c>'

  it.each([
    [
      'in the last corner',
      `<row r="1">${first}</row><row r="1048576"><c r="XFD1048576"><v>9</v></c></row>`,
      'XFD1048576',
    ],
    ['far to the right', `<row r="1">${first}<c r="XFD1"><v>9</v></c></row>`, 'XFD1'],
    ['where Excel has no room', `<row r="1">${first}<c r="ZZZZ1"><v>9</v></c></row>`, 'ZZZZ1'],
  ])('one %s is a stray and noted', async (_what, rows, name) => {
    const { sheets, notes } = await opened(testPackage(inSheet(rows)))
    expect(sheets[0]).toMatchObject({ rowCount: 1, columnCount: 1, strays: [{ text: '9' }] })
    const message: unknown = expect.stringContaining(name)
    expect(notes).toMatchObject([{ code: 'strays', message }])
  })

  const diagonal = Array.from(
    { length: 300 },
    (_, i) => `<row r="${i * 3400 + 1}">${'<c/>'.repeat(i)}<c><v>1</v></c></row>`,
  )
  it.each([
    ['a whole row of 16,384', `<row r="1">${'<c><v>1</v></c>'.repeat(16_384)}</row>`, 16_384],
    ['a long diagonal', diagonal.join(''), 300],
  ])('%s needs little memory and loses no cell', async (_what, rows, count) => {
    const { sheets } = await opened(testPackage(inSheet(rows)))
    const columns = sheets.flatMap((sheet) => sheet.columns)
    expect(columns.reduce((sum, column) => sum + (column?.kinds.buffer.byteLength ?? 0), 0)).toBeLessThan(
      10_000_000,
    )
    expect(sheets.flatMap(cellsOf).length + sheets.flatMap(({ strays }) => strays).length).toBe(count)
  })

  it('a second block below a great gap is no stray', async () => {
    const { sheets } = await opened(testPackage(inSheet(block(1) + block(80_000))))
    expect(sheets[0]).toMatchObject({ rowCount: 80_299, columnCount: 4, strays: [] })
  })

  it('a column filled down to the last row of Excel is read whole', async () => {
    const rows = Array.from(
      { length: 1_048_576 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
    )
    const { sheets } = await opened(testPackage(inSheet(rows.join(''))))
    expect(sheets[0]).toMatchObject({ rowCount: 1_048_576, columnCount: 1 })
    expect(sheets[0]?.columns[0]?.values[1_048_575]).toBe(1_048_575)
  })
})

it('progress rises to 1', async () => {
  const seen: number[] = []
  const bytes = testPackage(inSheet('<row><c><v>1</v></c></row>'.repeat(50_000)))
  await openWorkbook(bytes, 'a.xlsx', nodeCodec(), { onProgress: (done) => seen.push(done) })
  expect(seen.length).toBeGreaterThan(3)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.at(-1)).toBe(1)
})

it('a stored part is read as a deflated one', async () => {
  const parts = unzipSync(testPackage(inRow('<c><v>3</v></c>')))
  const { sheets } = await opened(zipSync(parts, { level: 0 }))
  expect(sheets.flatMap(cellsOf)).toEqual(['A1: 3'])
})
