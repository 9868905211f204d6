import type { Rule, RuleCase } from '../types.ts'
import { ownAndRegister } from './itemCases.ts'

interface State {
  readonly ids: readonly [string, string]
  readonly states: string
  readonly severity: RuleCase['severity']
  readonly remedy: string
  readonly sources: readonly string[]
}

const states: readonly State[] = [
  {
    ids: ['a', 'b'],
    states: '("查封", "扣押", "灭失")',
    severity: 'serious',
    remedy:
      '核实查封、扣押的原因与轮候顺序，灭失的主张保险金、赔偿金或补偿金；评估担保缺口并按合同约定处理。',
    sources: ['R17-408', 'R17'],
  },
  {
    ids: ['c', 'd'],
    states: '("转让", "处置中")',
    severity: 'warning',
    remedy: '核实转让是否通知我行、抵押权是否仍在，价款是否用于还款或提存。',
    sources: ['R17-406'],
  },
  {
    ids: ['e', 'f'],
    states: '("二次抵押")',
    severity: 'attention',
    remedy: '核实我行顺位与在先、在后抵押金额，重新计算抵质押率。',
    sources: ['S1', 'R17'],
  },
  {
    ids: ['g', 'h'],
    states: '("出租")',
    severity: 'notice',
    remedy: '核对租期与起租日（是否先租后抵），租金可作还款来源的一并登记。',
    sources: ['R17', 'bank'],
  },
]

