import type { Rule } from '../types.ts'

/** Daily entries of an account in the order of their days, for examples. */
const entries = (days: readonly (readonly [string, '借' | '贷', number, number])[]) =>
  days.map(([交易日期, 借贷标志, 交易金额, 账户余额]) => ({
    借据号: 'J1',
    交易日期,
    借贷标志,
    交易金额,
    账户余额,
    对方户名: '某百货公司',
  }))
const steady = [
  ['2026-06-20', '贷', 100_000, 500_000],
  ['2026-07-20', '贷', 100_000, 500_000],
  ['2026-08-20', '贷', 100_000, 500_000],
  ['2026-09-20', '贷', 100_000, 500_000],
] as const
const account = {
  客户类型: '对公',
  贷款余额: 5_000_000,
  贷款金额: 5_000_000,
  借据号: 'J1',
  放款日期: '2025-11-03',
}

/** Warning signals: the borrower's account with us. */
export const ewsAccountRules: readonly Rule[] = [
  {
    id: 'EWS-007',
    category: 'EWS',
    nameZh: '账户异动',
    nameEn: 'Account activity abnormal',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '流水覆盖放款后至少四个观察期才判断；以清单最后一日为准，不以基准日为准。放款、退款、利息不作回款。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'attention',
        applies: '流水覆盖天数 >= 4 * 参数.账户异动观察天数',
        when: '账户余额降幅 >= 参数.账户余额下降比例',
        message: '最近 {参数.账户异动观察天数} 天日均余额比此前下降 {账户余额降幅}%。',
        remedy: '核实资金去向与结算是否转走，要求货款归行。',
        sources: ['S2', 'bank'],
        needs: ['支付', '支付.账户余额'],
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'attention',
        applies: '流水覆盖天数 >= 4 * 参数.账户异动观察天数',
        when: '回款降幅 >= 参数.账户余额下降比例',
        message:
          '最近 {参数.账户异动观察天数} 天回款比此前下降 {回款降幅}%，距最近一笔回款 {无回款天数} 天。',
        remedy: '核实销售与回款渠道，要求货款归行。',
        sources: ['S2', 'S3', 'bank'],
        needs: ['支付', '支付.借贷标志', '支付.交易金额'],
      },
    ],
    examples: [
      {
        given: {
          ...account,
          支付: entries([
            ...steady,
            ['2026-10-03', '借', 450_000, 50_000],
            ['2026-10-30', '贷', 100_000, 150_000],
          ]),
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { ...account, 支付: entries([...steady, ['2026-10-30', '借', 1_000, 499_000]]) },
        outcome: 'hit',
        case: 'b',
        because: '一个月没有回款。',
      },
      {
        given: {
          ...account,
          支付: entries([
            ...steady,
            ['2026-10-20', '贷', 100_000, 500_000],
            ['2026-10-30', '借', 1_000, 499_000],
          ]),
        },
        outcome: 'pass',
      },
      {
        given: {
          ...account,
          放款日期: '2026-09-01',
          支付: entries([...steady, ['2026-10-03', '借', 450_000, 50_000]]),
        },
        outcome: 'notApplicable',
        because: '放款不久，用款使余额下降是正常的。',
      },
      {
        given: {
          ...account,
          支付: entries(steady),
        },
        outcome: 'notApplicable',
        because: '流水不足四个观察期。',
      },
      {
        given: {
          ...account,
          支付: entries([...steady, ['2026-10-30', '贷', 100_000, 500_000]]).map((one) => ({
            ...one,
            账户余额: null,
          })),
        },
        outcome: 'incomplete',
      },
    ],
  },
]
