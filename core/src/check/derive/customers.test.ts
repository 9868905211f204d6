import { describe, expect, it } from 'vitest'

import type { LoanRow } from './loansForTests.ts'
import { derive } from './loansForTests.ts'

const firm = { customerName: '某某建材有限公司' }
const other = { customerName: '某某食品有限公司' }

const turn = (disburseDate: string, maturityDate: string, balance: number, loanAmount = 1000): LoanRow => ({
  ...firm,
  loanAmount,
  balance,
  disburseDate,
  maturityDate,
})

const like = (interestRate: number): LoanRow => ({
  interestRate,
  guaranteeType: '抵押',
  disburseDate: '2025-05-06',
  maturityDate: '2026-05-06',
})

describe('segment', () => {
  const cases: readonly (readonly [string, LoanRow, segment: string | null, basis: string | null])[] = [
    ['customer type first', { customerType: '农户', customerName: '某某合作社' }, '个人', '客户类型'],
    [
      'then product',
      { customerType: null, productType: '个人住房按揭贷款', customerName: '某某公司' },
      '个人',
      '贷款品种',
    ],
    ['a firm product', { productType: '流动资金贷款', customerName: '张三' }, '对公', '贷款品种'],
    ['personal working capital', { productType: '个人流动资金贷款' }, '个人', '贷款品种'],
    [
      'then the identity number',
      { productType: '其他贷款', idNumber: '11010519491231002X', customerName: '某某店' },
      '个人',
      '证件',
    ],
    ['a credit code', { idNumber: '91110000MA00000077' }, '对公', '证件'],
    ['then words of the name', { customerName: '某某县兴农种植专业合作社' }, '对公', '名称'],
    ['a person’s name', { customerName: '张三' }, '个人', '名称'],
    ['a name with a dot', { customerName: '阿卜杜·热西提' }, '个人', '名称'],
    ['nothing to go by', { customerName: '某某某某某某某某' }, null, null],
  ]
  it.each(cases)('%s', (_, loan, segment, basis) => {
    expect(derive([loan], 'segment')).toEqual([segment])
    expect(derive([loan], 'segmentBasis')).toEqual([basis])
  })
})

describe('product family', () => {
  it.each([
    ['一般固定资产贷款', '固定资产'],
    ['项目贷款（银团）', '项目'],
    ['二手房按揭', '按揭'],
    ['个人经营性贷款', '个人经营'],
    ['房抵经营贷', '个人经营'],
    ['个人消费贷款', '消费'],
    ['国家助学贷款', '助学'],
    ['委托贷款', '委托'],
    ['公积金个人住房贷款', '公积金'],
    ['银行承兑汇票贴现', '贴现'],
    ['法人账户透支', '透支'],
    ['承兑垫款', '垫款'],
    ['流动资金循环贷款', '流动资金'],
    ['惠民快捷通', '其他'],
  ])('%s', (wording, family) => {
    expect(derive([{ productType: wording }], 'productFamily')).toEqual([family])
  })

  it('proves low risk, revolving and outside the one-class rule only by words', () => {
    expect(derive([{ guaranteeType: '保证金' }, { guaranteeType: '质押' }], 'lowRisk')).toEqual([true, false])
    expect(
      derive([{ productType: '流动资金循环贷款' }, { productType: '流动资金贷款' }], 'revolving'),
    ).toEqual([true, false])
    expect(
      derive(
        [{ productType: '委托贷款' }, { productType: '存单质押贷款' }, { productType: null }],
        'outsideUnifiedClass',
      ),
    ).toEqual([true, true, false])
  })
})