/** State of collateral and its insurance. */
export const colStateRules: readonly Rule[] = [
  {
    id: 'COL-006',
    category: 'COL',
    nameZh: '约定投保的押品保险缺失或不足',
    nameEn: 'Required insurance of collateral missing or short',
    table: '借据',
    grain: '押品池',
    segments: 'all',
    note: '只看合同约定须投保的押品；年度保单早于贷款到期属正常，临期列应办。财产保险没有受益人，也不得强制搭售保险，不核对受益人。投保金额与建筑物价值比较，不与含土地的余额比较。',
    cases: [
      ...ownAndRegister('押品', ['a', 'b'], {
        kind: 'violation',
        severity: 'attention',
        ownApplies: '要求投保 != null and 要求投保 = "是"',
        hits: ({ of }) => `${of('要求投保')} = "是" and ${of('保险到期日')} = null`,
        message: () => '合同约定押品须投保，没有保险到期日。',
        remedy: '按合同约定核实保险，登记保单与到期日。',
        sources: ['P1'],
        itemNeeds: ['要求投保', '保险到期日'],
      }),
      ...ownAndRegister('押品', ['c', 'd'], {
        kind: 'violation',
        severity: 'attention',
        ownApplies: '要求投保 != null and 要求投保 = "是" and 保险到期日 != null',
        hits: ({ of }) => `${of('要求投保')} = "是" and ${of('保险到期日')} < 基准日`,
        message: ({ show }) => `合同约定押品须投保，保险已于 ${show('保险到期日')} 到期。`,
        remedy: '按合同约定核实保险是否已续。',
        sources: ['P1'],
        itemNeeds: ['要求投保', '保险到期日'],
      }),
      ...ownAndRegister('押品', ['e', 'f'], {
        kind: 'violation',
        severity: 'notice',
        ownApplies: '要求投保 != null and 要求投保 = "是" and 保险金额 != null and 建筑物价值 != null',
        hits: ({ of }) =>
          `${of('要求投保')} = "是" and ${of('保险金额')} != null and ${of('建筑物价值')} != null and ${of('保险金额')} < ${of('建筑物价值')} and ${of('保险金额')} < 贷款余额`,
        message: ({ show }) =>
          `保险金额 ${show('保险金额')} 元，低于建筑物价值 ${show('建筑物价值')} 元和贷款余额 {贷款余额} 元。`,
        remedy: '按合同约定核实投保金额。',
        sources: ['P1'],
        needs: ['贷款余额'],
        itemNeeds: ['要求投保', '保险金额', '建筑物价值'],
      }),
      {
        id: 'g',
        kind: 'due',
        severity: 'notice',
        applies: '要求投保 != null and 要求投保 = "是" and 保险到期日 != null',
        when: '保险到期日 >= 基准日 and 保险到期日 <= add days(基准日, 参数.保险续保提前天数)',
        message: '合同约定投保的押品，保险将于 {保险到期日} 到期。',
        remedy: '提示抵押人按合同约定续保；投保公司由其自行选择。',
        sources: ['P1', 'bank'],
        needs: ['要求投保', '保险到期日'],
        dueDate: '保险到期日',
      },
    ],
    examples: [
      { given: { 贷款余额: 500_000, 要求投保: '是', 保险到期日: '2026-10-30' }, outcome: 'hit', case: 'c' },
      { given: { 贷款余额: 500_000, 要求投保: '是', 保险到期日: null }, outcome: 'hit', case: 'a' },
      {
        given: { 贷款余额: 500_000, 要求投保: '是', 保险到期日: '2027-03-31', 到期日: '2029-03-31' },
        outcome: 'pass',
        because: '年度保单，早于贷款到期是正常的',
      },
      { given: { 贷款余额: 500_000, 要求投保: '是', 保险到期日: '2026-11-20' }, outcome: 'hit', case: 'g' },
      {
        given: { 贷款余额: 500_000, 要求投保: null, 保险到期日: null },
        outcome: 'notApplicable',
        because: '没有登记要求投保的不判断',
      },
      {
        given: { 贷款余额: null, 要求投保: '是', 保险金额: 400_000, 建筑物价值: 500_000 },
        outcome: 'incomplete',
      },
      {
        given: { 贷款余额: 500_000, 要求投保: '否', 保险到期日: null },
        outcome: 'notApplicable',
        because: '合同没有要求投保',
      },
      {
        given: { 贷款余额: 900_000, 要求投保: '是', 保险金额: 500_000, 建筑物价值: 500_000 },
        outcome: 'pass',
        because: '余额含土地，投保金额已足建筑物价值',
      },
      {
        given: { 贷款余额: 900_000, 要求投保: '是', 保险金额: 400_000, 建筑物价值: 500_000 },
        outcome: 'hit',
        case: 'e',
      },
      {
        given: {
          贷款余额: 900_000,
          押品: [{ 押品编号: 'Y1', 要求投保: '是', 保险到期日: '2026-06-30' }],
        },
        outcome: 'hit',
        case: 'd',
      },
    ],
  },
  {
    id: 'COL-007',
    category: 'COL',
    nameZh: '押品状态异常',
    nameEn: 'Collateral in an abnormal state',
    table: '借据',
    grain: '押品池',
    segments: 'all',
    note: '出租与合法的二次抵押本身不是问题，只提示核实。',
    cases: [
      ...states.flatMap(({ ids, states: of, severity, remedy, sources }) =>
        ownAndRegister('押品', ids, {
          kind: 'violation',
          severity,
          ownApplies: '押品状态 != null',
          hits: (words) => `${words.of('押品状态')} in ${of}`,
          message: ({ show }) => `押品状态为“${show('押品状态')}”。`,
          remedy,
          sources,
          itemNeeds: ['押品状态'],
        }),
      ),
      ...ownAndRegister('押品', ['i', 'j'], {
        kind: 'violation',
        severity: 'attention',
        ownApplies: '处置顺位 != null',
        hits: ({ of }) =>
          `(${of('处置顺位')} > 1 and ${of('已抵押价值')} = 0) or (${of('处置顺位')} = 1 and ${of('已抵押价值')} > 0)`,
        message: ({ show }) =>
          `处置顺位为 ${show('处置顺位')}，已抵押价值为 ${show('已抵押价值')}，两者不符。`,
        remedy: '查询不动产登记簿，核对顺位与在先抵押金额。',
        sources: ['S1', 'bank'],
        itemNeeds: ['处置顺位', '已抵押价值'],
      }),
    ],
    examples: [
      { given: { 贷款余额: 500_000, 押品状态: '查封' }, outcome: 'hit', case: 'a' },
      { given: { 贷款余额: 500_000, 押品状态: '正常' }, outcome: 'pass' },
      {
        given: {
          贷款余额: 500_000,
          押品: [
            { 押品编号: 'Y1', 押品状态: '正常' },
            { 押品编号: 'Y2', 押品状态: '灭失' },
          ],
        },
        outcome: 'hit',
        case: 'b',
      },
      { given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品状态: null }] }, outcome: 'incomplete' },
      { given: { 贷款余额: 500_000, 押品状态: null }, outcome: 'notApplicable', because: '没有押品' },
      { given: { 贷款余额: 500_000, 押品状态: '转让' }, outcome: 'hit', case: 'c' },
      { given: { 贷款余额: 500_000, 押品状态: '二次抵押' }, outcome: 'hit', case: 'e' },
      {
        given: { 贷款余额: 500_000, 押品状态: '出租' },
        outcome: 'hit',
        case: 'g',
        because: '出租本身不是问题，只作提示',
      },
      { given: { 贷款余额: 500_000, 处置顺位: 2, 已抵押价值: 0 }, outcome: 'hit', case: 'i' },
      {
        given: { 贷款余额: 500_000, 处置顺位: 2, 已抵押价值: 300_000 },
        outcome: 'pass',
        because: '合法的第二顺位',
      },
    ],
  },
]
