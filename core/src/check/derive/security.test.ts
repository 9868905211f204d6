import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { formatIsoDay, parseIsoDay } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import { builtInPolicy, type TableName } from '../../policy/index.ts'
import { valueAt } from '../../table/index.ts'
import { deriveColumns } from './deriveColumns.ts'
import { joinSets } from './joinSets.ts'
import { derive, loansOf, type LoanRow } from './loansForTests.ts'
import { hourOf } from './readCollections.ts'
import type { Register, Registers } from './registersOf.ts'

function register(name: string, to: TableName, rows: readonly LoanRow[]): Register {
  const relation = builtInPolicy.relations.find((one) => one.name === name)
  if (!relation) throw new Error(`no relation ${name}`)
  return { table: { ...loansOf(rows), name: to }, relation }
}

function facts(
  loans: readonly LoanRow[],
  keys: readonly string[],
  registers: Registers & { previousAsOf?: number } = {},
): unknown[][] {
  const table: Table = loansOf(loans)
  const derived = deriveColumns(table, {
    asOf: parseIsoDay('2026-10-31'),
    parameters: builtInPolicy.parameters,
    ...registers,
  })
  return loans.map((_, row) =>
    keys.map((key) => {
      const column = derived.get(key)
      const value = column ? valueAt(column, row) : undefined
      return column?.kind === 'date' && typeof value === 'number' ? formatIsoDay(value) : value
    }),
  )
}

const house = { collateralType: '居住房地产' }
const poolKeys = ['collateralCount', 'securedBalance', 'collateralValue', 'collateralCapacity']

describe('collateral pools', () => {
  test.each<[string, LoanRow[], LoanRow[], unknown[][]]>([
    [
      'one house for two contracts is one pool, the house counted once',
      [
        { loanNo: 'J1', contractNo: 'H1', customerId: 'K1', guaranteeType: '抵押', balance: 300 },
        { loanNo: 'J2', contractNo: 'H2', customerId: 'K1', guaranteeType: '抵押', balance: 200 },
      ],
      [
        { contractNo: 'H1', collateralId: 'YP20240001', ...house, latestValuation: 1000 },
        { contractNo: 'H2', collateralId: 'YP20240001', ...house, latestValuation: 1000 },
      ],
      [
        [1, 500, 1000, 700],
        [1, 500, 1000, 700],
      ],
    ],
    [
      'two draws of one contract share its collateral; closed and unsecured loans owe it nothing',
      [
        { loanNo: 'J1', contractNo: 'H1', customerId: 'K1', guaranteeType: '抵押', balance: 300 },
        { loanNo: 'J2', contractNo: 'H1', customerId: 'K1', guaranteeType: '抵押', balance: 200 },
        { loanNo: 'J3', contractNo: 'H1', customerId: 'K1', guaranteeType: '信用', balance: 900 },
        { loanNo: 'J4', contractNo: 'H1', customerId: 'K1', guaranteeType: '抵押', balance: 0 },
      ],
      [
        {
          contractNo: 'H1',
          collateralId: 'YP20240001',
          ...house,
          latestValuation: 1000,
          priorMortgageValue: 100,
        },
      ],
      [
        [1, 500, 900, 630],
        [1, 500, 900, 630],
        [null, null, null, null],
        [null, null, null, null],
      ],
    ],
    [
      'a running number is one item only within a customer',
      [
        { loanNo: 'J1', customerId: 'K1', guaranteeType: '抵押', balance: 300 },
        { loanNo: 'J2', customerId: 'K2', guaranteeType: '抵押', balance: 200 },
      ],
      [
        { loanNo: 'J1', collateralId: '01', ...house, latestValuation: 1000 },
        { loanNo: 'J2', collateralId: '01', ...house, latestValuation: 500 },
      ],
      [
        [1, 300, 1000, 700],
        [1, 200, 500, 350],
      ],
    ],
    [
      'no limit for cars, nothing left of what is destroyed, no sum across currencies',
      [
        { loanNo: 'J1', customerId: 'K1', guaranteeType: '抵押', balance: 300, currency: 'CNY' },
        { loanNo: 'J2', customerId: 'K2', guaranteeType: '抵押', balance: 300, currency: 'CNY' },
        { loanNo: 'J3', customerId: 'K3', guaranteeType: '抵押', balance: 300, currency: 'USD' },
      ],
      [
        {
          loanNo: 'J1',
          collateralId: 'A',
          collateralType: '交通工具',
          collateralStatus: '正常',
          latestValuation: 500,
        },
        { loanNo: 'J2', collateralId: 'B', ...house, collateralStatus: '灭失', latestValuation: 500 },
        { loanNo: 'J3', collateralId: 'C', ...house, collateralStatus: '正常', latestValuation: 500 },
      ],
      [
        [1, 300, 500, null],
        [1, 300, 0, 0],
        [1, null, 500, 350],
      ],
    ],
  ])('%s', (_, loans, items, expected) => {
    expect(facts(loans, poolKeys, { collateral: register('押品', '押品', items) })).toEqual(expected)
  })

  test('the same item in the loans’ own rows is counted once in a contract', () => {
    const own = {
      contractNo: 'H1',
      customerId: 'K1',
      guaranteeType: '抵押',
      ...house,
      initialValuation: 1000,
    }
    expect(
      facts(
        [
          { ...own, balance: 300 },
          { ...own, balance: 400 },
        ],
        poolKeys,
      ),
    ).toEqual([
      [1, 700, 1000, 700],
      [1, 700, 1000, 700],
    ])
  })
})