describe('whose loan it is', () => {
  const loans: readonly LoanRow[] = [
    { customerId: 'C1', customerName: '张三', orgName: '东街支行' },
    { customerId: ' c1 ', customerName: '张三丰', orgName: '西街支行' },
    { customerId: null, customerName: '某某建材（集团）有限公司', orgName: '东街支行' },
    { customerId: null, customerName: '某某建材(集团)有限公司', orgName: '西街支行' },
    { customerId: null, customerName: '李四', orgName: '东街支行' },
    { customerId: null, customerName: '李四', orgName: '西街支行' },
    { customerId: null, customerName: null, orgName: '西街支行' },
  ]
  it('goes by number, then firm name, then person’s name within a branch', () => {
    const keys = derive(loans, 'customerKey') ?? []
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).toBe(keys[3])
    expect(keys[4]).not.toBe(keys[5])
    expect(keys[6]).toBeNull()
    expect(derive(loans, 'customerKeyKind')).toEqual([
      '客户编号',
      '客户编号',
      '企业名称',
      '企业名称',
      '个人姓名',
      '个人姓名',
      null,
    ])
  })
  it('does not take a number that stands beside three names for a customer’s', () => {
    const shared = ['张三', '李四', '王五'].map((customerName) => ({ customerId: '0001', customerName }))
    expect(derive(shared, 'customerKeyKind')).toEqual(['个人姓名', '个人姓名', '个人姓名'])
    expect(derive(shared.slice(1), 'customerKeyKind')).toEqual(['客户编号', '客户编号'])
  })
  it('tells nothing of the identity number', () => {
    const keys = derive([{ idNumber: '11010519491231002X' }], 'customerKey') ?? []
    expect(keys[0]).toMatch(/^[0-9a-f]{16}$/)
  })
  it('does not join people by an identity number that a spreadsheet rounded', () => {
    expect(derive([{ idNumber: '110105194912310000', customerName: '张三' }], 'customerKeyKind')).toEqual([
      '个人姓名',
    ])
  })
})

describe('the customer’s loans side by side', () => {
  const loans: readonly LoanRow[] = [
    { ...firm, balance: 900, fiveClass: '关注', overdueDays: 0, disburseDate: '2026-10-05' },
    { ...firm, balance: 100, fiveClass: '可疑', overdueDays: 40, disburseDate: '2024-01-05' },
    { ...firm, balance: 0, fiveClass: '损失', overdueDays: 0, disburseDate: '2020-01-05' },
    {
      ...firm,
      balance: 500,
      fiveClass: '损失',
      overdueDays: 0,
      disburseDate: '2024-01-05',
      productType: '委托贷款',
    },
    { ...other, balance: 700, fiveClass: '正常', overdueDays: 0, disburseDate: '2026-10-05' },
  ]
  it('leaves out closed loans and those outside the one-class rule', () => {
    expect(derive(loans, 'sameCustomerNplShare')).toEqual([10, 10, 10, 10, 0])
    expect(derive(loans, 'sameCustomerWorstClass')).toEqual(['可疑', '可疑', '可疑', '可疑', '正常'])
    expect(derive(loans, 'sameCustomerBestClass')).toEqual(['关注', '关注', '关注', '关注', '正常'])
    expect(derive(loans, 'sameCustomerClassSpread')).toEqual([2, 2, 2, 2, 0])
  })
  it('looks at the other loans only', () => {
    expect(derive(loans, 'otherLoansOverdueDays')).toEqual([40, 0, 40, 40, 0])
  })
  it('sees lending after the other loan became overdue', () => {
    expect(derive(loans, 'lentWhileOverdue')).toEqual([true, false, false, false, false])
  })
})

describe('loans alike', () => {
  const loan = {
    ...firm,
    loanAmount: 500,
    balance: 400,
    disburseDate: '2026-03-10',
    maturityDate: '2027-03-10',
  }
  it('counts loans that differ in nothing but their number', () => {
    expect(derive([loan, loan, { ...loan, balance: 300 }], 'duplicateGroupSize')).toEqual([2, 2, 1])
    expect(
      derive(
        [
          { ...loan, loanNo: 'A' },
          { ...loan, loanNo: 'B' },
          { ...loan, loanNo: null },
        ],
        'duplicateGroupSize',
      ),
    ).toEqual([3, 3, 3])
  })
  it('leaves the same number twice to DQ-001, and closed loans alone', () => {
    expect(
      derive(
        [
          { ...loan, loanNo: 'A' },
          { ...loan, loanNo: 'A' },
        ],
        'duplicateGroupSize',
      ),
    ).toEqual([1, 1])
    expect(
      derive(
        [
          { ...loan, balance: 0 },
          { ...loan, balance: 0 },
        ],
        'duplicateGroupSize',
      ),
    ).toEqual([1, 1])
  })
})

