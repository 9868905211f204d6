import { readFileSync } from 'node:fs'

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { builtInPolicy, type ExampleRow, type Policy, type Rule } from '../../policy/index.ts'
import { checkLedger } from '../check.ts'
import { ledgerForTests, policyForTests, ruleForTests } from '../ledgerForTests.ts'
import type { Result, SubjectReport } from '../types.ts'
import { applyWaivers, type WaivedResult } from './applyWaivers.ts'
import { addWaiver, newWaiver, newWrongReport, withdrawEntry } from './editWaivers.ts'
import { emptyWaiverFile } from './emptyWaivers.ts'
import { mergeWaivers } from './mergeWaivers.ts'
import { readWaivers, waiverText } from './readWaivers.ts'
import { entryText, subjectText } from './subjectOfEntry.ts'
import { waiverJsonSchema, type Waiver, type WaiverFile } from './waiverSchema.ts'

const rule = ruleForTests({
  cases: [
    { when: '逾期天数 > 90', severity: 'serious', needs: ['逾期天数'] },
    { when: '逾期天数 > 10', severity: 'attention', needs: ['逾期天数'] },
  ],
})
const policy = policyForTests(rule)
const today = '2026-11-20'
const loans = [
  { 借据号: 'J1', 逾期天数: 20, 客户经理: '李', 客户名称: '甲公司' },
  { 借据号: 'J2', 逾期天数: 30, 客户经理: '李', 客户名称: '甲公司' },
  { 借据号: 'J3', 逾期天数: null, 客户经理: '王', 客户名称: '乙公司' },
]
const check = (rows: readonly ExampleRow[], of: Policy = policy, day: string | null = '2026-10-31'): Result =>
  checkLedger(ledgerForTests([{ rows }], day), { policy: of })

/** The waiver of what the rule says of a row now. */
function waiverAt(result: Result, tableRow: number, change: Partial<Waiver> = {}): Waiver {
  const report = reportAt(result, tableRow)
  const made = newWaiver(report, {
    reason: '已批准展期',
    by: '赵主管',
    on: '2026-10-08',
    until: '2026-12-31',
  })
  return { ...made, ...change }
}

function reportAt(result: Result, tableRow: number, id = 'T-001'): SubjectReport {
  const [finding] = [...result.findings({ table: 0, tableRow, rule: id })]
  if (!finding) throw new Error('no finding there')
  const report = result.subjectOf?.(finding)
  if (!report) throw new Error('nothing is reported there')
  expect(report.id).toBe(finding.id)
  return report
}

function laid(result: Result, ...waivers: readonly Waiver[]): WaivedResult {
  return applyWaivers(result, { ...emptyWaiverFile(), waivers: [...waivers] }, { policy, today })
}

const states = ({ waivers }: WaivedResult) => waivers.map(({ state }) => state)

describe('a waived finding', () => {
  const before = check(loans)
  const { result, marks } = laid(before, waiverAt(before, 0))

  test('stays in the list with who, why and until when', () => {
    const findings = [...result.findings()]
    expect(findings.map(({ row, waived }) => [row, waived?.by, waived?.until])).toEqual([
      [4, '赵主管', '2026-12-31'],
      [5, undefined, undefined],
      [6, undefined, undefined],
    ])
    expect(findings.map(({ waived: _mark, ...finding }) => finding)).toEqual([...before.findings()])
    expect([...marks.keys()]).toEqual([findings[0]?.id])
  })

  test('is in no count but its own', () => {
    const counted = (one: Result) => {
      const { bySeverity, incomplete, waived, byManager, byRule } = one.summary
      return [bySeverity.attention, incomplete, waived, byManager[0]?.bySeverity.attention, byRule[0]?.hits]
    }
    expect(counted(before)).toEqual([2, 1, undefined, 2, 2])
    expect(counted(result)).toEqual([1, 1, 1, 1, 1])
  })

  test('can be listed alone or left out', () => {
    expect([...result.findings({ waived: true })].map(({ row }) => row)).toEqual([4])
    expect([...result.findings({ waived: false })].map(({ row }) => row)).toEqual([5, 6])
  })
})

