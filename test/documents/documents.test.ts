import { parseIsoDay } from '@postloan/core/calendar'
import { checkLedger } from '@postloan/core/check'
import {
  documentKinds,
  dueConditions,
  forbiddenWordOf,
  kindOf,
  prepareDocuments,
  type DocumentKindId,
} from '@postloan/core/documents'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { openWorkbook } from '@postloan/core/workbook'
import { beforeAll, describe, expect, test } from 'vitest'

import { sdkErrors } from '../annotate/packages.ts'
import { bigLedger } from '../portfolio/bigLedger.ts'
import { bank, codec, loans, made, registers, sampleOf, textOf, type Sample } from './sample.ts'

let sample: Sample
const of = async (kind: DocumentKindId, loanNo: string): Promise<string> =>
  textOf((await made(sample.desk, kind, sample.place(loanNo))).bytes)

beforeAll(async () => {
  sample = await sampleOf([loans, ...registers])
})

describe('what is due', () => {
  test('follows from arrears, maturity, class and findings, once per customer where it is a letter', () => {
    const due = sample.desk
      .due()
      .map(({ kind, customer, loans: told }) => `${kind} ${customer} ${told.join()}`)
    expect(due).toContain('collectionNotice 宏远精工机械有限公司 JJ2026001')
    expect(due).toContain('collectionNotice 林秀英 JJ2026003')
    expect(due).toContain('maturityNotice 宏远精工机械有限公司 JJ2026002')
    // the first is large and overdue without a plan, the second classed 关注
    expect(due).toContain('casePlan 宏远精工机械有限公司 JJ2026001,JJ2026002')
    expect(due).toContain('casePlan 林秀英 JJ2026003')
    // the first is over 90 days and classed 正常, the second mortgaged without a mortgage in the register
    expect(due).toContain('warningNotice 宏远精工机械有限公司 JJ2026001,JJ2026002')
  })

  test('every reason has a source of the policy, and every kind but the list asked for by hand has a reason', () => {
    const sources = new Set(policy.sources.map(({ id }) => id))
    const rules = new Set(policy.rules.map(({ id }) => id))
    for (const { sources: named, by } of dueConditions) {
      expect(named.length).toBeGreaterThan(0)
      expect(named.filter((id) => !sources.has(id))).toEqual([])
      expect(('rules' in by ? by.rules : []).filter((id) => !rules.has(id))).toEqual([])
    }
    const reasoned = new Set(dueConditions.map(({ kind }) => kind))
    expect(documentKinds.map(({ id }) => id).filter((id) => !reasoned.has(id))).toEqual([
      'personReport',
      'smallBusinessReport',
      'checklist',
    ])
  })

  test('the report is of the kind that suits the customer', () => {
    expect(sample.desk.reportKind(sample.place('JJ2026001'))).toBe('companyReport')
    expect(sample.desk.reportKind(sample.place('JJ2026003'))).toBe('personReport')
  })
})

describe('every kind', () => {
  test.each(documentKinds.map(({ id }) => id))(
    '%s is filled, the same each time, with nothing personal in the clear',
    async (kind) => {
      // the second customer has nothing that falls due soon
      const loanNos = ['JJ2026001', 'JJ2026002', ...(kind === 'maturityNotice' ? [] : ['JJ2026003'])]
      for (const loanNo of loanNos) {
        const { bytes } = await made(sample.desk, kind, sample.place(loanNo))
        expect((await made(sample.desk, kind, sample.place(loanNo))).bytes).toEqual(bytes)
        const text = textOf(bytes)
        expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/)
        // the borrower's and the guarantor's numbers and the address are nowhere in the clear
        expect(text).not.toMatch(/110101199003070038|13812345678|110101196505050010|民主路/)
      }
    },
  )
})

describe('a letter to a customer', () => {
  test('demands what the ledger shows is owed, and nothing else', async () => {
    const text = await of('collectionNotice', 'JJ2026001')
    expect(text).toContain('宏远精工机械有限公司：')
    expect(text).toContain('贵单位')
    expect(text).toContain('5,060,000.50元（大写：人民币伍佰零陆万元零伍角整）')
    expect(text).toContain('HT2025001')
    // the customer's other loan is not overdue
    expect(text).not.toContain('HT2025002')
    expect(text).toContain('送达回执')
    expect(text).toContain('8时至22时之间')
  })

  test('states no sum where a part of it is unknown', async () => {
    const { bytes, missing } = await made(sample.desk, 'collectionNotice', sample.place('JJ2026003'))
    expect(textOf(bytes)).toContain('合计____元（大写：人民币____）')
    expect(missing).toEqual(expect.arrayContaining(['应还总额', '应还总额大写', '应还息费']))
  })

  test('is not made where it would not be true', async () => {
    const making = await sample.desk.make('maturityNotice', sample.place('JJ2026003'))
    expect(making).toEqual({ ok: false, message: expect.stringContaining('没有在提示期内到期的借据') })
  })

  test.each(['collectionNotice', 'maturityNotice'] as const)(
    '%s: no threat, no other person, no class, no finding (CMP-003, CMP-004)',
    async (kind) => {
      const text = await of(kind, kind === 'collectionNotice' ? 'JJ2026003' : 'JJ2026002')
      expect(text.split('\n').filter((line) => forbiddenWordOf(line, policy) !== null)).toEqual([])
      const internal = [
        '次级',
        '关注',
        '正常',
        '严重',
        '警示',
        '规则',
        '王德明',
        'P001',
        'C001',
        'CLS-',
        '担保',
      ]
      expect(internal.filter((word) => text.includes(word))).toEqual([])
    },
  )

  test('holds, for whatever loan of a ledger, no word that the rules forbid', async () => {
    const opened = await openWorkbook(await bigLedger(300, 'allFail'), '台账2026-10-31.xlsx', codec)
    if (!opened.ok) throw new Error(opened.error.message)
    const ledger = readLedger([opened.workbook], policy, { asOf: parseIsoDay('2026-10-31') })
    const result = checkLedger(ledger, { policy })
    const desk = prepareDocuments(ledger, { policy, result, codec, bank })
    const letters = desk.due().filter(({ kind }) => kindOf(kind).reader === 'customer')
    expect(letters.length).toBeGreaterThan(20)
    const classes =
      policy.codeLists.find(({ id }) => id === '五级分类')?.values.map(({ value }) => value) ?? []
    for (const { kind, place } of letters) {
      const lines = textOf((await made(desk, kind, place)).bytes).split('\n')
      expect(lines.filter((line) => forbiddenWordOf(line, policy) !== null)).toEqual([])
      // a class alone in a cell would be the loan's
      expect(lines.filter((line) => classes.includes(line.trim()))).toEqual([])
    }
  })

  test('holds no line that is a finding’s', async () => {
    const findings = [...sample.result.findings({ outcomes: ['hit'] })].map(({ message }) => message)
    expect(findings.length).toBeGreaterThan(0)
    for (const loanNo of ['JJ2026001', 'JJ2026003']) {
      const text = await of('collectionNotice', loanNo)
      expect(findings.filter((message) => text.includes(message))).toEqual([])
    }
  })
})