describe('who backs whom', () => {
  const firm = (id: string, name: string, backer: string, more: LoanRow = {}): LoanRow => ({
    customerId: id,
    customerName: name,
    balance: 100,
    guarantorName: backer,
    ...more,
  })
  test.each<[string, LoanRow[], unknown[]]>([
    [
      'two firms for each other',
      [firm('1', '甲有限公司', '乙有限公司'), firm('2', '乙有限公司', '甲有限公司')],
      [2, 2],
    ],
    [
      'three in a ring, and one that only hangs on it',
      [
        firm('1', '甲有限公司', '乙有限公司'),
        firm('2', '乙有限公司', '丙有限公司'),
        firm('3', '丙有限公司', '甲有限公司'),
        firm('4', '丁有限公司', '甲有限公司'),
      ],
      [3, 3, 3, 0],
    ],
    [
      'one owner’s firms are one',
      [
        firm('1', '甲有限公司', '乙有限公司', { actualController: '王某某' }),
        firm('2', '乙有限公司', '甲有限公司', { actualController: '王某某' }),
      ],
      [0, 0],
    ],
    [
      'the state as owner joins nobody',
      [
        firm('1', '甲有限公司', '乙有限公司', { actualController: '某市国资委' }),
        firm('2', '乙有限公司', '甲有限公司', { actualController: '某市国资委' }),
      ],
      [2, 2],
    ],
    [
      'a couple for each other',
      [
        firm('1', '赵某', '', {
          idNumber: '110101199001010011',
          guarantorId: '110101199002020022',
          address: '某村1号',
        }),
        firm('2', '钱某', '', {
          idNumber: '110101199002020022',
          guarantorId: '110101199001010011',
          address: '某村1号',
        }),
      ],
      [0, 0],
    ],
    [
      'guarantee companies are no part of a ring',
      [firm('1', '甲有限公司', '乙融资担保有限公司'), firm('2', '乙融资担保有限公司', '甲有限公司')],
      [null, 0],
    ],
  ])('%s', (_, loans, expected) => {
    expect(facts(loans, ['guaranteeCircle']).flat()).toEqual(expected)
  })

  test('one guarantor for seven firms, one of them its own', () => {
    const loans = Array.from({ length: 7 }, (_, at) =>
      firm(`${at}`, `第${at}有限公司`, '', {
        guarantorId: '110101199001010011',
        guarantorName: '王某某',
        legalRepName: at === 0 ? '王某某' : `某人${at}`,
      }),
    )
    expect(facts(loans, ['guarantorBacks']).flat()).toEqual([6, 6, 6, 6, 6, 6, 6])
  })

  test('what a guarantor is worth is set against all it pledges, a register row counted once', () => {
    const loans = [
      { loanNo: 'J1', contractNo: 'H1', customerId: '1', balance: 100 },
      { loanNo: 'J2', contractNo: 'H1', customerId: '1', balance: 100 },
      { loanNo: 'J3', contractNo: 'H2', customerId: '2', balance: 100 },
    ]
    const guarantors = register('保证人', '保证人', [
      { contractNo: 'H1', guarantorName: '甲有限公司', guaranteeAmount: 200, guarantorNetAssets: 250 },
      { contractNo: 'H2', guarantorName: '甲有限公司', guaranteeAmount: 300, guarantorNetAssets: 250 },
    ])
    expect(facts(loans, ['guarantorWorth'], { guarantors }).flat()).toEqual([0.5, 0.5, 0.5])
  })
})