describe('what becomes of a waiver', () => {
  const before = check(loans)
  const given = waiverAt(before, 0)
  const one = (change: Partial<(typeof loans)[number]>) => check([{ ...loans[0], ...change }, loans[1] ?? {}])

  test.each([
    ['in force on the ledger’s day', before, {}, 'applied'],
    ['on its last day', before, { until: '2026-10-31' }, 'applied'],
    ['the day after', before, { until: '2026-10-30' }, 'expired'],
    ['without a ledger day today decides', check(loans, policy, null), { until: '2026-11-19' }, 'expired'],
    ['without a ledger day today decides', check(loans, policy, null), { until: '2026-11-20' }, 'applied'],
    ['put right', one({ 逾期天数: 0 }), {}, 'notNeeded'],
    ['grown to a graver case', one({ 逾期天数: 100 }), {}, 'changed'],
    ['graver, waived for every case', one({ 逾期天数: 100 }), { case: undefined }, 'changed'],
    ['lighter than the severity waived', one({ 逾期天数: 20 }), { severity: 'serious' }, 'applied'],
    ['no longer decided', one({ 逾期天数: null }), { case: undefined, severity: 'serious' }, 'applied'],
    ['another loan', check(loans.slice(1)), {}, 'absent'],
    ['the rule did not run', check([{ 借据号: 'J1' }]), {}, 'untold'],
    ['the number stands twice', check([...loans, { ...loans[0] }]), {}, 'ambiguous'],
    ['withdrawn', before, { withdrawn: { by: '赵主管', on: '2026-10-09' } }, 'withdrawn'],
  ] as const)('%s', (_, result, change, state) => {
    const { case: _case, ...open } = given
    const waiver = 'case' in change ? { ...open, ...change, case: undefined } : { ...given, ...change }
    const read = readWaivers(bytesOf({ ...emptyWaiverFile(), waivers: [waiver] }))
    expect(read.ok && states(laid(result, ...read.file.waivers))).toEqual([state])
  })

  test('an expired one tells whether the finding is still there, and does not hide it', () => {
    const expired = laid(before, { ...given, until: '2026-10-20' })
    expect(expired.waivers[0]?.report?.row).toBe(4)
    expect(expired.result.summary).toEqual(before.summary)
    expect(laid(one({ 逾期天数: 0 }), { ...given, until: '2026-10-20' }).waivers[0]?.report).toBeUndefined()
  })

  test('what could not be decided when it was waived is not waived when it turns out wrong', () => {
    const undecided = waiverAt(before, 2)
    expect(states(laid(before, undecided))).toEqual(['applied'])
    const decided = check([...loans.slice(0, 2), { ...loans[2], 逾期天数: 20 }])
    expect(states(laid(decided, { ...undecided, severity: 'serious' }))).toEqual(['changed'])
  })

  test('what was only due when it was waived is not waived once it is a violation', () => {
    const dueFirst = ruleForTests({
      cases: [
        { when: '逾期天数 > 10', severity: 'attention', needs: ['逾期天数'] },
        { kind: 'due', when: '逾期天数 <= 10', severity: 'attention', needs: ['逾期天数'] },
      ],
    })
    const of = (days: number) => check([{ 借据号: 'J1', 逾期天数: days }], policyForTests(dueFirst))
    const { case: _case, ...anyCase } = waiverAt(of(5), 0)
    expect(states(laid(of(5), anyCase))).toEqual(['applied'])
    expect(laid(of(5), anyCase).result.summary).toMatchObject({ due: 0, waived: 1 })
    expect(states(laid(of(20), anyCase))).toEqual(['changed'])
  })

  test('of two for one finding the longer one is shown, once counted', () => {
    const longer = { ...given, id: 'W-2', until: '2027-06-30' }
    const { result } = laid(before, given, longer)
    expect(result.summary.waived).toBe(1)
    expect([...result.findings({ waived: true })].map(({ waived }) => waived?.id)).toEqual(['W-2'])
  })
})

