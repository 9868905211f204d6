import type { Rule } from '../types.ts'

const extended =
  '(展期次数 > 0 or 发放类型 = "展期" or (展期到期日 != null and 展期到期日 > 到期日) or (原到期日 != null and 到期日 > 原到期日))'
const withoutExtension = {
  展期次数: 0,
  发放类型: '新增',
  展期到期日: null,
  原到期日: null,
  到期日: null,
} as const

/** Extended and still normal without an assessment (M6); interest off the balance sheet against the class (M7). */
export const missingClassRules: readonly Rule[] = [
  {
    id: 'M6',
    category: 'M',
    nameZh: '展期后仍列正常而未评估财务困难',
    nameEn: 'Extended, classed normal, difficulty not assessed',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '评估结论为“是”的见 CLS-007。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'attention',
        applies: extended,
        when: '财务困难标志 = null and 五级分类 = "正常"',
        message: '已办理展期，五级分类为“正常”，没有财务困难评估结论。',
        remedy: '评估借款人是否存在财务困难：存在的按重组管理并重新分类，不存在的登记评估结论。',
        sources: ['R01h', 'R01n'],
        needs: ['财务困难标志', '五级分类'],
        optional: withoutExtension,
      },
      {
        id: 'b',
        kind: 'due',
        severity: 'attention',
        applies: extended,
        when: '财务困难标志 = null and 五级分类 = "正常"',
        message: '已办理展期，五级分类为“正常”：评估借款人是否存在财务困难并登记结论。',
        remedy: '存在财务困难的按重组管理并重新分类，不存在的登记评估结论。',
        sources: ['R01h', 'R01n'],
        needs: ['五级分类'],
        optional: { ...withoutExtension, 财务困难标志: null },
        dueDate: '基准日',
      },
    ],
    examples: [
      {
        given: { 贷款余额: 100000, 展期次数: 1, 财务困难标志: null, 五级分类: '正常' },
        outcome: 'hit',
        case: 'a',
      },
      { given: { 贷款余额: 100000, 展期次数: 1, 财务困难标志: '否', 五级分类: '正常' }, outcome: 'pass' },
      {
        given: { 贷款余额: 100000, 到期日: '2027-06-30', 原到期日: '2026-06-30', 五级分类: '正常' },
        outcome: 'hit',
        case: 'b',
        because: '没有评估一列，列为应办',
      },
      { given: { 贷款余额: 100000, 展期次数: 1, 财务困难标志: null, 五级分类: '关注' }, outcome: 'pass' },
      {
        given: { 贷款余额: 100000, 展期次数: 0, 财务困难标志: null, 五级分类: '正常' },
        outcome: 'notApplicable',
      },
      { given: { 贷款余额: 100000, 展期次数: 1, 财务困难标志: null, 五级分类: null }, outcome: 'incomplete' },
    ],
  },
  {
    id: 'M7',
    category: 'M',
    nameZh: '表外欠息与分类不符',
    nameEn: 'Interest off the balance sheet against the class',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '欠息天数超过 90、270、360 天的，由 CLS-002 至 CLS-004 按本金、利息天数较大者判断；有欠息而逾期天数空白的见 B3。本条看剩下的：利息逾期 90 天后才转表外，有表外欠息即说明曾达此数。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        applies: '分类逾期天数 = null or 分类逾期天数 <= 参数.次级逾期天数',
        when: '表外欠息 >= 参数.零星欠款金额 and (五级分类 = "关注" or (五级分类 = "正常" and 登记逾期天数 > 0))',
        message:
          '表外欠息 {表外欠息} 元，登记逾期 {登记逾期天数} 天，五级分类为“{五级分类}”；利息逾期超过 {参数.次级逾期天数} 天才转表外。',
        remedy: '核实欠息起始日与欠息天数，按本金、利息逾期天数较大者重新分类。',
        sources: ['R01b', 'bank'],
        needs: ['表外欠息', '五级分类'],
        optional: { 登记逾期天数: null, 分类逾期天数: null },
      },
    ],
    examples: [
      { given: { 贷款余额: 100000, 表外欠息: 5200, 逾期天数: 40, 五级分类: '关注' }, outcome: 'hit' },
      { given: { 贷款余额: 100000, 表外欠息: 5200, 逾期天数: 40, 五级分类: '次级' }, outcome: 'pass' },
      {
        given: { 贷款余额: 100000, 表外欠息: 5200, 逾期天数: 120, 五级分类: '关注' },
        outcome: 'notApplicable',
        because: '见 CLS-002',
      },
      {
        given: { 贷款余额: 100000, 表外欠息: 5200, 逾期天数: 0, 五级分类: '正常' },
        outcome: 'pass',
        because: '见 B3',
      },
      { given: { 贷款余额: 100000, 表外欠息: 5200, 逾期天数: 40, 五级分类: null }, outcome: 'incomplete' },
    ],
  },
]