test('joined sets: two things are together exactly when a chain of pairs leads from one to the other', () => {
  const pair = fc.tuple(fc.nat(11), fc.nat(11))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
      const sets = joinSets(12)
      for (const [a, b] of pairs) sets.join(a, b)
      const reach = new Set([0])
      for (let grown = -1; grown !== reach.size;) {
        grown = reach.size
        for (const [a, b] of pairs) if (reach.has(a) || reach.has(b)) reach.add(a).add(b)
      }
      for (let one = 0; one < 12; one += 1) expect(sets.rootOf(one) === sets.rootOf(0)).toBe(reach.has(one))
    }),
  )
})

describe('the hour of a collection record', () => {
  test.each<[string, number]>([
    ['2026-10-31 21:30', 21.5],
    ['2026/10/31 7:05:10', 7 + 5 / 60],
    ['2026年10月31日22时15分', 22.25],
    ['10月31日 晚上10点', 22],
    ['下午 3:00', 15],
    ['20261031 230000', 23],
    ['2026-10-31 00:00:00', Number.NaN],
    ['2026-10-31', Number.NaN],
    ['20261031', Number.NaN],
    ['电话', Number.NaN],
  ])('%s → %s', (text, hour) => {
    expect(hourOf(text)).toBe(hour)
  })
})

describe('wordings in collection notes', () => {
  test.each<[string, string | null]>([
    ['上门后对其威胁', '威胁'],
    ['提醒还款，未威胁、无辱骂', null],
    ['严禁张贴', null],
    ['威胁等行为均未发生', null],
    ['法院张贴公告', null],
    ['在村口张贴欠款名单', '张贴'],
    ['未接电话，多次之后对其家人进行辱骂', '辱骂'],
    ['提醒还款', null],
  ])('%s → %s', (collectionNote, word) => {
    expect(derive([{ collectionNote }], 'collectionWord')).toEqual([word])
  })

  test.each<[string, string | null]>([
    ['电话告知其父亲该户欠款情况', '告知其父亲该户欠款'],
    ['请其父亲转告回电', null],
    ['未告知其同事逾期情况', null],
    ['联系其儿子，未提欠款', null],
  ])('%s → %s', (collectionNote, told) => {
    expect(derive([{ collectionNote }], 'debtTold')).toEqual([told])
  })
})

test('the last contact is the latest in the row or in the register', () => {
  const collection = register('催收', '催收', [
    { loanNo: 'J1', lastCollectionDate: '2026-09-01', collectionTime: '2026-10-05 10:00' },
    { loanNo: 'J1', lastCollectionDate: '2026-09-20', collectionTime: null },
  ])
  const loans = [
    { loanNo: 'J1', lastCollectionDate: '2026-08-01' },
    { loanNo: 'J2', lastCollectionDate: '2026-08-02' },
    { loanNo: 'J3', lastCollectionDate: null },
  ]
  expect(facts(loans, ['latestCollection'], { collection }).flat()).toEqual([
    '2026-10-05',
    '2026-08-02',
    null,
  ])
})

test('what a customer owes is added up in 人民币 over what is known, never for a person’s bare name', () => {
  const loans = [
    {
      customerId: '1',
      customerName: '甲有限公司',
      balance: 100,
      currency: 'CNY',
      productType: '流动资金贷款',
    },
    {
      customerId: '1',
      customerName: '甲有限公司',
      balance: 50,
      currency: 'USD',
      productType: '流动资金贷款',
    },
    { customerId: '1', customerName: '甲有限公司', balance: 30, currency: 'CNY', productType: '委托贷款' },
    {
      customerId: '1',
      customerName: '甲有限公司',
      balance: null,
      currency: 'CNY',
      productType: '流动资金贷款',
    },
    { customerId: null, customerName: '张三', balance: 70, currency: 'CNY', productType: '消费贷款' },
  ]
  expect(facts(loans, ['customerExposure']).flat()).toEqual([100, 100, 100, 100, null])
})