test('a floor set by law is waived only so that every result says it', () => {
  const floor: Rule = { ...rule, legalFloor: true }
  const floors = policyForTests(floor)
  const result = check(loans, floors)
  const file = addWaiver(emptyWaiverFile(), waiverAt(result, 0))
  const waived = applyWaivers(result, file, { policy: floors, today })
  expect(waived.result.notes.filter(({ code }) => code === 'floorWaived')).toMatchObject([{ rule: 'T-001' }])
  expect([...waived.marks.values()]).toMatchObject([{ legalFloor: true }])
  expect(
    laid(check(loans), waiverAt(check(loans), 0)).result.notes.some(({ code }) => code === 'floorWaived'),
  ).toBe(false)
})

test('a number that may be a person’s is in the file only as a hash, and still found', () => {
  const account = '6222020200001234567'
  const number = '990101199001010018'
  const result = check([
    { 账号: account, 逾期天数: 20 },
    { 借据号: number, 逾期天数: 30 },
  ])
  if (!result.settle) throw new Error('a check can settle')
  const reports = [
    { keyKind: 'accountNo', key: account },
    { keyKind: 'loanNo', key: number },
  ]
  const texts = reports.map((one) => subjectText({ ...one, childKey: '', ordinal: 0 }))
  expect(texts.join()).not.toContain(account)
  expect(texts.join()).not.toContain(number)
  const standings = result.settle(
    texts.map((text) => ({ rule: 'T-001', text })),
    subjectText,
  )
  expect(standings.map(({ state }) => state)).toEqual(['found', 'found'])
  const found = standings.flatMap((one) => (one.state === 'found' ? [one.report] : []))
  const waivers = found.map((report) =>
    newWaiver(report, { reason: '已核', by: '赵', on: '2026-10-08', until: '2026-12-31' }),
  )
  expect(JSON.stringify(waivers)).not.toContain(account)
  expect(states(laid(result, ...waivers))).toEqual(['applied', 'applied'])
})

describe('a waivers file', () => {
  const file: WaiverFile = { ...emptyWaiverFile(), waivers: [waiverAt(check(loans), 0)] }

  test('is read as it was written, with what it does not know', () => {
    const text = waiverText({ ...file, approvals: ['行长'] }).replace(
      '"reason"',
      '"ticket": "OA-1",\n "reason"',
    )
    const read = readWaivers(new TextEncoder().encode(text))
    expect(read.ok && JSON.parse(waiverText(read.file))).toEqual(JSON.parse(text))
  })

  test.each([
    [{ until: '2026-13-01' }, 'until', '日期应写成'],
    [{ reason: '' }, 'reason', '不能为空'],
    [{ reason: '身份证 990101199001010018 已核' }, 'reason', '不能写证件号码'],
    [{ by: undefined }, 'by', '缺少“by”'],
    [{ severity: 'heavy' }, 'severity', '级别只能写'],
  ])('with %j names the entry and the member', (change, member, words) => {
    const [waiver] = file.waivers
    const written = { ...file, waivers: [{ ...waiver, ...change }] }
    const read = readWaivers(new TextEncoder().encode(JSON.stringify(written, null, 1)))
    const messages = read.ok ? [] : read.problems.map(({ message }) => message)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(`第 1 条豁免（${waiver?.id}） 的 ${member}：`)
    expect(messages[0]).toContain(words)
  })

  test.each([
    ['{', '没有写完'],
    ['{"document":"postloan.policy","format":1,"waivers":[],"reports":[]}', '这不是豁免清单'],
    ['{"document":"postloan.waivers","format":2,"waivers":[],"reports":[]}', '请升级软件'],
  ])('%s is refused in words', (text, words) => {
    const read = readWaivers(new TextEncoder().encode(text))
    expect(read.ok ? '' : read.problems.map(({ message }) => message).join()).toContain(words)
  })

  test('a withdrawn entry stays, so that another copy does not bring it back', () => {
    const [waiver] = file.waivers
    const after = withdrawEntry(file, waiver?.id ?? '', { by: '钱行长', on: '2026-10-08' })
    expect(after && states(applyWaivers(check(loans), after, { policy, today }))).toEqual(['withdrawn'])
    const { file: merged } = mergeWaivers([file, after ?? file])
    expect(merged.waivers.map(({ withdrawn }) => withdrawn?.by)).toEqual(['钱行长'])
    expect(withdrawEntry(file, 'W-none', { by: '', on: '' })).toBeNull()
  })
})

