import type { DueCondition } from './types.ts'

const open = '是否结清 = false'

/** When a document is due for a loan; the documents themselves are made of any loan that a person chooses. */
export const dueConditions: readonly DueCondition[] = [
  { kind: 'warningNotice', by: { severity: 'serious' }, says: '有严重级别的发现', sources: ['S0', 'S4-5'] },
  {
    kind: 'collectionNotice',
    by: {
      when: `${open} and 分类逾期天数 > 参数.催收通知书天数 and (催收通知书日期 = null or 催收通知书日期 < 逾期起始日)`,
    },
    says: '逾期 {分类逾期天数} 天，还没有发出本次逾期的催收通知书',
    sources: ['S4-7'],
  },
  {
    kind: 'collectionNotice',
    by: {
      when: `(${open} or 是否核销 = true) and 分类逾期天数 > 0 and 起诉日期 = null and 时效到期日推定 >= 基准日 and 时效到期日推定 <= add days(基准日, 参数.诉讼时效提前天数)`,
    },
    says: '诉讼时效推定 {时效到期日推定} 届满，须书面催收并取得签收',
    sources: ['R17-188'],
  },
  {
    kind: 'maturityNotice',
    by: {
      when: `${open} and 距到期天数 >= 0 and 距到期天数 <= 参数.到期提示提前天数 and 零售分期业务 = false and (到期提示日期 = null or 到期提示日期 < add days(有效到期日, -参数.到期提示提前天数))`,
    },
    says: '{有效到期日} 到期，还有 {距到期天数} 天',
    sources: ['S4-2', 'P1'],
  },
  {
    kind: 'casePlan',
    by: { when: `${open} and 五级分类 in ("关注", "次级", "可疑", "损失")` },
    says: '五级分类为“{五级分类}”',
    sources: ['S1', 'S4-5'],
  },
  {
    kind: 'casePlan',
    by: { rules: ['EWS-010', 'OVD-008'] },
    says: '检查发现没有一户一策或已超期',
    sources: ['S4-5', 'S4-6'],
  },
  {
    kind: 'archiveGaps',
    by: { rules: ['ARC-001', 'ARC-002'] },
    says: '检查发现档案不全',
    sources: ['S0', 'S4-7'],
  },
  {
    kind: 'companyReport',
    by: { rules: ['INS-001', 'INS-002', 'INS-003', 'INS-004', 'INS-005', 'INS-006', 'INS-007'] },
    says: '贷后检查到期或已超期',
    sources: ['S3', 'S4-5'],
  },
]
