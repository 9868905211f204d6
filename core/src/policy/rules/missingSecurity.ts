import type { Rule, RuleCase } from '../types.ts'

const registered = 'not(产品族 in ("贴现", "委托", "公积金")) and 低风险业务 = false'
const assumed = { 产品族: '其他', 低风险业务: '否' } as const

/** A case of M1 for one register: what it is called, which ways of securing need it, and where its rows are counted. */
function withoutRows(
  id: string,
  what: string,
  ways: string,
  own: string,
  customer: string,
): readonly RuleCase[] {
  return [
    {
      id,
      kind: 'violation',
      severity: 'serious',
      applies: `${ways} and ${registered}`,
      when: `${customer} = 0`,
      message: `担保方式为“{担保方式}”，${what}台账中没有本笔及该客户名下的登记。`,
      remedy: '核对担保合同与登记；确无担保的按信用贷款管理并报告，台账漏登的补录。',
      sources: ['R16', 'bank'],
      needs: ['担保方式', customer],
      optional: assumed,
    },
    {
      id: `${id}2`,
      kind: 'lead',
      severity: 'notice',
      applies: `${ways} and ${registered} and ${own} != null`,
      when: `${own} = 0 and ${customer} > 0`,
      message: `担保方式为“{担保方式}”，${what}登记在该客户的其他借据或合同名下，本笔没有登记。`,
      remedy: '核对担保合同的担保范围是否及于本笔（最高额担保、共用担保），并在台账中关联。',
      sources: ['R16', 'bank'],
      needs: ['担保方式', own, customer],
      optional: assumed,
    },
    {
      id: `${id}3`,
      kind: 'violation',
      severity: 'notice',
      applies: `担保方式 = "信用" and ${own} != null`,
      when: `${own} > 0`,
      message: `担保方式为“信用”，${what}台账中登记 {${own}} 项。`,
      remedy: '核对担保合同，更正担保方式或台账。',
      sources: ['R16', 'bank'],
      needs: ['担保方式', own],
    },
  ]
}

const outside = (one: string): string =>
  `((${one}.债权确定期间起日 != null and 放款日期 < ${one}.债权确定期间起日) or (${one}.债权确定期间止日 != null and 放款日期 > ${one}.债权确定期间止日))`