test('a report of a wrong finding is followed and hides nothing', () => {
  const result = check(loans)
  const terms = { what: '还款尚未入账', by: '李', on: '2026-11-01', policy: result.policy.fingerprint }
  const report = newWrongReport(reportAt(result, 1), terms)
  const file = { ...emptyWaiverFile(), reports: [report] }
  const standing = (of: Result) =>
    applyWaivers(of, file, { policy, today }).reports.map(({ state, samePolicy }) => [state, samePolicy])
  expect(standing(result)).toEqual([['there', true]])
  expect(standing(check(loans.map((loan) => ({ ...loan, 逾期天数: 0 }))))).toEqual([['gone', true]])
  expect(
    standing(checkLedger(ledgerForTests([{ rows: loans }]), { policy: policyForTests(rule, other) })),
  ).toEqual([['there', false]])
  expect(applyWaivers(result, file, { policy, today }).result.summary).toEqual(result.summary)
})

const other = ruleForTests({ id: 'T-002', cases: [{ when: 'false' }] })

describe('merging files', () => {
  const given = waiverAt(check(loans), 0)
  const entry = fc
    .record({
      id: fc.constantFrom('W-1', 'W-2', 'W-3'),
      on: fc.constantFrom('2026-10-01', '2026-10-02'),
      reason: fc.constantFrom('甲', '乙'),
      gone: fc.constantFrom(null, '2026-10-02', '2026-10-03'),
    })
    .map(({ id, on, reason, gone }): Waiver => ({
      ...given,
      id,
      on,
      reason,
      ...(gone === null ? {} : { withdrawn: { by: '钱', on: gone } }),
    }))
  const files = fc
    .tuple(fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 3 }), fc.constantFrom(null, 'a', 'b'))
    .map(([waivers, extra]): WaiverFile => ({
      ...emptyWaiverFile(),
      waivers,
      ...(extra === null ? {} : { extra }),
    }))
  const merge = (...list: readonly WaiverFile[]) => mergeWaivers(list).file

  test('does not depend on order, grouping or repetition', () => {
    fc.assert(
      fc.property(files, files, files, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a))
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
        expect(merge(a, b, c)).toEqual(merge(merge(a, b), c))
        expect(merge(merge(a), a)).toEqual(merge(a))
      }),
    )
  })

  test('names what was not the same, and keeps the later', () => {
    const [first, second] = ['2026-10-01', '2026-10-02'].map((on) => ({
      ...emptyWaiverFile(),
      waivers: [{ ...given, id: 'W-1', on }],
    }))
    const { file, conflicts } = mergeWaivers([second ?? emptyWaiverFile(), first ?? emptyWaiverFile()])
    expect(file.waivers.map(({ on }) => on)).toEqual(['2026-10-02'])
    expect(conflicts).toEqual([expect.stringContaining('“W-1”')])
  })
})

test('a waiver given by the built-in policy’s own findings is found again by its key', () => {
  const rows = [{ 借据号: 'JJ-2026 001', 贷款余额: 100, 五级分类: '正常', 逾期天数: 120, 贷款金额: 100 }]
  const result = checkLedger(ledgerForTests([{ rows }]), { policy: builtInPolicy })
  const settled = result.settle?.(
    [{ rule: 'CLS-002', text: entryText({ keyKind: 'loanNo', key: 'JJ2026001' }) }],
    subjectText,
  )
  expect(settled).toMatchObject([{ state: 'found', report: { rule: 'CLS-002', key: 'JJ2026001' } }])
})

test('the JSON Schema in the docs is the one of the code', () => {
  const path = new URL('../../../docs/postloan-waivers.schema.json', import.meta.url)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(waiverJsonSchema()))
})

function bytesOf(file: WaiverFile): Uint8Array {
  return new TextEncoder().encode(waiverText(file))
}