describe('a new loan right after another', () => {
  const before = (more: LoanRow = {}): LoanRow => ({
    loanNo: 'J1',
    customerId: 'K1',
    balance: 100,
    maturityDate: '2026-12-01',
    fiveClass: '关注',
    overdueDays: 12,
    ...more,
  })
  const fresh = (more: LoanRow = {}): LoanRow => ({
    loanNo: 'J2',
    customerId: 'K1',
    balance: 100,
    disburseDate: '2026-10-10',
    maturityDate: '2027-10-10',
    closeDate: null,
    ...more,
  })
  test.each<[string, LoanRow[], LoanRow[], unknown[]]>([
    ['the old one is gone', [fresh()], [before()], ['关注', 12]],
    [
      'the old one was paid off five days before',
      [fresh(), { ...fresh(), loanNo: 'J1', balance: 0, closeDate: '2026-10-05' }],
      [before()],
      ['关注', 12],
    ],
    [
      'the old one was paid off long before',
      [fresh(), { ...fresh(), loanNo: 'J1', balance: 0, closeDate: '2026-09-20' }],
      [before()],
      [null, null],
    ],
    ['the old one is still there', [fresh(), fresh({ loanNo: 'J1' })], [before()], [null, null]],
    ['another customer’s', [fresh({ customerId: 'K2' })], [before()], [null, null]],
    ['it was there last time', [fresh()], [before(), before({ loanNo: 'J2' })], [null, null]],
  ])('%s', (_, loans, earlier, expected) => {
    const previous = register('上期', '借据', earlier)
    const previousAsOf = parseIsoDay('2026-09-30')
    const derived = deriveColumns(previous.table, {
      asOf: previousAsOf,
      parameters: builtInPolicy.parameters,
    })
    const registers = { previousLoans: { ...previous, derived }, previousAsOf }
    expect(facts(loans, ['succeededClass', 'succeededOverdueDays'], registers)[0]).toEqual(expected)
  })
})

describe('the file of a loan', () => {
  const full = '借款合同、借据、受托支付凭证、购销合同、营业执照、财务报表、征信报告、首次检查表'
  test.each<[string, LoanRow, unknown]>([
    ['complete for its stage', { archiveChecklist: full }, null],
    ['a remark is no list', { archiveChecklist: '齐全' }, null],
    ['blank', { archiveChecklist: null }, null],
    ['no proof of use', { archiveChecklist: full.replace('购销合同、', '') }, '贷款用途证明'],
    [
      'a guarantee needs its contract',
      { archiveChecklist: full, guaranteeType: '保证' },
      '担保合同、登记证明',
    ],
    [
      'a small firm needs no statements',
      { archiveChecklist: full.replace('财务报表、', ''), enterpriseSize: '小型' },
      null,
    ],
    ['long overdue', { archiveChecklist: full, overdueDays: 40 }, '催收记录'],
    [
      'after a year, more is expected',
      { archiveChecklist: full, disburseDate: '2025-08-01' },
      '还款凭证；常规检查报告、走访记录；沟通或回访记录',
    ],
  ])('%s', (_, loan, gaps) => {
    const base = {
      productType: '流动资金贷款',
      disburseDate: '2026-08-15',
      guaranteeType: '信用',
      balance: 1,
    }
    expect(derive([{ ...base, ...loan }], 'archiveGaps')).toEqual([gaps])
  })
})

describe('a loan that took the place of another', () => {
  const loans = [
    { loanNo: 'J2', prevLoanNo: 'J1', guarantorName: '甲有限公司、乙有限公司', maturityDate: '2027-06-10' },
    { loanNo: 'J1', prevLoanNo: null, guarantorName: '甲有限公司', maturityDate: '2026-06-10' },
    { loanNo: 'J3', prevLoanNo: 'J9', guarantorName: '甲有限公司', maturityDate: '2027-06-10' },
  ]
  test('its guarantors and its day are compared with the old loan’s', () => {
    expect(facts(loans, ['guarantorAdded', 'previousLoanMaturity'])).toEqual([
      [true, '2026-06-10'],
      [null, null],
      [null, null],
    ])
  })
})
