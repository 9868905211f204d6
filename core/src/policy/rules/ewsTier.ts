import type { Rule, RuleCase } from '../types.ts'
import { assumedStanding, inLitigation } from './inspectedLoans.ts'

const high =
  '(分类逾期天数 > 参数.高风险逾期天数 or 五级分类 in ("次级", "可疑", "损失") or 联系状态 = "失联" or 涉诉被执行标志 in ("被执行", "失信"))'
const middle = '(分类逾期天数 > 参数.技术性逾期天数 or 五级分类 = "关注")'
const facts = '（逾期 {分类逾期天数} 天，五级分类{五级分类}，联系状态{联系状态}，涉诉情况{涉诉被执行标志}）'
const assumed = { ...assumedStanding, 联系状态: '正常' } as const

function below(
  id: string,
  severity: RuleCase['severity'],
  field: string,
  values: string,
  least: string,
  when: string,
): RuleCase {
  return {
    id,
    kind: 'violation',
    severity,
    applies: `${field} in (${values})`,
    when,
    message: `${field}为“{${field}}”，按事实不应低于“${least}”${facts}。`,
    remedy: '按事实上调等级，相应提高跟踪频次。',
    sources: ['S4-4', 'S4-6', 'bank'],
    needs: [field, '分类逾期天数'],
    optional: assumed,
  }
}

const sensitive = '(some w in 参数.敏感行业 satisfies contains(所属行业, w))'
const since = 'add days(基准日, -参数.敏感行业排查天数)'
const unchecked = `(最近检查日期 = null or 最近检查日期 < ${since}) and not(some r in 同客户 satisfies r.最近检查日期 != null and r.最近检查日期 >= ${since})`
const unwarned = '(预警颜色 = null or 预警颜色 in ("绿", "蓝"))'

function contagion(id: string, severity: RuleCase['severity'], kinds: string, message: string): RuleCase {
  return {
    id,
    kind: 'lead',
    severity,
    applies: unwarned,
    when: `风险关联方式 != null and 风险关联方式 in (${kinds})`,
    message,
    remedy: '核实关联关系，对关联客户同步排查，评估影响；成员出险本身不改变其他成员的分类。',
    sources: ['S3', 'S2'],
    needs: ['风险关联方式'],
    optional: { 预警颜色: null },
  }
}

const loan = { 贷款余额: 500_000 }
const visited = { 客户类型: '对公', 贷款余额: 9_000_000, 所属行业: '房地产开发经营', 放款日期: '2025-03-01' }
const member = { 客户编号: 'KH1', 客户名称: '某甲有限公司', 五级分类: '正常', 贷款余额: 500_000, 逾期天数: 0 }
const bad = { 客户编号: 'KH2', 客户名称: '某乙有限公司', 五级分类: '可疑', 贷款余额: 900_000, 逾期天数: 300 }