/** What the bank has and what its registers say (M1); maximum-amount security outside its period or sum (M2). */
export const missingSecurityRules: readonly Rule[] = [
  {
    id: 'M1',
    category: 'M',
    nameZh: '担保方式与担保台账不符',
    nameEn: 'Way of securing against registers',
    table: '借据',
    grain: '合同',
    segments: 'all',
    note: '按借据号、合同号、客户逐层查找；台账与本台账不配套（找得到的不足参数“担保台账覆盖下限”）时不作判断。保证金、全额存单质押不要求登记。组合担保不分项，不作判断。',
    cases: [
      ...withoutRows('a', '押品', '担保方式 in ("抵押", "质押")', '本笔登记押品数', '客户登记押品数'),
      ...withoutRows('b', '保证人', '担保方式 = "保证"', '本笔登记保证人数', '客户登记保证人数'),
    ],
    examples: [
      {
        given: { 借据号: 'JJ001', 贷款余额: 500000, 担保方式: '抵押', 押品: [] },
        outcome: 'hit',
        case: 'a',
        because: '有押品台账而无本笔',
      },
      {
        given: {
          借据号: 'JJ001',
          贷款余额: 500000,
          担保方式: '抵押',
          押品: [{ 借据号: 'JJ001', 押品类型: '居住房地产', 押品状态: '正常' }],
        },
        outcome: 'pass',
      },
      {
        given: {
          借据号: 'JJ002',
          合同号: 'HT001',
          贷款余额: 500000,
          担保方式: '抵押',
          押品: [{ 借据号: 'JJ001', 合同号: 'HT001', 押品类型: '居住房地产' }],
        },
        outcome: 'pass',
        because: '登记在同一合同另一笔借据名下',
      },
      {
        given: {
          借据号: 'JJ002',
          客户编号: 'C1',
          贷款余额: 500000,
          担保方式: '抵押',
          押品: [{ 借据号: 'JJ001', 客户编号: 'C1', 押品类型: '居住房地产' }],
        },
        outcome: 'hit',
        case: 'a2',
        because: '该客户另有押品，可能为最高额担保',
      },
      {
        given: {
          借据号: 'JJ001',
          贷款余额: 500000,
          担保方式: '质押',
          押品: [{ 借据号: 'JJ001', 押品类型: '股权', 押品状态: '灭失' }],
        },
        outcome: 'hit',
        case: 'a',
        because: '押品已灭失',
      },
      {
        given: {
          借据号: 'JJ001',
          贷款余额: 500000,
          担保方式: '信用',
          保证人: [{ 借据号: 'JJ001', 保证人名称: '某某贸易有限公司' }],
        },
        outcome: 'hit',
        case: 'b3',
      },
      {
        given: { 借据号: 'JJ001', 贷款余额: 500000, 担保方式: '保证', 保证人: [] },
        outcome: 'hit',
        case: 'b',
      },
      { given: { 借据号: 'JJ001', 贷款余额: 500000, 担保方式: null, 保证人: [] }, outcome: 'incomplete' },
      {
        given: { 借据号: 'JJ001', 贷款余额: 500000, 担保方式: '抵押' },
        outcome: 'notRun',
        because: '没有押品台账',
      },
      {
        given: {
          借据号: 'JJ001',
          贷款余额: 500000,
          担保方式: '质押',
          贷款品种: '全额存单质押贷款',
          押品: [],
        },
        outcome: 'notApplicable',
        because: '低风险业务',
      },
    ],
  },
  {
    id: 'M2',
    category: 'M',
    nameZh: '最高额担保超期超额',
    nameEn: 'Maximum-amount security exceeded or out of period',
    table: '借据',
    grain: '合同',
    segments: 'all',
    legalFloor: true,
    note: '本笔的担保全部是最高额担保、且没有一项的债权确定期间包含放款日期才算超期。超额按同一合同余额之和比较：多项押品的最高债权额相加，多名保证人各保全额，取最大者。利息也占最高债权额，故本金超额即已证实。',
    cases: [
      ...(
        [
          ['a', '押品', '担保方式 in ("抵押", "质押")', 'R17-420'],
          ['b', '保证人', '担保方式 = "保证"', 'R17-690'],
        ] as const
      ).map(([id, list, ways, source]): RuleCase => ({
        id,
        kind: 'violation',
        severity: 'serious',
        applies: `${ways} and count(${list}) > 0 and (every g in ${list} satisfies g.最高债权额 != null)`,
        when: `every g in ${list} satisfies ${outside('g')}`,
        message: `放款日期 {放款日期} 不在${list}最高额担保的债权确定期间内。`,
        remedy: '停止同类放款；核对担保合同，落实覆盖本笔的担保，按实际日期签订。',
        sources: [source],
        needs: ['担保方式', '放款日期', `${list}.最高债权额`, `${list}.债权确定期间止日`],
      })),
      {
        id: 'c',
        kind: 'violation',
        severity: 'serious',
        applies:
          '担保方式 in ("抵押", "质押") and count(押品) > 0 and (every g in 押品 satisfies g.最高债权额 != null)',
        when: '贷款余额 + sum(同合同.贷款余额) > sum(押品.最高债权额) + 金额误差 * (count(同合同) + 1)',
        message:
          '同一合同余额合计 {贷款余额 + sum(同合同.贷款余额)} 元，超过押品的最高债权额 {sum(押品.最高债权额)} 元。',
        remedy: '停止新放款，压降或补充担保；超出部分按无担保评估。',
        sources: ['R17-420'],
        needs: ['担保方式', '贷款余额', '同合同', '押品.最高债权额'],
      },
      {
        id: 'd',
        kind: 'violation',
        severity: 'serious',
        applies:
          '担保方式 = "保证" and count(保证人) > 0 and (every g in 保证人 satisfies g.最高债权额 != null)',
        when: '贷款余额 + sum(同合同.贷款余额) > max(保证人.最高债权额) + 金额误差 * (count(同合同) + 1)',
        message:
          '同一合同余额合计 {贷款余额 + sum(同合同.贷款余额)} 元，超过保证人的最高债权额 {max(保证人.最高债权额)} 元。',
        remedy: '停止新放款，压降或补充担保；超出部分按无担保评估。',
        sources: ['R17-690'],
        needs: ['担保方式', '贷款余额', '同合同', '保证人.最高债权额'],
      },
    ],
    examples: [
      {
        given: {
          担保方式: '抵押',
          贷款余额: 800000,
          放款日期: '2026-07-10',
          押品: [{ 最高债权额: 1000000, 债权确定期间起日: '2023-06-30', 债权确定期间止日: '2026-06-30' }],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          担保方式: '抵押',
          贷款余额: 800000,
          放款日期: '2026-06-30',
          押品: [{ 最高债权额: 1000000, 债权确定期间起日: '2023-06-30', 债权确定期间止日: '2026-06-30' }],
        },
        outcome: 'pass',
        because: '期间的最后一日',
      },
      {
        given: {
          担保方式: '抵押',
          贷款余额: 800000,
          放款日期: '2026-07-10',
          押品: [
            { 最高债权额: 1000000, 债权确定期间起日: '2023-06-30', 债权确定期间止日: '2026-06-30' },
            { 最高债权额: 1000000, 债权确定期间起日: '2026-07-01', 债权确定期间止日: '2029-06-30' },
          ],
        },
        outcome: 'pass',
        because: '已续签，后一项包含放款日期',
      },
      {
        given: {
          担保方式: '保证',
          贷款余额: 800000,
          放款日期: '2026-07-10',
          保证人: [{ 最高债权额: 1000000, 债权确定期间起日: '2023-06-30', 债权确定期间止日: '2026-06-30' }],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          合同号: 'HT001',
          担保方式: '抵押',
          贷款余额: 800000,
          押品: [{ 最高债权额: 1000000 }],
          同合同: [{ 贷款余额: 300000 }],
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          合同号: 'HT001',
          担保方式: '抵押',
          贷款余额: 800000,
          押品: [{ 最高债权额: 600000 }, { 最高债权额: 600000 }],
          同合同: [{ 贷款余额: 300000 }],
        },
        outcome: 'pass',
        because: '两项押品合计够',
      },
      {
        given: {
          合同号: 'HT001',
          担保方式: '保证',
          贷款余额: 800000,
          保证人: [{ 最高债权额: 1000000 }, { 最高债权额: 1000000 }],
          同合同: [{ 贷款余额: 300000 }],
        },
        outcome: 'hit',
        case: 'd',
      },
      {
        given: {
          担保方式: '抵押',
          贷款余额: 800000,
          放款日期: null,
          押品: [{ 最高债权额: 1000000, 债权确定期间起日: '2023-06-30', 债权确定期间止日: '2026-06-30' }],
        },
        outcome: 'incomplete',
      },
    ],
  },
]
