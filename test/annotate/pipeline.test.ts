import { type Result, checkLedger } from '@postloan/core/check'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import {
  type OwnSheet,
  annotateWorkbook,
  clearWorkbook,
  openWorkbook,
  planFromResult,
} from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { beforeAll, describe, expect, test } from 'vitest'

import { sampleLedger } from '../portfolio/sampleLedger.ts'
import { changedParts, newSdkErrors } from './packages.ts'

const codec = nodeCodec()

async function check(bytes: Uint8Array, fileName: string): Promise<Result> {
  const opened = await openWorkbook(bytes, fileName, codec)
  if (!opened.ok) throw new Error(opened.error.message)
  const ledger = readLedger([opened.workbook], builtInPolicy)
  return checkLedger(ledger, { policy: builtInPolicy })
}

function cellsOf(sheet: OwnSheet | undefined) {
  return sheet?.blocks.flatMap((block) => block.rows.flat()) ?? []
}

describe('a messy ledger, checked and annotated', () => {
  let file: { readonly fileName: string; readonly bytes: Uint8Array }
  let before: Result
  let annotated: Uint8Array

  beforeAll(async () => {
    file = await sampleLedger(200)
    before = await check(file.bytes, file.fileName)
    const result = await annotateWorkbook(file.bytes, planFromResult(before, builtInPolicy), codec)
    if (!result.ok) throw new Error(result.error.message)
    annotated = result.bytes
  })

  test('has findings, and a row for each loan that has one', () => {
    const plan = planFromResult(before, builtInPolicy)
    const rows = new Set(
      [...before.findings()]
        .filter((one) => one.outcome !== 'ruleError' && !(one.kind === 'due' && one.outcome === 'hit'))
        .flatMap((one) => [one.row, ...(one.alsoRows ?? [])]),
    )
    expect(rows.size).toBeGreaterThan(10)
    expect(plan.sheets.flatMap((sheet) => sheet.rows.map((row) => row.row))).toEqual(
      [...rows].toSorted((a, b) => a - b),
    )
    const serious = plan.sheets.flatMap((sheet) => sheet.rows).filter((row) => row.level === 'serious')
    expect(serious.length).toBeGreaterThan(0)
    for (const row of serious) {
      expect(row.basis).toMatch(/（(已核原文|转引核对|依据待核|默认值)）$/)
      expect(row.remedy).not.toBe('')
      expect(row.deadline).toBeGreaterThan(plan.asOf ?? Infinity)
      expect(row.faults.length).toBeGreaterThan(0)
    }
  })

  test('says the same when it is checked again', async () => {
    const after = await check(annotated, file.fileName)
    expect([...after.findings()]).toEqual([...before.findings()])
    expect(after.tables.map((one) => one.table.reading)).toEqual(
      before.tables.map((one) => one.table.reading),
    )
  })

  test('is valid, and cleared it is the file it was', async () => {
    expect(await newSdkErrors(file.bytes, annotated)).toEqual([])
    const cleared = await clearWorkbook(annotated, codec, { keepEdited: false })
    expect(cleared.ok && changedParts(file.bytes, cleared.bytes)).toEqual([])
  })

  test('shows in its summary what the check counted', () => {
    const [summary, list] = planFromResult(before, builtInPolicy).ownSheets
    const [levels] = summary?.blocks ?? []
    expect(levels?.rows.slice(0, 5).map((row) => row[1])).toEqual([
      ...Object.values(before.summary.bySeverity),
      before.summary.incomplete,
    ])
    const hits = [...before.findings({ outcomes: ['hit'], kinds: ['violation', 'lead'] })]
    expect(list?.blocks[0]?.rows.length).toBe(hits.length)
    expect(list?.blocks[0]?.rows.map((row) => row[6]).toSorted()).toEqual(
      hits.map((one) => one.message).toSorted(),
    )
  })

  test('repeats no identity number, phone or account in our sheets', () => {
    const texts = planFromResult(before, builtInPolicy).ownSheets.flatMap(cellsOf)
    const long = texts.filter(
      (cell) => typeof cell === 'string' && /(?<!\w)\d{15,}|(?<!\w)1[3-9]\d{9}(?!\d)/.test(cell),
    )
    expect(long).toEqual([])
  })
})
