import type { SpokenTrigger, StageList } from './types.ts'

const inspected =
  '是否结清 = false and not(产品族 in ("贴现", "委托", "公积金", "垫款") or 低风险业务 = true)'
const assumed = { 产品族: '其他', 低风险业务: '否' } as const
const open = '是否结清 = false'

/** Most pressing first: where several hold, the first is proposed. */
export const stageLists: readonly StageList[] = [
  {
    id: 'overdue',
    name: '逾期处置',
    triggers: [
      {
        when: `${open} and 分类逾期天数 > 0`,
        says: '逾期 {分类逾期天数} 天，逾期起始日 {逾期起始日}',
      },
    ],
    items: [
      'ovd-first-call',
      'ovd-cause',
      'ovd-notice',
      'ovd-receipt',
      'ovd-stage',
      'ovd-plan',
      'ovd-guarantor',
      'ovd-law',
      'ovd-class',
      'ovd-conduct',
      'ovd-agency',
      'ovd-court-papers',
      'ovd-recoverable',
    ],
    sources: ['S4-4', 'S4-7', 'S1', 'R26'],
  },
  {
    id: 'warning',
    name: '预警处置',
    triggers: [
      {
        when: `${open} and (some w in 预警 satisfies w.预警状态 in ("处置中", "待核实") or w.预警状态 = null)`,
        says: '预警台账中有未解除的预警',
      },
      { when: `${open} and 预警信号 != null`, says: '预警信号：{预警信号}' },
    ],
    due: { when: 'min(预警[预警状态 != "已解除"].处置时限)' },
    items: [
      'warn-report',
      'warn-verify',
      'warn-plan',
      'warn-execute',
      'warn-review',
      'warn-level',
      'warn-owner',
      'warn-measures',
      'warn-disposal-report',
      'warn-release',
    ],
    sources: ['S0', 'S4-5', 'R29', 'P1'],
  },
  {
    id: 'beforeMaturity',
    name: '到期前',
    triggers: [
      {
        when: `${open} and 距到期天数 >= 0 and 距到期天数 <= 参数.到期提示提前天数 and 零售分期业务 = false`,
        says: '{有效到期日} 到期，还有 {距到期天数} 天',
      },
    ],
    due: { when: '有效到期日' },
    items: ['mat-notice', 'mat-money', 'mat-papers', 'mat-owner', 'mat-rights', 'mat-statute'],
    sources: ['P1', 'S4-2'],
  },
  {
    id: 'firstCheck',
    name: '首次检查、资金流向核查',
    triggers: [
      {
        when: `${inspected} and 首次检查日期 = null and 放款日期 <= 基准日 and 放款日期 >= add days(基准日, -参数.首次检查追溯天数) and not(产品族 = "按揭" or 发放类型 in ("无还本续贷", "借新还旧", "展期") or 互联网贷款标志 = "是")`,
        assumes: { ...assumed, 首次检查日期: null, 发放类型: '新增', 互联网贷款标志: '否' },
        says: '{放款日期} 放款，至今 {days between(放款日期, 基准日)} 天',
      },
    ],
    due: { when: 'add days(放款日期, 参数.首次检查天数)' },
    items: [
      'use-account-on-day',
      'use-as-agreed',
      'use-payments-checked',
      'use-vouchers',
      'use-draws',
      'use-documents',
      'use-conditions',
      'use-arrived',
      'use-flows',
      'use-traced',
      'person-income-check',
      'end-conclusion',
      'end-signed',
      'end-first-check',
    ],
    sources: ['P1', 'S2', 'S3', 'S4-4'],
  },
  {
    id: 'extension',
    name: '展期、续贷、借新还旧',
    triggers: [
      {
        when: `${open} and 发放类型 in ("无还本续贷", "借新还旧", "展期", "重组")`,
        says: '发放类型：{发放类型}',
      },
      { when: `${open} and 展期次数 > 0`, says: '已展期 {展期次数} 次' },
      { when: `${open} and 展期申请日 != null`, says: '{展期申请日} 申请展期' },
    ],
    items: [
      'ext-applied',
      'ext-term',
      'ext-count',
      'ext-consent',
      'ext-cause',
      'ext-two-people',
      'ext-renewal',
      'ext-new-contract',
      'ext-new-guarantor',
      'ext-class',
      'ext-observation',
    ],
    sources: ['R24', 'S3', 'R17-695', 'R18-16'],
  },
  {
    id: 'special',
    name: '专项检查',
    triggers: [
      { when: `${open} and 客户风险等级 = "高"`, says: '高风险客户' },
      {
        when: `${open} and (some w in 参数.敏感行业 satisfies contains(所属行业, w))`,
        says: '敏感行业（{所属行业}），每季排查',
      },
      { when: `${open} and 五级分类 in ("次级", "可疑", "损失")`, says: '五级分类为{五级分类}' },
      { when: `${open} and 欠息天数 > 60`, says: '欠息 {欠息天数} 天' },
      { when: `${open} and 本金逾期天数 > 0`, says: '本金逾期 {本金逾期天数} 天' },
      { when: `${open} and 涉诉被执行标志 in ("涉诉", "被执行", "失信")`, says: '{涉诉被执行标志}' },
      { when: `${open} and 预警颜色 in ("黄", "红")`, says: '预警颜色为{预警颜色}' },
    ],
    items: ['special-signals', 'special-measures', 'special-response', 'end-conclusion', 'end-signed'],
    sources: ['S3', 'S4-4', 'P1', 'P3'],
  },
  {
    id: 'regular',
    name: '常规检查',
    triggers: [{ when: inspected, assumes: assumed, says: '存续期内定期检查' }],
    due: {
      when: 'add days(最近检查日期, if 客户风险等级 = "高" then 参数.高风险跟踪天数 else if 客户风险等级 = "中" then 参数.中风险跟踪天数 else 参数.低风险跟踪天数)',
      assumes: { 客户风险等级: '低' },
    },
    items: [
      'biz-profile',
      'biz-arrears',
      'biz-last-check',
      'biz-finance',
      'biz-market',
      'biz-contingent',
      'biz-management',
      'biz-events',
      'biz-facilities',
      'biz-ability',
      'biz-books',
      'person-method',
      'person-survey',
      'person-conduct',
      'end-evaluation',
      'end-signed',
    ],
    sources: ['P1', 'S4-5', 'S3'],
  },
  {
    id: 'collateral',
    name: '押品检查',
    triggers: [
      {
        when: `${open} and (担保方式 in ("抵押", "质押") or count(押品) > 0)`,
        says: '担保方式：{担保方式}',
      },
    ],
    due: { when: '重估到期日' },
    items: [
      'col-title',
      'col-rank',
      'col-value',
      'col-onsite',
      'col-insurance',
      'col-cover',
      'col-sale',
      'col-pledge',
    ],
    sources: ['R07b', 'R07c', 'P1'],
  },
  {
    id: 'guarantor',
    name: '保证人检查',
    triggers: [
      {
        when: `${open} and (担保方式 = "保证" or count(保证人) > 0)`,
        says: '担保方式：{担保方式}',
      },
    ],
    items: [
      'gua-standing',
      'gua-contingent',
      'gua-will',
      'gua-relation',
      'gua-consent',
      'gua-period',
      'gua-contact',
      'gua-company',
    ],
    sources: ['S2', 'P1', 'R21'],
  },
]

/** Occasions for a special inspection that no ledger tells. */
export const spokenTriggers: readonly SpokenTrigger[] = [
  { text: '停产、半停产或停建', sources: ['P3'] },
  { text: '重大投资、改制、合并分立', sources: ['P3'] },
  { text: '债务纠纷，或卷入担保圈风险', sources: ['P3', 'S2'] },
  { text: '实际控制人出现意外', sources: ['S2'] },
  { text: '发放前已有疑虑、用途存疑，或审查时提示过风险的贷款', sources: ['S1'] },
  { text: '上级行或监管要求', sources: ['P3'] },
  { text: '突发的系统性、区域性风险', sources: ['S2'] },
  { text: '客户经理报告的重大事项', sources: ['S4'] },
]