describe('a document for the bank itself', () => {
  test('tells of each finding what is wrong, why, what to do and by when', async () => {
    const text = await of('warningNotice', 'JJ2026001')
    const place = sample.place('JJ2026001')
    const hits = [
      ...sample.result.findings({ table: place.table, tableRow: place.row, outcomes: ['hit'] }),
    ].filter(({ kind }) => kind !== 'due')
    expect(hits.length).toBeGreaterThan(0)
    for (const { message, remedy } of hits) {
      expect(text).toContain(message)
      expect(text).toContain(remedy)
    }
    expect(text).toMatch(/依据：《商业银行金融资产风险分类办法》/)
    expect(text).toMatch(/2026-11-\d\d/)
  })

  test('shows registers, the checklist and what is to be supplied', async () => {
    const company = await of('companyReport', 'JJ2026001')
    expect(company).toContain('城南工业园厂房')
    expect(company).toContain('9,000,000.00')
    expect(company).toMatch(/√ 台账可证明|□ 待核实/)
    expect(company).toContain('待补')
    const plan = await of('casePlan', 'JJ2026003')
    expect(plan).toContain('王德明')
    expect(plan).toContain('JJ2026003：五级分类为“次级”')
    expect(plan).toContain('□ 展期、续贷')
  })

  test('is marked as not for the customer', async () => {
    for (const { id } of documentKinds.filter(({ reader }) => reader === 'bank'))
      expect(await of(id, 'JJ2026001')).toContain('内部资料，不得提供给客户')
  })

  test('the checklist takes what a person has answered', async () => {
    const place = sample.place('JJ2026001')
    const before = await made(sample.desk, 'checklist', place)
    const making = await sample.desk.make('checklist', place, {
      stage: 'overdue',
      answers: [{ item: 'ovd-cause', verdict: 'fine', by: '周敏', on: '2026-11-02', note: '下游回款延迟' }],
    })
    if (!making.ok) throw new Error(making.message)
    expect(textOf(before.bytes)).not.toContain('下游回款延迟')
    expect(textOf(making.document.bytes)).toContain('下游回款延迟')
    expect(textOf(making.document.bytes)).toContain('周敏 2026-11-02')
  })
})

test('a bare ledger gives documents with blank lines and a list of what is to be supplied', async () => {
  const bare = await sampleOf(
    [
      [
        '台账',
        [
          {
            客户名称: '张三丰',
            借款金额: 100_000,
            贷款余额: 80_000,
            放款日期: '2024-01-05',
            到期日: '2026-09-01',
          },
          {
            客户名称: '东港水产养殖专业合作社',
            借款金额: 500_000,
            贷款余额: 500_000,
            放款日期: '2025-11-20',
            到期日: '2026-11-20',
          },
        ],
      ],
    ],
    {},
  )
  const makings = await Promise.all(
    documentKinds.flatMap(({ id }) => [0, 1].map((row) => bare.desk.make(id, { table: 0, row }))),
  )
  const documents = makings.flatMap((making) => (making.ok ? [making.document] : []))
  // one is overdue and the other about to fall due: of each letter there is one
  expect(documents).toHaveLength(documentKinds.length * 2 - 2)
  for (const document of documents) {
    expect(textOf(document.bytes)).not.toMatch(/undefined|null|NaN|[{}]/)
    expect(document.missing.length).toBeGreaterThan(0)
  }
  const report = await made(bare.desk, 'companyReport', { table: 0, row: 1 })
  expect([...(await sdkErrors(report.bytes, 'docx'))]).toEqual([])
  const { bytes, missing } = await made(bare.desk, 'collectionNotice', { table: 0, row: 0 })
  // past its end the whole balance is due by the contract; the interest nobody knows
  expect(textOf(bytes)).toContain('80,000.00')
  expect(missing).toEqual(expect.arrayContaining(['经办电话', '应还息费', '应还总额']))
})
