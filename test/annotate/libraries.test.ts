import { type Sheet, columnLetters, kindAt, numberAt, textAt } from '@postloan/core/table'
import {
  annotateWorkbook,
  clearWorkbook,
  hideOwnCells,
  openWorkbook,
  readOwnCells,
} from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { describe, expect, test } from 'vitest'

import { convertBySoffice } from '../peers/convertBySoffice.ts'
import { findSoffice } from '../peers/find.ts'
import { FREE_COLUMN, HEADER_ROWS, LEDGER, LOANS } from './fixture/richParts.ts'
import { richWorkbook } from './fixture/richWorkbook.ts'
import { changedParts, entriesOf, newSdkErrors } from './packages.ts'
import { samplePlan } from './samplePlan.ts'
import { COLUMNS, HEADER_ROW, LAST_ROW, SHEET, type Writer, ledgerGrid, writers } from './writers.ts'

const codec = nodeCodec()
const plan = samplePlan(SHEET, [HEADER_ROW, HEADER_ROW], [HEADER_ROW + 1, LAST_ROW], COLUMNS)
const soffice = findSoffice()
if (soffice === undefined)
  console.warn('LibreOffice is not installed: its saving and opening of annotated files is left out.')

async function plainLedger(): Promise<Uint8Array> {
  const [writer] = writers
  if (!writer) throw new Error('no writer')
  return writer.write()
}

async function opened(bytes: Uint8Array) {
  const opening = await openWorkbook(bytes, 'x.xlsx', codec)
  if (!opening.ok) throw new Error(opening.error.message)
  return opening.workbook
}

async function annotated(bytes: Uint8Array) {
  const result = await annotateWorkbook(bytes, plan, codec)
  if (!result.ok) throw new Error(result.error.message)
  return result.bytes
}

async function cleared(bytes: Uint8Array) {
  const result = await clearWorkbook(bytes, codec, { keepEdited: false })
  if (!result.ok) throw new Error(result.error.message)
  return result.bytes
}

/** Every cell by its name, with its kind. */
function cellsOf(sheet: Sheet | undefined): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  for (let row = 0; row < (sheet?.rowCount ?? 0); row++) {
    for (let column = 0; column < (sheet?.columnCount ?? 0); column++) {
      if (!sheet || kindAt(sheet, row, column) === 0) continue
      const value = textAt(sheet, row, column) ?? numberAt(sheet, row, column)
      cells.set(columnLetters(column) + String(row + 1), `${kindAt(sheet, row, column)} ${value}`)
    }
  }
  return cells
}

async function cellsIn(bytes: Uint8Array) {
  return (await opened(bytes)).sheets.map((sheet) => [sheet.name, cellsOf(sheet)])
}

/** LibreOffice takes its time: what it wrote once serves every test. */
function once(write: () => Promise<Uint8Array>): () => Promise<Uint8Array> {
  let written: Promise<Uint8Array> | undefined
  return () => (written ??= write())
}

const all: readonly Writer[] = soffice
  ? [
      ...writers,
      {
        name: 'LibreOffice',
        write: once(async () => convertBySoffice(soffice, await plainLedger(), { to: 'xlsx' })),
      },
    ]
  : writers

describe.each(all.map((writer) => [writer.name, writer] as const))(
  'a ledger written by %s',
  (_name, writer) => {
    test('takes annotations without a new fault, and is the same file when they are cleared', async () => {
      const before = await writer.write()
      const after = await annotated(before)
      expect(await newSdkErrors(before, after)).toEqual([])
      expect(changedParts(before, await cleared(after))).toEqual([])
      expect(readOwnCells(await opened(after))).toEqual([])
    })

    test('reads the same with annotations as without', async () => {
      const before = await opened(await writer.write())
      const after = hideOwnCells(await opened(await annotated(await writer.write())))
      expect(after.sheets.map((sheet) => sheet.name)).toEqual(before.sheets.map((sheet) => sheet.name))
      expect(cellsOf(after.sheets[0])).toEqual(cellsOf(before.sheets[0]))
      expect(cellsOf(before.sheets[0]).size).toBeGreaterThan(ledgerGrid().length * 3)
    })

    test('cleared after another program saved it, has its own cells and no others', async () => {
      const before = await writer.write()
      const resaved = await resaveBySheetjs(await annotated(before))
      expect((await opened(resaved)).sheets[0]?.columnCount).toBeGreaterThan(COLUMNS)
      const after = await cleared(resaved)
      expect(await cellsIn(after)).toEqual(await cellsIn(before))
      expect(await newSdkErrors(resaved, after)).toEqual([])
    })
  },
)

/** A program that keeps cells and nothing else: no record, no styles, texts shared. */
async function resaveBySheetjs(bytes: Uint8Array): Promise<Uint8Array> {
  const xlsx = await import('xlsx')
  const book = xlsx.read(bytes, { cellNF: true })
  const saved: ArrayBuffer = xlsx.write(book, { type: 'array', bookSST: true })
  return new Uint8Array(saved)
}

function chartsIn(bytes: Uint8Array): number {
  return [...entriesOf(bytes).keys()].filter((name) => name.startsWith('xl/charts/chart')).length
}

describe.runIf(soffice)('LibreOffice', () => {
  const office = soffice ?? ''

  test('opens a rich workbook, its annotated copy and its cleared copy', { timeout: 240_000 }, async () => {
    const before = await richWorkbook(true)
    const result = await annotateWorkbook(before, samplePlan(LEDGER, HEADER_ROWS, LOANS, FREE_COLUMN), codec)
    if (!result.ok) throw new Error(result.error.message)
    const after = await cleared(result.bytes)
    for (const bytes of [before, result.bytes, after]) {
      const pdf = convertBySoffice(office, bytes, { from: 'xlsm', to: 'pdf' })
      expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-')
    }
  })

  test(
    'saves an annotated ledger so that its edits are known and it can still be cleared',
    { timeout: 240_000 },
    async () => {
      const plain = await plainLedger()
      const saved = convertBySoffice(office, await annotated(plain), { to: 'xlsx' })
      expect(readOwnCells(await opened(saved))).toEqual([])
      const after = await cleared(saved)
      expect(await cellsIn(after)).toEqual(await cellsIn(convertBySoffice(office, plain, { to: 'xlsx' })))
      // our chart came through the other program's save, and is taken off with its sheet
      expect([chartsIn(saved), chartsIn(after)]).toEqual([1, 0])
      expect(await newSdkErrors(saved, after)).toEqual([])
      const again = await annotated(saved)
      expect(readOwnCells(await opened(again))).toEqual([])
      expect(await newSdkErrors(saved, again)).toEqual([])
    },
  )
})
