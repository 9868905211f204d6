import * as fc from 'fast-check'
import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'

import { nodeCodec } from '../node/index.ts'
import { openWorkbook } from './openWorkbook.ts'
import { testPackage } from './xlsx/testPackage.ts'

const sheet =
  '<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" ht="3"><c r="A1" t="s"><v>1</v></c>' +
  '<c r="B1" s="0"><f>A1</f><v>2.25</v></c><c r="C1" t="inlineStr"><is><r><t>余</t></r><rPh><t>x</t></rPh></is></c></row>' +
  '<row><c t="d"><v>2026-01-01</v></c><c t="b"><v>1</v></c></row></sheetData><autoFilter ref="A1:C4"/></worksheet>'
const strings = '<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t>&amp;丙</t></r></si></sst>'
const html =
  '<html><table><tr><td colspan=2 rowspan=3>a<tr><th>b&amp;</th></table><table><tr><td x:num="5">5</table>'

const scraps = [
  '',
  '<',
  '>',
  '"',
  "'",
  '=',
  '</',
  '</c>',
  '<c ',
  '<row>',
  '<v>',
  '</v>',
  '<is>',
  '<!--',
  '<![CDATA[',
  '<?',
  '&#x',
  'r="A0"',
  'r="ZZZ9999999"',
  't="s"',
  's="99"',
  'r="-1"',
  '<f>',
  '<rPh>',
  '</sheetData>',
  '<col min="-5" max="99999999999" hidden="1"/>',
]

/** A text with pieces taken out and scraps put in. */
function damaged(text: string): fc.Arbitrary<string> {
  const harm = fc.record({ at: fc.nat(text.length), cut: fc.nat(12), scrap: fc.constantFrom(...scraps) })
  return fc.array(harm, { minLength: 1, maxLength: 4 }).map((harms) => {
    let result = text
    for (const { at, cut, scrap } of harms) result = result.slice(0, at) + scrap + result.slice(at + cut)
    return result
  })
}

it.each([
  [
    'a sheet',
    damaged(sheet).map((xml) => testPackage({ strings, parts: { 'xl/worksheets/sheet1.xml': xml } })),
  ],
  [
    'shared strings',
    damaged(strings).map((xml) =>
      testPackage({ parts: { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': xml } }),
    ),
  ],
  ['a web page', damaged(html).map((text) => strToU8(text))],
])('%s damaged anywhere is read or refused, and never throws', async (_what, files) => {
  const outcomes = new Set<boolean>()
  await fc.assert(
    fc.asyncProperty(files, async (bytes) => {
      outcomes.add((await openWorkbook(bytes, '台账.xls', nodeCodec())).ok)
    }),
    { numRuns: 300 },
  )
  expect(outcomes).toContain(true)
})
