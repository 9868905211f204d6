import type { Rule } from '../types.ts'
import { sameName, sameNameOnly, sureCustomer } from './sameCustomer.ts'

// one loan has no other to differ from, and its blank class is DQ-002's
const mixed =
  '同户贷款笔数 > 1 and 同户最差分类 in ("次级", "可疑", "损失") and 同户最好分类 in ("正常", "关注")'

/** What a bare ledger shows of a customer’s loans side by side. */
export const bareCustomerRules: readonly Rule[] = [
  {
    id: 'B4',
    category: 'B',
    nameZh: '同户不同类',
    nameEn: 'One customer, different classes',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '委托、贴现、公积金贷款及低风险业务不计。企业规模未登记的按关注提示。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        applies: `${sureCustomer} and 统一分类除外 = false and 客群 = "对公" and 是否小微 = false`,
        when: `${mixed} and 同户不良占比 > 参数.本行不良占比`,
        message:
          '该客户有 {同户不良占比}% 的余额已列不良（最差“{同户最差分类}”），另有贷款仍为“{同户最好分类}”。',
        remedy: '该债务人在本行的全部债权一并归为不良；有经认定的增信安排的，留存认定依据。',
        sources: ['R01j'],
        needs: ['同户不良占比', '同户贷款笔数', '五级分类', '贷款余额'],
        optional: { 统一分类除外: '否', 客群: null, 是否小微: null, 客户键类型: null },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'attention',
        applies: `${sureCustomer} and 统一分类除外 = false`,
        when: mixed,
        message: '该客户最差一笔为“{同户最差分类}”，另有贷款为“{同户最好分类}”，不良占比 {同户不良占比}%。',
        remedy: '核对该客户各笔分类依据；对公非小微客户不良占比超过 10% 的须统一分类。',
        sources: ['R01j', 'bank'],
        needs: ['同户最差分类', '同户贷款笔数', '五级分类', '贷款余额'],
        optional: { 统一分类除外: '否', 客户键类型: null },
      },
      {
        id: 'c',
        kind: 'lead',
        severity: 'attention',
        applies: `${sureCustomer} and 统一分类除外 = false`,
        when: '他笔逾期天数 > 参数.同户逾期关注天数 and 五级分类 = "正常"',
        message: '该客户另有贷款逾期 {他笔逾期天数} 天，本笔五级分类为“{五级分类}”。',
        remedy: '评估该客户整体偿债能力，复核本笔分类。',
        sources: ['R01h', 'bank'],
        needs: ['他笔逾期天数', '五级分类'],
        optional: { 统一分类除外: '否', 客户键类型: null },
      },
      {
        id: 'd',
        kind: 'lead',
        severity: 'notice',
        applies: sameNameOnly,
        when: `${mixed} or (他笔逾期天数 > 参数.同户逾期关注天数 and 五级分类 = "正常")`,
        message: `疑似同一客户各笔分类不一。${sameName}`,
        remedy: '核对证件号码，确为同一人的复核各笔分类。',
        sources: ['bank'],
        needs: ['同户最差分类', '同户贷款笔数', '五级分类', '贷款余额'],
        optional: { 他笔逾期天数: 0, 客户键类型: null },
      },
    ],
    examples: [
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 800000,
          五级分类: '正常',
          同客户: [{ 客户名称: '某某建材有限公司', 企业规模: '中型', 贷款余额: 200000, 五级分类: '次级' }],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款余额: 800000,
          五级分类: '正常',
          同客户: [{ 客户名称: '某某建材有限公司', 贷款余额: 200000, 五级分类: '次级' }],
        },
        outcome: 'hit',
        case: 'b',
        because: '规模未登记，按关注提示',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款余额: 800000,
          五级分类: '正常',
          逾期天数: 0,
          同客户: [{ 客户名称: '某某建材有限公司', 贷款余额: 200000, 五级分类: '关注', 逾期天数: 31 }],
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          客户名称: '张三',
          机构名称: '东街支行',
          贷款余额: 80000,
          五级分类: '正常',
          同客户: [{ 客户名称: '张三', 机构名称: '东街支行', 贷款余额: 20000, 五级分类: '次级' }],
        },
        outcome: 'hit',
        case: 'd',
        because: '只有姓名相同',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款余额: 800000,
          五级分类: '正常',
          同客户: [{ 客户名称: '某某建材有限公司', 贷款余额: 200000, 五级分类: '关注' }],
        },
        outcome: 'pass',
      },
      {
        given: { 客户名称: '某某建材有限公司', 贷款余额: 800000, 五级分类: null },
        outcome: 'pass',
        because: '只有一笔贷款，没有可比的',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款余额: 800000,
          五级分类: null,
          逾期天数: 0,
          同客户: [{ 客户名称: '某某建材有限公司', 贷款余额: 200000, 五级分类: '关注', 逾期天数: 31 }],
        },
        outcome: 'incomplete',
      },
    ],
  },
  {
    id: 'B5',
    category: 'B',
    nameZh: '逾期中放款',
    nameEn: 'Lending while another loan is overdue',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '即 M4。重组、借新还旧、续贷、展期另有规则。只看台账已登记或可推定的逾期。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        applies: `${sureCustomer} and 发放类型 in ("新增", "其他")`,
        when: '逾期期间放款 = true',
        message: '该客户另一笔贷款逾期 {他笔逾期天数} 天，其间于 {放款日期} 又放款 {贷款金额} 元。',
        remedy: '核实放款时是否知悉逾期、资金是否用于归还欠款；未确认前不作定性。',
        sources: ['S0', 'bank'],
        needs: ['逾期期间放款', '放款日期'],
        optional: { 客户键类型: null, 发放类型: '新增', 贷款金额: null },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'notice',
        applies: `${sameNameOnly} and 发放类型 in ("新增", "其他")`,
        when: '逾期期间放款 = true',
        message: `疑似同一客户另一笔贷款逾期 {他笔逾期天数} 天，其间于 {放款日期} 又放款。${sameName}`,
        remedy: '核对证件号码，确为同一人的核实放款经过。',
        sources: ['bank'],
        needs: ['逾期期间放款', '放款日期'],
        optional: { 客户键类型: null, 发放类型: '新增' },
      },
    ],
    examples: [
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款金额: 500000,
          贷款余额: 500000,
          放款日期: '2026-10-10',
          逾期天数: 0,
          同客户: [{ 客户名称: '某某建材有限公司', 贷款余额: 200000, 放款日期: '2025-01-10', 逾期天数: 40 }],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款余额: 500000,
          放款日期: '2026-09-10',
          逾期天数: 0,
          同客户: [{ 客户名称: '某某建材有限公司', 贷款余额: 200000, 放款日期: '2025-01-10', 逾期天数: 40 }],
        },
        outcome: 'pass',
        because: '放款在逾期之前',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款余额: 500000,
          放款日期: '2026-10-10',
          逾期天数: 0,
          发放类型: '无还本续贷',
          同客户: [{ 客户名称: '某某建材有限公司', 贷款余额: 200000, 放款日期: '2025-01-10', 逾期天数: 40 }],
        },
        outcome: 'notApplicable',
        because: '续贷另有规则',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款余额: 500000,
          放款日期: '2026-10-10',
          逾期天数: 0,
          同客户: [{ 客户名称: '某某建材有限公司', 贷款余额: 200000, 放款日期: '2025-01-10', 逾期天数: 7 }],
        },
        outcome: 'pass',
        because: '七天以内可能是技术性逾期',
      },
      {
        given: {
          客户名称: '张三',
          机构名称: '东街支行',
          贷款余额: 50000,
          放款日期: '2026-10-10',
          逾期天数: 0,
          同客户: [
            { 客户名称: '张三', 机构名称: '东街支行', 贷款余额: 20000, 放款日期: '2025-01-10', 逾期天数: 40 },
          ],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 客户名称: null, 贷款余额: 500000, 放款日期: '2026-10-10', 逾期天数: 0 },
        outcome: 'incomplete',
      },
    ],
  },
]
