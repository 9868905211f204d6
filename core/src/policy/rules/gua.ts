import type { Rule, RuleCase, RuleExample } from '../types.ts'

const steps: readonly (readonly [string, RuleCase['severity'], string])[] = [
  ['a', 'serious', '剩余天数 >= 0 and 剩余天数 <= 参数.保证期间紧急天数'],
  ['b', 'warning', '剩余天数 > 参数.保证期间紧急天数 and 剩余天数 <= 2 * 参数.保证期间紧急天数'],
  ['c', 'attention', '剩余天数 > 2 * 参数.保证期间紧急天数 and 剩余天数 <= 参数.保证期间提前天数'],
]
const agreedLeft = 'days between(基准日, 保证期间届满日)'
const impliedLeft = 'days between(基准日, 保证到期日推定)'
const agreedApplies =
  '担保方式 = "保证" and 起诉日期 = null and 保证期间届满日 != null and 保证期间届满日 > 到期日'
// a register of guarantors with agreed days says more than the six months of the law
const impliedApplies =
  '担保方式 = "保证" and 起诉日期 = null and 保证期间依据 = "法定六个月" and 保证人已登记约定 = false'
/** Some guarantor of the register is bound to a day after maturity of which so much is left. */
const registeredWhen = (left: string): string =>
  `贷款余额 > 0 and (some 项 in 保证人 satisfies (项.保证期间届满日 != null and 项.保证期间届满日 > 到期日 and ${left}))`
const registeredLeft = 'days between(基准日, 项.保证期间届满日)'
const registeredNeeds = ['担保方式', '保证人.保证期间届满日', '贷款余额', '到期日'] as const
const remedy =
  '届满前向连带责任保证人书面主张权利并留存送达凭证；一般保证须对债务人起诉或仲裁。按实际日期登记，不得倒签。'

