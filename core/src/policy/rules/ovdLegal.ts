import type { Rule, RuleCase } from '../types.ts'

/** Steps before the limitation period ends, from the most urgent. */
const statuteSteps: readonly (readonly [string, RuleCase['severity'], string])[] = [
  ['a', 'serious', '距时效届满 >= 0 and 距时效届满 <= 参数.诉讼时效紧急天数'],
  ['b', 'warning', '距时效届满 > 参数.诉讼时效紧急天数 and 距时效届满 <= 参数.诉讼时效二次提示天数'],
  ['c', 'attention', '距时效届满 > 参数.诉讼时效二次提示天数 and 距时效届满 <= 参数.诉讼时效提前天数'],
]
const daysLeft = 'days between(基准日, 时效到期日推定)'
const notSued = '起诉日期 = null'
const registered = `${notSued} and 诉讼时效届满日 != null`
const notRegistered = `${notSued} and 时效依据 != "登记"`
const statuteRemedy =
  '送达催收通知并取得签收，或由借款人书面承诺、部分还款，或起诉，以中断时效；留存凭证并注明实际日期。'

/** Suits and the limitation of actions; written-off loans included, since the claim lives on. */
export const ovdLegalRules: readonly Rule[] = [
  {
    id: 'OVD-006',
    category: 'OVD',
    nameZh: '应启动法律程序未启动',
    nameEn: 'Legal action not started',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '低于成本下限的不要求起诉。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: '逾期留空 = false and 贷款余额 >= 参数.上门诉讼金额下限',
        when: '分类逾期天数 > 参数.法律程序启动天数 and 起诉日期 = null and 保全日期 = null and 清收方案 = null',
        message: '逾期 {分类逾期天数} 天，没有起诉、保全或经批准的清收方案。',
        remedy: '评估发送律师函、申请财产保全；或经批准采用调解、赋强公证、担保代偿、保险理赔等方案。',
        sources: ['S4-6', 'bank'],
        needs: ['登记逾期天数', '贷款余额', '起诉日期'],
        optional: { 保全日期: null, 清收方案: null, 逾期留空: '否' },
      },
      {
        id: 'b',
        kind: 'due',
        severity: 'attention',
        applies: '逾期留空 = false and 贷款余额 >= 参数.上门诉讼金额下限',
        when: '分类逾期天数 > 参数.法律程序启动天数 and 起诉日期 = null and 保全日期 = null and 清收方案 = null',
        message: '逾期 {分类逾期天数} 天，应评估是否启动法律程序。',
        remedy: '评估发送律师函、申请财产保全；或经批准采用调解、赋强公证、担保代偿、保险理赔等方案。',
        sources: ['S4-6', 'bank'],
        needs: ['登记逾期天数', '贷款余额'],
        optional: { 起诉日期: null, 保全日期: null, 清收方案: null, 逾期留空: '否' },
        dueDate: '基准日',
      },
    ],
    examples: [
      { given: { 贷款余额: 100000, 逾期天数: 91, 起诉日期: null }, outcome: 'hit', case: 'a' },
      { given: { 贷款余额: 100000, 逾期天数: 90, 起诉日期: null }, outcome: 'pass' },
      { given: { 贷款余额: 100000, 逾期天数: 120, 起诉日期: '2026-09-10' }, outcome: 'pass' },
      {
        given: { 贷款余额: 100000, 逾期天数: 120, 起诉日期: null, 清收方案: '担保公司代偿，已报批' },
        outcome: 'pass',
      },
      { given: { 贷款余额: 100000, 逾期天数: null, 起诉日期: null }, outcome: 'incomplete' },
      {
        given: { 贷款余额: 100000, 逾期天数: 120 },
        outcome: 'hit',
        case: 'b',
        because: '没有起诉日期列，列为应办',
      },
      {
        given: { 贷款余额: 49999, 逾期天数: 120, 起诉日期: null },
        outcome: 'notApplicable',
        because: '低于诉讼成本下限',
      },
    ],
  },
  {
    id: 'OVD-007',
    category: 'OVD',
    nameZh: '诉讼时效将届满或已届满',
    nameEn: 'Limitation period running out',
    table: '借据',
    grain: '借据',
    segments: 'all',
    scope: 'openOrWrittenOff',
    note: '台账登记的届满日为准；未登记的自到期日或最近一次中断之日起三年，账外可能另有中断，故列应办和线索。已起诉的改按申请执行期间。',
    cases: [
      {
        id: 'p',
        kind: 'violation',
        severity: 'serious',
        applies: registered,
        when: '诉讼时效届满日 < 基准日',
        message: '诉讼时效已于 {诉讼时效届满日} 届满，余额 {贷款余额} 元。',
        remedy: '立即核实有无其他中断事由；争取债务人重新书面确认债务，并按规定报告。',
        sources: ['R17-188', 'R17-195'],
        needs: ['诉讼时效届满日', '贷款余额'],
        optional: { 起诉日期: null },
      },
      ...statuteSteps.map(([id, severity, when]): RuleCase => ({
        id,
        kind: 'violation',
        severity,
        applies: registered,
        when: when.replaceAll('距时效届满', 'days between(基准日, 诉讼时效届满日)'),
        message:
          '诉讼时效将于 {诉讼时效届满日} 届满，还有 {days between(基准日, 诉讼时效届满日)} 天，余额 {贷款余额} 元。',
        remedy: statuteRemedy,
        sources: ['R17-188', 'R17-195'],
        needs: ['诉讼时效届满日', '贷款余额'],
        optional: { 起诉日期: null },
      })),
      {
        id: 'q',
        kind: 'lead',
        severity: 'serious',
        applies: notRegistered,
        when: '时效到期日推定 < 基准日',
        message: '自{时效依据}起已满三年（{时效到期日推定}），台账没有此后的中断记录，余额 {贷款余额} 元。',
        remedy:
          '查找此后的催收签收、还款、扣款记录；有的补登诉讼时效届满日，没有的争取债务人重新书面确认债务。',
        sources: ['R17-188', 'R17-195'],
        needs: ['时效到期日推定', '贷款余额'],
        optional: { 起诉日期: null, 时效依据: '到期日' },
      },
      ...statuteSteps.map(([id, severity, when]): RuleCase => ({
        id: `${id}2`,
        kind: 'due',
        severity,
        applies: notRegistered,
        when: when.replaceAll('距时效届满', daysLeft),
        message: `自{时效依据}起算，诉讼时效将于 {时效到期日推定} 届满，还有 {${daysLeft}} 天，余额 {贷款余额} 元。`,
        remedy: statuteRemedy,
        sources: ['R17-188', 'R17-195'],
        needs: ['时效到期日推定', '贷款余额'],
        optional: { 起诉日期: null, 时效依据: '到期日' },
        dueDate: '时效到期日推定',
      })),
    ],
    examples: [
      { given: { 贷款余额: 100000, 诉讼时效届满日: '2026-11-30' }, outcome: 'hit', case: 'a' },
      { given: { 贷款余额: 100000, 诉讼时效届满日: '2027-01-29' }, outcome: 'hit', case: 'b' },
      { given: { 贷款余额: 100000, 诉讼时效届满日: '2027-04-29' }, outcome: 'hit', case: 'c' },
      { given: { 贷款余额: 100000, 诉讼时效届满日: '2027-04-30' }, outcome: 'pass' },
      { given: { 贷款余额: 100000, 诉讼时效届满日: '2026-10-30' }, outcome: 'hit', case: 'p' },
      { given: { 贷款余额: 100000, 诉讼时效届满日: null }, outcome: 'incomplete' },
      {
        given: { 贷款余额: 100000, 到期日: '2023-12-10' },
        outcome: 'hit',
        case: 'b2',
        because: '只有到期日：自到期起三年，列为应办',
      },
      {
        given: { 贷款余额: 100000, 到期日: '2023-12-10', 最近还款日: '2025-06-30' },
        outcome: 'pass',
        because: '还款中断时效',
      },
      {
        given: { 贷款余额: 100000, 到期日: '2022-12-10' },
        outcome: 'hit',
        case: 'q',
        because: '账外可能另有中断，只列线索',
      },
      {
        given: { 贷款余额: 0, 表内欠息: 0, 诉讼时效届满日: '2026-11-30', 贷款状态: '核销' },
        outcome: 'hit',
        case: 'a',
        because: '核销后仍须追索',
      },
      {
        given: { 贷款余额: 100000, 诉讼时效届满日: '2026-11-30', 起诉日期: '2026-08-01' },
        outcome: 'notApplicable',
        because: '已起诉',
      },
      { given: { 贷款余额: 100000, 到期日: '2027-12-10' }, outcome: 'pass' },
    ],
  },
]
