import type { Rule } from '../types.ts'

const npl = '("次级", "可疑", "损失")'
const upgraded = `上期五级分类 in ${npl} and 五级分类 in ("正常", "关注")`
/** A loan made since has no class of last time. */
const known = '上期五级分类 != null'
const wholesale = '客群 = "对公" and 是否小微 = false'
const unknownKind = { 客群: null, 是否小微: null } as const
/**
 * All arrears paid, then enough periods and months paid in order: an upgrade with its grounds on record. Blank periods
 * are none, and no test for blank: a column that is rightly blank on most rows must not fold the leads into one line.
 */
const cured =
  '(清偿后正常还款期数 >= 参数.上调正常还款期数 and add months(欠款清偿日, 参数.上调正常还款月数) <= 基准日)'
const notOnRecord = { 欠款清偿日: null, 清偿后正常还款期数: 0 } as const

/** Restructured assets under observation, moves between classes, and how old a class is. */
export const clsMoveRules: readonly Rule[] = [
  {
    id: 'CLS-010',
    category: 'CLS',
    nameZh: '重组资产分类或观察期不符',
    nameEn: 'Restructured asset: class or observation period wrong',
    table: '借据',
    grain: '借据',
    segments: 'all',
    legalFloor: true,
    note: '累计重组次数本身不是降级依据：须在观察期内再次重组，且未足额还款或财务状况未改善。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        applies: '重组标志 != null or 观察期届满日 != null',
        when: '重组标志 = "是" and 观察期届满日 >= 基准日 and 五级分类 = "正常"',
        message: '重组观察期至 {观察期届满日}，五级分类为“{五级分类}”。',
        remedy: '观察期内至少归为关注类。',
        sources: ['R01n'],
        needs: ['重组标志', '观察期届满日', '五级分类'],
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'serious',
        applies: '重组后首次还款日 != null and 观察期届满日 != null',
        when: '观察期届满日 < add months(重组后首次还款日, if 还款方式 = "按年" then 2 * 参数.观察期月数 else 参数.观察期月数)',
        message: '观察期自 {重组后首次还款日} 起算，{观察期届满日} 届满，不足两个还款期或一年。',
        remedy: '观察期至少包含连续两个还款期且不少于一年，更正届满日。',
        sources: ['R01f'],
        needs: ['重组后首次还款日', '观察期届满日'],
        optional: { 还款方式: '按月' },
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'serious',
        applies: '观察期届满日 != null',
        when: '重组次数 >= 2 and 观察期届满日 >= 基准日 and 分类逾期天数 > 0 and 五级分类 in ("正常", "关注")',
        message: '观察期内已重组 {重组次数} 次，仍逾期 {分类逾期天数} 天，五级分类为“{五级分类}”。',
        remedy: '至少归为次级类，重新计算观察期。',
        sources: ['R01n'],
        needs: ['重组次数', '观察期届满日', '登记逾期天数', '五级分类'],
      },
      {
        id: 'd',
        kind: 'violation',
        severity: 'serious',
        applies: '观察期届满日 != null',
        when: '重组标志 = "是" and 分类逾期天数 > 0 and 逾期起始日 <= 观察期届满日 and 观察期届满日 < add months(逾期起始日, 参数.观察期月数)',
        message: '观察期内自 {逾期起始日} 起未足额还款，届满日仍为 {观察期届满日}，没有重新计算。',
        remedy: '自未履约时点起重新计算观察期。',
        sources: ['R01f'],
        needs: ['重组标志', '观察期届满日', '登记逾期天数'],
      },
      {
        id: 'e',
        kind: 'lead',
        severity: 'attention',
        applies: '观察期届满日 != null',
        when: '重组次数 >= 2 and 观察期届满日 >= 基准日 and 五级分类 in ("正常", "关注")',
        message: '观察期内已重组 {重组次数} 次，五级分类为“{五级分类}”。',
        remedy: '核实是否足额还款、财务状况是否改善，据以确定是否归为次级类。',
        sources: ['R01n'],
        needs: ['重组次数', '观察期届满日', '五级分类'],
      },
    ],
    examples: [
      {
        given: { 贷款余额: 100000, 重组标志: '是', 观察期届满日: '2027-03-31', 五级分类: '正常' },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 贷款余额: 100000, 重组标志: '是', 观察期届满日: '2027-03-31', 五级分类: '关注' },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 100000, 重组标志: '是', 观察期届满日: null, 五级分类: '正常' },
        outcome: 'incomplete',
      },
      {
        given: { 贷款余额: 100000, 重组后首次还款日: '2026-04-20', 观察期届满日: '2026-12-31' },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 贷款余额: 100000, 重组后首次还款日: '2026-04-20', 观察期届满日: '2027-04-20' },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 100000, 重组次数: 2, 观察期届满日: '2027-03-31', 逾期天数: 20, 五级分类: '关注' },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: { 贷款余额: 100000, 重组次数: 2, 观察期届满日: '2025-03-31', 逾期天数: 0, 五级分类: '正常' },
        outcome: 'pass',
        because: '观察期已过，历史次数不作依据',
      },
      {
        given: {
          贷款余额: 100000,
          重组标志: '是',
          观察期届满日: '2027-03-31',
          逾期天数: 31,
          五级分类: '次级',
        },
        outcome: 'hit',
        case: 'd',
      },
    ],
  },
  {
    id: 'CLS-011',
    category: 'CLS',
    nameZh: '不良上调依据不足',
    nameEn: 'Upgrade out of non-performing without grounds',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '只看上调；下调两级是审慎。零售和小微可按脱期法上调。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        applies: `${known} and ${wholesale}`,
        when: `${upgraded} and 分类逾期天数 > 0`,
        message: '上期“{上期五级分类}”，本期“{五级分类}”，仍逾期 {分类逾期天数} 天。',
        remedy: '逾期债权全部偿付前不得上调，恢复原分类。',
        sources: ['R01m'],
        needs: ['上期五级分类', '五级分类', '登记逾期天数'],
        optional: unknownKind,
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'serious',
        applies: `${known} and ${wholesale}`,
        when: `${upgraded} and (欠款清偿日 = null or 清偿后正常还款期数 < 参数.上调正常还款期数 or add months(欠款清偿日, 参数.上调正常还款月数) > 基准日)`,
        message:
          '上期“{上期五级分类}”，本期“{五级分类}”；欠款清偿后尚未连续正常还款满 {参数.上调正常还款期数} 期且满 {参数.上调正常还款月数} 个月。',
        remedy: '恢复原分类，或补充上调依据并完善审批。',
        sources: ['R01m'],
        needs: ['上期五级分类', '五级分类', '欠款清偿日', '清偿后正常还款期数'],
        optional: unknownKind,
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'serious',
        applies: `${known} and ${wholesale}`,
        when: `${upgraded} and 信用减值标志 = "是"`,
        message: '上期“{上期五级分类}”，本期“{五级分类}”，信用减值标志仍为“是”。',
        remedy: '恢复原分类，或更正减值标志并说明依据。',
        sources: ['R01m', 'R01e'],
        needs: ['上期五级分类', '五级分类', '信用减值标志'],
        optional: unknownKind,
      },
      {
        id: 'd',
        kind: 'violation',
        severity: 'warning',
        applies: known,
        when: '((上期五级分类 in ("可疑", "损失") and 五级分类 in ("正常", "关注")) or (上期五级分类 = "次级" and 五级分类 = "正常") or (上期五级分类 = "损失" and 五级分类 = "次级")) and 分类调整原因 = null',
        message: '上期“{上期五级分类}”，本期“{五级分类}”，一次上调两级以上，没有登记调整原因。',
        remedy: '登记调整原因并核对审批权限。',
        sources: ['R01m', 'R16'],
        needs: ['上期五级分类', '五级分类', '分类调整原因'],
      },
      {
        id: 'e',
        kind: 'lead',
        severity: 'attention',
        applies: `上期.五级分类 != null and not(${cured})`,
        when: `上期.五级分类 in ${npl} and 五级分类 in ("正常", "关注")`,
        message: '上期台账为“{上期.五级分类}”，本期“{五级分类}”。',
        remedy: '核实欠款是否全部偿付、偿付后是否连续正常还款。',
        sources: ['R01m'],
        needs: ['上期.五级分类', '五级分类'],
        optional: notOnRecord,
      },
      {
        id: 'f',
        kind: 'lead',
        severity: 'attention',
        applies: `${known} and not(${cured})`,
        when: upgraded,
        message: '上期“{上期五级分类}”，本期“{五级分类}”。',
        remedy: '核实欠款是否全部偿付、偿付后是否连续正常还款。',
        sources: ['R01m'],
        needs: ['上期五级分类', '五级分类'],
        optional: notOnRecord,
      },
    ],
    examples: [
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 100000,
          上期五级分类: '次级',
          五级分类: '正常',
          欠款清偿日: '2026-09-20',
          清偿后正常还款期数: 1,
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 100000,
          上期五级分类: '关注',
          五级分类: '正常',
        },
        outcome: 'pass',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 100000,
          上期五级分类: '正常',
          五级分类: '可疑',
          分类调整原因: null,
        },
        outcome: 'pass',
        because: '下调是审慎',
      },
      {
        given: { 贷款余额: 100000, 上期五级分类: '次级', 五级分类: null },
        outcome: 'incomplete',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 100000,
          上期五级分类: '可疑',
          五级分类: '次级',
          逾期天数: 100,
        },
        outcome: 'pass',
        because: '仍在不良之内',
      },
      {
        given: { 客户名称: '张三', 贷款余额: 100000, 上期五级分类: '次级', 五级分类: '关注', 逾期天数: 0 },
        outcome: 'hit',
        case: 'f',
        because: '零售可按脱期法上调，只列线索',
      },
      {
        given: { 贷款余额: 100000, 五级分类: '正常', 上期: { 五级分类: '次级' } },
        outcome: 'hit',
        case: 'e',
      },
      {
        given: {
          客户名称: '张三',
          贷款余额: 100000,
          上期五级分类: '次级',
          五级分类: '关注',
          欠款清偿日: '2026-04-30',
          清偿后正常还款期数: 2,
        },
        outcome: 'notApplicable',
        because: '清偿后已连续正常还款两期且满六个月',
      },
      {
        given: { 贷款余额: 100000, 上期五级分类: '可疑', 五级分类: '关注', 分类调整原因: null },
        outcome: 'hit',
        case: 'd',
      },
    ],
  },
  {
    id: 'CLS-012',
    category: 'CLS',
    nameZh: '风险分类超期未重检',
    nameEn: 'Classification not reviewed in time',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '只看分类认定日期；最近一次调整日期说明不了是否重检。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'attention',
        when: 'days between(分类日期, 基准日) > 参数.分类重检天数',
        message:
          '最近一次分类认定为 {分类日期}，至今 {days between(分类日期, 基准日)} 天，超过 {参数.分类重检天数} 天。',
        remedy: '重新分类并记录依据，注明实际认定日期。',
        sources: ['R01o', 'S3'],
        needs: ['分类日期'],
      },
    ],
    examples: [
      { given: { 贷款余额: 100000, 分类日期: '2026-07-30' }, outcome: 'hit' },
      { given: { 贷款余额: 100000, 分类日期: '2026-07-31' }, outcome: 'pass' },
      { given: { 贷款余额: 100000, 分类日期: null }, outcome: 'incomplete' },
      {
        given: { 贷款余额: 0, 分类日期: '2024-01-31' },
        outcome: 'notApplicable',
        because: '已结清',
      },
    ],
  },
]