describe('splitting', () => {
  const person = { customerId: 'P1', customerName: '张三' }
  const draw = (loanAmount: number, disburseDate: string, productType: string | null = null): LoanRow => ({
    ...person,
    loanAmount,
    disburseDate,
    productType,
  })
  it('sums what falls within ten days', () => {
    const loans = [
      draw(300_000, '2026-03-01'),
      draw(200_000, '2026-03-11'),
      draw(250_000, '2026-03-15'),
      draw(90_000, '2026-05-01'),
    ]
    expect(derive(loans, 'splitSum')).toEqual([500_000, 500_000, 450_000, 0])
    expect(derive(loans, 'splitCount')).toEqual([2, 2, 2, 0])
  })
  it('takes the ceiling of the product, and none for firms, mortgages and revolving credit', () => {
    const loans = [
      draw(1, '2026-03-01'),
      draw(1, '2026-03-01', '个人消费贷款'),
      draw(1, '2026-03-01', '按揭贷款'),
      draw(1, '2026-03-01', '消费随借随还'),
    ]
    expect(derive(loans, 'splitLimit')).toEqual([500_000, 300_000, null, null])
    expect(derive([{ ...firm, loanAmount: 1, disburseDate: '2026-03-01' }], 'splitLimit')).toEqual([null])
  })
  it('tells an officer’s loans just below the ceiling once', () => {
    const near = Array.from({ length: 3 }, (_, at) => ({
      customerId: `P${at}`,
      customerName: '张三',
      managerName: '王五',
      loanAmount: at === 2 ? 100_000 : 480_000,
      disburseDate: '2026-03-01',
    }))
    expect(derive(near, 'nearLimitCount')).toEqual([2, 0, 0])
    expect(derive(near, 'nearLimitShare')?.[0]).toBeCloseTo(66.67, 1)
  })
})

describe('turnover', () => {
  it('counts loans that follow each other closely in date and amount', () => {
    const loans = [
      turn('2023-03-01', '2024-03-01', 0),
      turn('2024-03-05', '2025-03-05', 0, 1050),
      turn('2025-03-08', '2026-03-08', 0),
      turn('2026-03-20', '2027-03-20', 1000),
      turn('2026-03-20', '2027-03-20', 5000, 5000),
    ]
    expect(derive(loans, 'turnoverLinks')).toEqual([0, 1, 2, 3, 0])
  })
})

describe('rates of like loans', () => {
  it('needs twenty, and allows what is ordinary among them', () => {
    const loans = [...Array.from({ length: 20 }, (_, at) => like(4 + (at % 5) * 0.1)), like(12)]
    expect(derive(loans, 'rateGroupMedian')?.[20]).toBeCloseTo(4.2)
    expect(derive(loans, 'rateAllowance')?.[20]).toBe(1.5)
    expect(derive(loans.slice(2), 'rateGroupMedian')?.[0]).toBeNull()
    expect(derive(loans.slice(2), 'rateGroupSize')?.[0]).toBe(19)
  })
})

describe('numbers a spreadsheet damaged', () => {
  it.each([
    ['1.10105E+17', true],
    ['110105194912310000', true],
    ['440524188001010014', false],
    ['11010519491231002X', false],
  ])('%s', (idNumber, damaged) => {
    expect(derive([{ idNumber }], 'idDamaged')).toEqual([damaged])
  })
})