/** Guarantors (GUA). */
export const guaRules: readonly Rule[] = [
  {
    id: 'GUA-001',
    category: 'GUA',
    nameZh: '保证期间将届满或已届满',
    nameEn: 'Guarantee period about to end or ended',
    table: '借据',
    grain: '借据',
    segments: 'all',
    scope: 'openOrWrittenOff',
    note: '约定的届满日为准；未约定、约定不明或不晚于主债务到期日的为六个月。展期未经保证人书面同意的，保证期间自原到期日起算；最高额保证自债权确定日起算。没有登记约定的只列应办和线索。',
    cases: [
      {
        id: 'p',
        kind: 'violation',
        severity: 'serious',
        applies: agreedApplies,
        when: '保证期间届满日 < 基准日 and 贷款余额 > 0',
        message: '约定的保证期间已于 {保证期间届满日} 届满，余额 {贷款余额} 元，没有主张权利的记录。',
        remedy: '核实届满前是否已向保证人主张权利；没有的，评估担保缺失并落实其他还款来源。',
        sources: ['R17-692', 'R17-693'],
        needs: ['担保方式', '保证期间届满日', '贷款余额', '到期日'],
        optional: { 起诉日期: null },
      },
      ...steps.map(([id, severity, when]): RuleCase => ({
        id,
        kind: 'violation',
        severity,
        applies: agreedApplies,
        when: `${when.replaceAll('剩余天数', agreedLeft)} and 有效到期日 < 基准日 and 贷款余额 > 0`,
        message: `约定的保证期间将于 {保证期间届满日} 届满，还有 {${agreedLeft}} 天，余额 {贷款余额} 元。`,
        remedy,
        sources: ['R17-692', 'R17-693'],
        needs: ['担保方式', '保证期间届满日', '贷款余额', '到期日'],
        optional: { 起诉日期: null },
      })),
      {
        id: 'p3',
        kind: 'violation',
        severity: 'serious',
        applies: '担保方式 = "保证" and 起诉日期 = null',
        when: registeredWhen('项.保证期间届满日 < 基准日'),
        message:
          '保证人台账约定的保证期间已有届满的（{string join(distinct values(for 项 in 保证人 return if 项.保证期间届满日 < 基准日 then 项.保证人名称 else null), "、")}），余额 {贷款余额} 元，没有主张权利的记录。',
        remedy: '核实届满前是否已向保证人主张权利；没有的，评估担保缺失并落实其他还款来源。',
        sources: ['R17-692', 'R17-693'],
        needs: registeredNeeds,
        optional: { 起诉日期: null },
      },
      ...steps.map(([id, severity, when]): RuleCase => ({
        id: `${id}3`,
        kind: 'violation',
        severity,
        applies: '担保方式 = "保证" and 起诉日期 = null',
        when: `有效到期日 < 基准日 and ${registeredWhen(when.replaceAll('剩余天数', registeredLeft))}`,
        message:
          '保证人台账约定的保证期间将于 {string join(distinct values(for 项 in 保证人 return if 项.保证期间届满日 >= 基准日 then string(项.保证期间届满日) else null), "、")} 届满，余额 {贷款余额} 元。',
        remedy,
        sources: ['R17-692', 'R17-693'],
        needs: registeredNeeds,
        optional: { 起诉日期: null },
      })),
      {
        id: 'q',
        kind: 'lead',
        severity: 'serious',
        applies: impliedApplies,
        when: '保证到期日推定 < 基准日 and 贷款余额 > 0',
        message:
          '台账没有登记约定的保证期间；按法定六个月推定已于 {保证到期日推定} 届满，余额 {贷款余额} 元。',
        remedy: '查阅保证合同约定的保证期间并登记；未约定的，核实届满前是否已向保证人主张权利。',
        sources: ['R17-692', 'R17-695', 'R18'],
        needs: ['担保方式', '保证到期日推定', '贷款余额'],
        optional: { 起诉日期: null, 保证期间依据: null, 保证人已登记约定: '否' },
      },
      ...steps.map(([id, severity, when]): RuleCase => ({
        id: `${id}2`,
        kind: 'due',
        severity,
        applies: impliedApplies,
        when: `${when.replaceAll('剩余天数', impliedLeft)} and 贷款余额 > 0`,
        message: `按法定六个月推定，保证期间将于 {保证到期日推定} 届满，还有 {${impliedLeft}} 天，余额 {贷款余额} 元。`,
        remedy: `查阅保证合同约定的保证期间。${remedy}`,
        sources: ['R17-692', 'R17-695', 'R18'],
        needs: ['担保方式', '保证到期日推定', '贷款余额'],
        optional: { 起诉日期: null, 保证期间依据: null, 保证人已登记约定: '否' },
        dueDate: '保证到期日推定',
      })),
    ],
    examples: [
      {
        given: { 担保方式: '保证', 贷款余额: 100000, 到期日: '2024-11-20', 保证期间届满日: '2026-11-20' },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 担保方式: '保证', 贷款余额: 100000, 到期日: '2024-10-20', 保证期间届满日: '2026-10-20' },
        outcome: 'hit',
        case: 'p',
      },
      {
        given: { 担保方式: '保证', 贷款余额: 100000, 到期日: '2026-06-20', 保证期间届满日: '2029-06-20' },
        outcome: 'pass',
        because: '约定三年',
      },
      {
        given: { 担保方式: '保证', 贷款余额: 100000, 到期日: '2026-05-20' },
        outcome: 'hit',
        case: 'a2',
        because: '未登记约定，按法定六个月列应办',
      },
      {
        given: { 担保方式: '保证', 贷款余额: 100000, 到期日: '2026-03-20' },
        outcome: 'hit',
        case: 'q',
        because: '未登记约定，只列线索',
      },
      {
        given: {
          担保方式: '保证',
          贷款余额: 100000,
          到期日: '2026-11-20',
          原到期日: '2026-03-20',
          保证人书面同意: '否',
        },
        outcome: 'hit',
        case: 'q',
        because: '展期未经书面同意，自原到期日起算',
      },
      {
        given: {
          担保方式: '保证',
          贷款余额: 100000,
          到期日: '2026-11-20',
          原到期日: '2026-03-20',
          保证人书面同意: '是',
        },
        outcome: 'pass',
        because: '展期经书面同意',
      },
      {
        given: {
          担保方式: '保证',
          贷款余额: 100000,
          到期日: '2026-03-20',
          借据号: 'JJ001',
          保证人: [{ 借据号: 'JJ001', 保证人名称: '某某贸易有限公司', 保证期间届满日: '2029-03-20' }],
        },
        outcome: 'pass',
        because: '保证人台账登记约定三年',
      },
      {
        given: {
          担保方式: '保证',
          贷款余额: 100000,
          到期日: '2024-10-20',
          借据号: 'JJ001',
          保证人: [
            { 借据号: 'JJ001', 保证人名称: '某某建材有限公司', 保证期间届满日: '2027-10-20' },
            { 借据号: 'JJ001', 保证人名称: '某某贸易有限公司', 保证期间届满日: '2026-10-20' },
          ],
        },
        outcome: 'hit',
        case: 'p3',
        because: '保证人台账约定的期间也要看',
      },
      ...['2026-11-20', '2026-12-10', '2027-01-10'].map((end, at): RuleExample => ({
        given: {
          担保方式: '保证',
          贷款余额: 100000,
          到期日: '2024-10-20',
          借据号: 'JJ001',
          保证人: [{ 借据号: 'JJ001', 保证人名称: '某某贸易有限公司', 保证期间届满日: end }],
        },
        outcome: 'hit',
        case: ['a3', 'b3', 'c3'][at] ?? '',
      })),
      { given: { 担保方式: '保证', 贷款余额: 100000, 到期日: '2027-05-20' }, outcome: 'pass' },
      { given: { 担保方式: '保证', 贷款余额: 100000, 到期日: null }, outcome: 'incomplete' },
      { given: { 担保方式: '抵押', 贷款余额: 100000, 到期日: '2026-03-20' }, outcome: 'notApplicable' },
    ],
  },
]