/** Warning signals: levels against the facts, sensitive trades, related borrowers. */
export const ewsTierRules: readonly Rule[] = [
  {
    id: 'EWS-011',
    category: 'EWS',
    nameZh: '风险等级或预警颜色低于事实',
    nameEn: 'Risk tier or colour below the facts',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '红对应高、黄对应中、蓝为最轻，对应关系为默认值。七天以内的逾期先核实是否技术性，不要求上调。',
    cases: [
      below('a', 'warning', '预警颜色', '"绿", "蓝", "黄"', '红', high),
      below('b', 'warning', '客户风险等级', '"低", "中"', '高', high),
      below('c', 'attention', '预警颜色', '"绿", "蓝"', '黄', middle),
      below('d', 'attention', '客户风险等级', '"低"', '中', middle),
    ],
    examples: [
      { given: { ...loan, 逾期天数: 31, 预警颜色: '黄' }, outcome: 'hit', case: 'a' },
      {
        given: { ...loan, 逾期天数: 0, 五级分类: '次级', 客户风险等级: '中' },
        outcome: 'hit',
        case: 'b',
      },
      { given: { ...loan, 逾期天数: 0, 联系状态: '失联', 客户风险等级: '低' }, outcome: 'hit', case: 'b' },
      { given: { ...loan, 逾期天数: 8, 预警颜色: '蓝' }, outcome: 'hit', case: 'c' },
      { given: { ...loan, 逾期天数: 0, 五级分类: '关注', 客户风险等级: '低' }, outcome: 'hit', case: 'd' },
      { given: { ...loan, 逾期天数: 30, 预警颜色: '黄' }, outcome: 'pass', because: '恰为 30 天。' },
      {
        given: { ...loan, 逾期天数: 5, 预警颜色: '蓝' },
        outcome: 'pass',
        because: '先核实是否技术性逾期。',
      },
      { given: { ...loan, 逾期天数: 0, 预警颜色: '绿', 客户风险等级: '低' }, outcome: 'pass' },
      { given: { ...loan, 逾期天数: 95, 预警颜色: '红' }, outcome: 'notApplicable' },
      { given: { ...loan, 逾期天数: null, 预警颜色: '黄' }, outcome: 'incomplete' },
    ],
  },
  {
    id: 'EWS-012',
    category: 'EWS',
    nameZh: '敏感行业或受灾客户未排查',
    nameEn: 'Sensitive trade or disaster not reviewed',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '敏感行业默认只有房地产，其他行业可按需加入。按客户提示一次。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'attention',
        applies: `${sensitive} and 客群 = "对公" and not(${inLitigation}) and 放款日期 < ${since}`,
        when: unchecked,
        message: '{所属行业}，最近检查日期 {最近检查日期}，{参数.敏感行业排查天数} 天内没有检查。',
        remedy: '开展专项排查，按实际日期登记，不得补造记录。',
        sources: ['S4-4', 'S4-6'],
        needs: ['所属行业', '最近检查日期', '放款日期'],
        optional: assumedStanding,
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'attention',
        applies: '受灾标志 = "是"',
        when: `${unchecked} and 清收方案 = null`,
        message:
          '受灾客户，最近检查日期 {最近检查日期}，{参数.敏感行业排查天数} 天内没有检查，也没有处置方案。',
        remedy: '了解受灾程度，建立受灾客户台账，按规定给予合理宽限或帮扶。',
        sources: ['S4-10'],
        needs: ['受灾标志', '最近检查日期'],
        optional: { 清收方案: null },
      },
      {
        id: 'c',
        kind: 'due',
        severity: 'notice',
        applies: `(${sensitive} and 客群 = "对公" and not(${inLitigation})) or 受灾标志 = "是"`,
        when: `放款日期 < ${since} and ${unchecked}`,
        dueDate: 'end of month(基准日)',
        message: '敏感行业或受灾客户，{参数.敏感行业排查天数} 天内没有检查日期，本月完成排查。',
        remedy: '开展专项排查，按实际日期登记。',
        sources: ['S4-4', 'S4-6', 'S4-10'],
        needs: ['所属行业', '放款日期'],
        optional: { ...assumedStanding, 受灾标志: '否', 最近检查日期: null },
      },
    ],
    examples: [
      { given: { ...visited, 最近检查日期: '2026-06-30', 同客户: [] }, outcome: 'hit', case: 'a' },
      {
        given: { ...loan, 受灾标志: '是', 最近检查日期: null, 同客户: [] },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { ...visited, 同客户: [] },
        outcome: 'hit',
        case: 'c',
        because: '没有最近检查日期一列，列为应办。',
      },
      { given: { ...visited, 最近检查日期: '2026-07-31', 同客户: [] }, outcome: 'pass' },
      {
        given: { ...visited, 最近检查日期: null, 同客户: [{ 最近检查日期: '2026-09-30' }] },
        outcome: 'pass',
        because: '同一客户另一笔借据记有检查。',
      },
      {
        given: { ...visited, 所属行业: '通用设备制造业', 最近检查日期: null, 同客户: [] },
        outcome: 'notApplicable',
        because: '制造业默认不在敏感行业内。',
      },
      {
        given: { ...visited, 放款日期: '2026-09-30', 最近检查日期: null, 同客户: [] },
        outcome: 'pass',
        because: '放款不足一季。',
      },
      { given: { ...visited, 所属行业: null, 最近检查日期: null, 同客户: [] }, outcome: 'incomplete' },
    ],
  },
  {
    id: 'EWS-013',
    category: 'EWS',
    nameZh: '集团或关联客户风险传染',
    nameEn: 'Risk contagion among related borrowers',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '只看本台账。成员为次级以下、逾期超过高风险天数或红色预警。国资委、财政局等不作共同控制人；控制人是自然人的只有姓名可比，仅作提示。',
    cases: [
      contagion(
        'a',
        'attention',
        '"同一集团", "保证人", "同一实际控制人"',
        '{风险关联方式}：“{风险关联方}”{风险关联情形}；本客户尚无预警。',
      ),
      contagion(
        'b',
        'notice',
        '"实际控制人同名"',
        '与“{风险关联方}”的实际控制人同名，该户{风险关联情形}；是否同一人须核实。',
      ),
    ],
    examples: [
      {
        given: { ...member, 所属集团: '某某集团', 同集团: [{ ...bad, 所属集团: '某某集团' }] },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          ...member,
          借据号: 'J1',
          所属集团: null,
          保证人: [{ 借据号: 'J1', 保证人名称: '某乙有限公司' }],
          同集团: [{ ...bad, 借据号: 'J2', 所属集团: null }],
        },
        outcome: 'hit',
        case: 'a',
        because: '保证人自身贷款可疑。',
      },
      {
        given: {
          ...member,
          实际控制人: '丙某',
          所属集团: null,
          同集团: [{ ...bad, 实际控制人: '丙某', 所属集团: null }],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          ...member,
          实际控制人: '某市国资委',
          所属集团: null,
          同集团: [{ ...bad, 实际控制人: '某市国资委', 所属集团: null }],
        },
        outcome: 'pass',
        because: '国资委名下的企业互不相干。',
      },
      {
        given: {
          ...member,
          实际控制人: '无',
          所属集团: '无',
          同集团: [{ ...bad, 实际控制人: '无', 所属集团: '无' }],
        },
        outcome: 'pass',
      },
      {
        given: {
          ...member,
          所属集团: '某某集团',
          同集团: [{ ...bad, 五级分类: '正常', 逾期天数: 0, 所属集团: '某某集团' }],
        },
        outcome: 'pass',
      },
      {
        given: {
          ...member,
          预警颜色: '黄',
          所属集团: '某某集团',
          同集团: [{ ...bad, 所属集团: '某某集团' }],
        },
        outcome: 'notApplicable',
        because: '本客户已有预警。',
      },
    ],
  },
]
