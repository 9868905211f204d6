import { checkLedger, type Finding, type Result } from '@postloan/core/check'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { describe, expect, test } from 'vitest'

import { creditCodeIsValid, idNumberIsValid } from '../differential/checkDigits.ts'
import { bareLedger } from './bareLedger.ts'
import { healthyKinds } from './healthyKinds.ts'
import { healthyLoans } from './healthyLoans.ts'
import { faults } from './plantFaults.ts'
import { type LedgerFile, sampleLedger } from './sampleLedger.ts'

async function checked(file: LedgerFile): Promise<Result> {
  const opening = await openWorkbook(file.bytes, file.fileName, nodeCodec())
  if (!opening.ok) throw new Error(opening.error.message)
  return checkLedger(readLedger([opening.workbook], builtInPolicy), { policy: builtInPolicy })
}

/** Violations of severity 严重 and 警示: what a healthy loan must not have. */
function accusations(result: Result): Finding[] {
  return [...result.findings({ severities: ['serious', 'warning'], outcomes: ['hit'], kinds: ['violation'] })]
}

describe('the invented portfolio', () => {
  test('the same seed gives the same bytes', async () => {
    const [one, two, other] = await Promise.all([
      sampleLedger(60, 5),
      sampleLedger(60, 5),
      sampleLedger(60, 6),
    ])
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
    expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0)
  })

  test('every number has its check digit, is nobody’s and is used once', () => {
    const loans = healthyLoans({ count: 400, seed: 3 })
    for (const loan of loans) {
      const valid =
        loan.customerType === '对公' ? creditCodeIsValid(loan.idNumber) : idNumberIsValid(loan.idNumber)
      expect([loan.idNumber, valid]).toEqual([loan.idNumber, true])
      expect(loan.idNumber).toContain('659099')
      expect(loan.mobile).toMatch(/^154\d{8}$/)
    }
    expect(new Set(loans.map((loan) => loan.idNumber)).size).toBe(loans.length)
  })

  test('a small portfolio holds every healthy kind', () => {
    const loans = healthyLoans({ count: healthyKinds.length, seed: 1 })
    expect(loans.map((loan) => loan.kind)).toEqual(healthyKinds.map((kind) => kind.kind))
  })
})

/** By row that is accused or should be: the rules that accuse it. */
function accusedRows(result: Result): Map<number, string[]> {
  const rows = new Map<number, Set<string>>()
  for (const finding of accusations(result)) {
    rows.set(finding.row, (rows.get(finding.row) ?? new Set()).add(finding.rule))
  }
  return new Map([...rows].map(([row, rules]) => [row, [...rules].toSorted()]))
}

describe('checking the portfolio', () => {
  test('each planted fault breaks just the rules it should, and healthy loans are accused of nothing', async () => {
    const sample = await sampleLedger()
    const expected = sample.planted.map(
      ({ loan, fault }) => [sample.rowOf(loan), fault.rules.toSorted()] as const,
    )
    expect(accusedRows(await checked(sample))).toEqual(new Map(expected))
    expect(new Set(sample.planted.map((one) => one.fault))).toEqual(new Set(faults))
  })

  test('a bare clean ledger runs at least 25 rules and gives no 严重 and no 警示', async () => {
    const result = await checked(await bareLedger('clean'))
    expect(accusations(result).map((finding) => `${finding.row} ${finding.rule} ${finding.message}`)).toEqual(
      [],
    )
    expect(result.summary.rulesRun).toBeGreaterThanOrEqual(25)
    expect(result.summary.due).toBeGreaterThan(0)
    // a cell that is rightly blank leaves nothing undecided
    expect(result.summary.incomplete).toBe(0)
  })

  test('a bare ledger with faults shows just those', async () => {
    const bare = await bareLedger('faulty')
    const expected = bare.planted.map(
      ({ loan, fault }) => [bare.rowOf(loan), fault.bareRules?.toSorted()] as const,
    )
    expect(accusedRows(await checked(bare))).toEqual(new Map(expected))
  })
})
