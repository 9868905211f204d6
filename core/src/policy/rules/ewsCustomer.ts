import type { Rule, RuleCase } from '../types.ts'

function changed(id: string, severity: RuleCase['severity'], field: string): RuleCase {
  return {
    id,
    kind: 'lead',
    severity,
    applies: `上期.${field} != null and ${field} != null`,
    when: `${field} != 上期.${field}`,
    message: `${field}由“{上期.${field}}”变为“{${field}}”。`,
    remedy: '核实变更原因，评估影响，更新客户信息。',
    sources: ['S0', 'S2', 'P1'],
    needs: [field, `上期.${field}`],
  }
}

const business = '客群 = "对公" or 产品族 in ("个人经营", "农户")'
const performing = '五级分类 in ("正常", "关注")'
const ofNote =
  '(涉诉金额 >= 贷款金额 or (最新资产总额 != null and 涉诉金额 >= 最新资产总额 * 参数.涉诉金额占资产比例 / 100))'

const firm = { 客户类型: '对公', 贷款余额: 5_000_000, 贷款金额: 5_000_000 }

/** Warning signals: changes of the customer, credit reports, litigation. */
export const ewsCustomerRules: readonly Rule[] = [
  {
    id: 'EWS-004',
    category: 'EWS',
    nameZh: '工商或经营要素变更',
    nameEn: 'Registration or business changed',
    table: '借据',
    grain: '客户',
    segments: ['对公'],
    note: '与上期台账同一笔贷款相比。',
    cases: [
      changed('a', 'attention', '法定代表人'),
      changed('b', 'attention', '实际控制人'),
      changed('c', 'attention', '客户名称'),
      changed('d', 'notice', '主营业务'),
      changed('e', 'notice', '联系地址'),
    ],
    examples: [
      { given: { ...firm, 法定代表人: '甲某', 上期: { 法定代表人: '乙某' } }, outcome: 'hit', case: 'a' },
      { given: { ...firm, 实际控制人: '甲某', 上期: { 实际控制人: '乙某' } }, outcome: 'hit', case: 'b' },
      {
        given: { ...firm, 客户名称: '某新材料有限公司', 上期: { 客户名称: '某化工有限公司' } },
        outcome: 'hit',
        case: 'c',
      },
      { given: { ...firm, 主营业务: '房屋租赁', 上期: { 主营业务: '机械加工' } }, outcome: 'hit', case: 'd' },
      {
        given: { ...firm, 联系地址: '东路 9 号', 上期: { 联系地址: '西街 3 号' } },
        outcome: 'hit',
        case: 'e',
      },
      { given: { ...firm, 法定代表人: '甲某', 上期: { 法定代表人: '甲某' } }, outcome: 'pass' },
      {
        given: { ...firm, 法定代表人: '甲某', 上期: { 法定代表人: null } },
        outcome: 'notApplicable',
        because: '上期没有登记，是补录。',
      },
      { given: { ...firm, 法定代表人: '甲某' }, outcome: 'notRun', because: '没有上期台账。' },
      {
        given: { ...firm, 客户类型: null, 法定代表人: '甲某', 上期: { 法定代表人: '乙某' } },
        outcome: 'incomplete',
      },
    ],
  },
  {
    id: 'EWS-005',
    category: 'EWS',
    nameZh: '征信恶化或未更新',
    nameEn: 'Credit-bureau deterioration',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '查询是否过期只看高、中风险的经营类客户，作提示；按揭、消费客户不看。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        when: '征信新增逾期 = "是"',
        message: '征信报告显示新增逾期（征信新增逾期为“是”）。',
        remedy: '核实他行逾期的金额与原因，重新评估还款能力与分类。',
        sources: ['S0', 'S4-9'],
        needs: ['征信新增逾期'],
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'warning',
        when: '他行不良标志 = "是"',
        message: '该客户在他行有不良贷款（他行不良标志为“是”）。',
        remedy: '核实他行不良的金额与原因，重新评估还款能力与分类。',
        sources: ['S0'],
        needs: ['他行不良标志'],
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'notice',
        applies: `(${business}) and 客户风险等级 = "高"`,
        when: '征信查询日期 < add days(基准日, -参数.高风险征信有效天数)',
        message: '高风险客户，最近征信查询 {征信查询日期}，已超过 {参数.高风险征信有效天数} 天。',
        remedy: '在授权有效期内重新查询征信。',
        sources: ['bank'],
        needs: ['征信查询日期', '客户风险等级'],
        optional: { 产品族: '其他' },
      },
      {
        id: 'd',
        kind: 'violation',
        severity: 'notice',
        applies: `(${business}) and 客户风险等级 = "中"`,
        when: '征信查询日期 < add days(基准日, -参数.征信有效天数)',
        message: '中风险客户，最近征信查询 {征信查询日期}，已超过 {参数.征信有效天数} 天。',
        remedy: '在授权有效期内重新查询征信。',
        sources: ['bank'],
        needs: ['征信查询日期', '客户风险等级'],
        optional: { 产品族: '其他' },
      },
    ],
    examples: [
      { given: { 贷款余额: 300_000, 征信新增逾期: '是' }, outcome: 'hit', case: 'a' },
      { given: { 贷款余额: 300_000, 他行不良标志: '是' }, outcome: 'hit', case: 'b' },
      {
        given: { ...firm, 客户风险等级: '高', 征信查询日期: '2026-08-01' },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: { ...firm, 客户风险等级: '中', 征信查询日期: '2026-05-03' },
        outcome: 'hit',
        case: 'd',
      },
      { given: { ...firm, 客户风险等级: '高', 征信查询日期: '2026-08-02' }, outcome: 'pass' },
      { given: { 贷款余额: 300_000, 征信新增逾期: '否' }, outcome: 'pass' },
      {
        given: {
          客户类型: '个人',
          贷款余额: 300_000,
          贷款品种: '个人住房按揭贷款',
          客户风险等级: '中',
          征信查询日期: '2019-05-03',
        },
        outcome: 'notApplicable',
        because: '按揭客户不按此更新征信。',
      },
      {
        given: { ...firm, 客户风险等级: '低', 征信查询日期: '2019-05-03' },
        outcome: 'notApplicable',
      },
      { given: { 贷款余额: 300_000, 征信新增逾期: null }, outcome: 'incomplete' },
    ],
  },
  {
    id: 'EWS-006',
    category: 'EWS',
    nameZh: '涉诉、被执行或失信',
    nameEn: 'Litigation or enforcement',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '已列不良的由清收规则管理。有涉诉金额的，只提示不低于贷款金额或资产总额百分之一的；没有金额的涉诉只作提示，是否被告由人核实。空白不作无。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        applies: performing,
        when: `涉诉被执行标志 = "失信" or (涉诉被执行标志 = "被执行" and (涉诉金额 = null or ${ofNote}))`,
        message: '涉诉被执行标志为“{涉诉被执行标志}”，五级分类为{五级分类}。',
        remedy: '查询案件与执行标的，评估资产保全的必要，及时上报。',
        sources: ['S2', 'S3'],
        needs: ['涉诉被执行标志'],
        optional: { 五级分类: '正常', 涉诉金额: null, 最新资产总额: null, 贷款金额: null },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'warning',
        applies: performing,
        when: `涉诉被执行标志 = "涉诉" and ${ofNote}`,
        message:
          '涉诉金额 {涉诉金额} 元，达到贷款金额（{贷款金额} 元）或资产总额的 {参数.涉诉金额占资产比例}%。',
        remedy: '查询案件与本客户的诉讼地位，评估影响，及时上报。',
        sources: ['S2', 'S3', 'bank'],
        needs: ['涉诉被执行标志', '涉诉金额', '贷款金额'],
        optional: { 五级分类: '正常', 最新资产总额: null },
      },
      {
        id: 'c',
        kind: 'lead',
        severity: 'notice',
        applies: performing,
        when: '涉诉被执行标志 = "涉诉" and 涉诉金额 = null',
        message: '客户涉诉，台账没有金额与诉讼地位。',
        remedy: '核实是否被告及金额，登记涉诉金额。',
        sources: ['S2', 'S3'],
        needs: ['涉诉被执行标志'],
        optional: { 五级分类: '正常', 涉诉金额: null },
      },
    ],
    examples: [
      { given: { ...firm, 涉诉被执行标志: '失信' }, outcome: 'hit', case: 'a' },
      { given: { ...firm, 涉诉被执行标志: '被执行', 涉诉金额: 6_000_000 }, outcome: 'hit', case: 'a' },
      { given: { ...firm, 涉诉被执行标志: '涉诉', 涉诉金额: 5_000_000 }, outcome: 'hit', case: 'b' },
      {
        given: {
          ...firm,
          客户编号: 'KH1',
          涉诉被执行标志: '涉诉',
          涉诉金额: 300_000,
          财务: [{ 客户编号: 'KH1', 报告期: '2026Q3', 资产总额: 30_000_000 }],
        },
        outcome: 'hit',
        case: 'b',
        because: '达到资产总额的 1%。',
      },
      { given: { ...firm, 涉诉被执行标志: '涉诉' }, outcome: 'hit', case: 'c' },
      { given: { ...firm, 涉诉被执行标志: '无' }, outcome: 'pass' },
      {
        given: { ...firm, 涉诉被执行标志: '涉诉', 涉诉金额: 8_000 },
        outcome: 'pass',
        because: '小额诉讼。',
      },
      {
        given: { ...firm, 涉诉被执行标志: '被执行', 涉诉金额: 1_200 },
        outcome: 'pass',
        because: '小额执行。',
      },
      { given: { ...firm, 涉诉被执行标志: null }, outcome: 'incomplete', because: '空白不作无。' },
      {
        given: { ...firm, 五级分类: '可疑', 涉诉被执行标志: '被执行' },
        outcome: 'notApplicable',
        because: '不良贷款多由本行起诉。',
      },
    ],
  },
]
