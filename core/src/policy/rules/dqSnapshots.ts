import type { Rule } from '../types.ts'

/** Before the change the loan was in arrears or no longer 正常: a rewrite then may hide it. */
const riskyBefore = '(上期.逾期天数 > 0 or 上期.五级分类 in ("关注", "次级", "可疑", "损失"))'

const changedWords =
  '贷款金额 {贷款金额}（上期 {上期.贷款金额}）、放款日期 {放款日期}（上期 {上期.放款日期}）'

/** Amount and day of a paid-out loan never change. */
const changed = 'abs(贷款金额 - 上期.贷款金额) > 金额误差 * 2 + 参数.金额容差 or 放款日期 != 上期.放款日期'

/** Data quality: flags, and what changed since the previous ledger. */
export const dqSnapshotsRules: readonly Rule[] = [
  {
    id: 'DQ-015',
    category: 'DQ',
    nameZh: '标识与数据矛盾',
    nameEn: 'Flags contradict data',
    table: '借据',
    grain: '借据',
    segments: 'all',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'notice',
        // a loan approved by itself has no limit: its balance is looked at below
        applies: '授信额度 != null',
        when: '普惠小微标志 = "是" and 授信额度 > 参数.普惠小微授信上限',
        message: '标为普惠小微，授信额度 {授信额度} 超过 {参数.普惠小微授信上限}。',
        remedy: '核实普惠口径；统计口径可在参数中调整。',
        sources: ['R16'],
        needs: ['普惠小微标志', '授信额度'],
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'notice',
        when: '普惠小微标志 = "是" and 贷款余额 + sum(同客户.贷款余额) > 参数.普惠小微授信上限',
        message:
          '标为普惠小微，该客户余额合计 {贷款余额 + sum(同客户.贷款余额)} 超过 {参数.普惠小微授信上限}。',
        remedy: '核实普惠口径；统计口径可在参数中调整。',
        sources: ['R16'],
        needs: ['普惠小微标志', '贷款余额'],
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'notice',
        when: '普惠小微标志 = "是" and 企业规模 in ("大型", "中型")',
        message: '标为普惠小微，企业规模为{企业规模}。',
        remedy: '核实普惠口径或企业划型。',
        sources: ['R16'],
        needs: ['普惠小微标志', '企业规模'],
      },
      {
        id: 'd',
        kind: 'violation',
        severity: 'notice',
        when: '支付方式 in ("受托支付", "混合支付") and (受托支付金额 = null or 受托支付金额 = 0)',
        message: '支付方式为{支付方式}，没有受托支付金额。',
        remedy: '补登受托支付金额。',
        sources: ['R16'],
        needs: ['支付方式', '受托支付金额'],
      },
    ],
    examples: [
      { given: { 贷款余额: 1_000_000, 普惠小微标志: '是', 授信额度: 12_000_000 }, outcome: 'hit', case: 'a' },
      {
        given: { 贷款余额: 6_000_000, 普惠小微标志: '是', 同客户: [{ 贷款余额: 5_000_000 }] },
        outcome: 'hit',
        case: 'b',
      },
      { given: { 贷款余额: 1_000_000, 普惠小微标志: '是', 企业规模: '中型' }, outcome: 'hit', case: 'c' },
      { given: { 贷款余额: 1_000_000, 支付方式: '受托支付', 受托支付金额: null }, outcome: 'hit', case: 'd' },
      {
        given: { 贷款余额: 1_000_000, 普惠小微标志: '是', 企业规模: '小型', 授信额度: 3_000_000, 同客户: [] },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 1_000_000, 普惠小微标志: null, 企业规模: '中型', 授信额度: 20_000_000 },
        outcome: 'incomplete',
      },
      {
        given: { 贷款余额: 0, 表内欠息: 0, 表外欠息: 0, 罚息: 0, 普惠小微标志: '是', 企业规模: '大型' },
        outcome: 'notApplicable',
      },
    ],
  },
  {
    id: 'DQ-016',
    category: 'DQ',
    nameZh: '两期台账断点',
    nameEn: 'Record rewritten between snapshots',
    table: '借据',
    grain: '借据',
    segments: 'all',
    scope: 'any',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        applies: `上期 != null and ${riskyBefore}`,
        when: changed,
        message: `与上期不符：${changedWords}；上期已有风险。`,
        remedy: '说明原因（系统更正、换据等）并留痕。',
        sources: ['S3', 'bank'],
        needs: ['贷款金额', '放款日期', '上期'],
        optional: { 金额误差: 0 },
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'warning',
        applies: '上期 != null',
        when: changed,
        message: `与上期不符：${changedWords}。`,
        remedy: '说明原因（系统更正、换据等）并留痕。',
        sources: ['S3', 'bank'],
        needs: ['贷款金额', '放款日期', '上期'],
        optional: { 金额误差: 0 },
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'warning',
        applies: '上期 != null and 客户编号 != null and 上期.客户编号 != null',
        when: '客户编号 != 上期.客户编号',
        message: '客户编号 {客户编号} 与上期 {上期.客户编号} 不同。',
        remedy: '说明原因（客户号合并等）并留痕。',
        sources: ['S3', 'bank'],
        needs: ['客户编号', '上期'],
      },
      {
        id: 'd',
        kind: 'violation',
        severity: 'warning',
        applies:
          '上期 != null and 是否循环 = false and not(产品族 in ("透支", "垫款", "信用卡", "项目", "固定资产"))',
        when: '贷款余额 > 上期.贷款余额 + 金额误差 * 2 + 参数.金额容差',
        message: '余额由上期 {上期.贷款余额} 增至 {贷款余额}，没有新的放款。',
        remedy: '核实是否重复记账或另有提款，并留痕。',
        sources: ['S3', 'bank'],
        needs: ['贷款余额', '上期'],
        optional: { 产品族: '其他', 是否循环: '否', 金额误差: 0 },
      },
      {
        id: 'e',
        kind: 'violation',
        severity: 'warning',
        applies: '上期 != null and 到期日 != null',
        when: '到期日 > add days(上期.到期日, 10) and 展期次数 = 上期.展期次数',
        message: '到期日由上期 {上期.到期日} 改为 {到期日}，展期次数未变。',
        remedy: '核对展期手续，按实际登记。',
        sources: ['S3', 'bank'],
        needs: ['到期日', '展期次数', '上期'],
      },
    ],
    examples: [
      {
        given: {
          借据号: 'JJ1',
          客户编号: 'K1',
          贷款余额: 400_000,
          上期: { 借据号: 'JJ1', 客户编号: 'K2', 贷款余额: 400_000 },
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          借据号: 'JJ1',
          贷款金额: 300_000,
          放款日期: '2025-05-06',
          贷款余额: 300_000,
          上期: {
            借据号: 'JJ1',
            贷款金额: 500_000,
            放款日期: '2025-05-06',
            贷款余额: 300_000,
            五级分类: '关注',
            逾期天数: 12,
          },
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          借据号: 'JJ1',
          贷款金额: 300_000,
          放款日期: '2025-05-06',
          贷款余额: 300_000,
          上期: {
            借据号: 'JJ1',
            贷款金额: 500_000,
            放款日期: '2025-05-06',
            贷款余额: 300_000,
            五级分类: '正常',
            逾期天数: 0,
          },
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          借据号: 'JJ1',
          贷款金额: 500_000,
          放款日期: '2025-05-06',
          贷款余额: 420_000,
          上期: {
            借据号: 'JJ1',
            贷款金额: 500_000,
            放款日期: '2025-05-06',
            贷款余额: 400_000,
            五级分类: '正常',
            逾期天数: 0,
          },
        },
        outcome: 'hit',
        case: 'd',
      },
      {
        given: {
          借据号: 'JJ1',
          贷款余额: 400_000,
          到期日: '2027-05-05',
          展期次数: 0,
          上期: { 借据号: 'JJ1', 贷款余额: 400_000, 到期日: '2026-05-05', 展期次数: 0 },
        },
        outcome: 'hit',
        case: 'e',
      },
      {
        given: {
          借据号: 'JJ1',
          贷款金额: 500_000,
          放款日期: '2025-05-06',
          贷款余额: 400_000,
          上期: {
            借据号: 'JJ1',
            贷款金额: 500_000,
            放款日期: '2025-05-06',
            贷款余额: 400_000,
            五级分类: '正常',
            逾期天数: 0,
          },
        },
        outcome: 'pass',
      },
      {
        given: {
          借据号: 'JJ1',
          客户编号: 'K1',
          贷款金额: 500_000,
          放款日期: '2026-10-12',
          贷款余额: 500_000,
          上期: null,
        },
        outcome: 'notApplicable',
        because: '上期之后新放的款。',
      },
      {
        given: {
          借据号: 'JJ1',
          贷款金额: null,
          放款日期: '2025-05-06',
          贷款余额: 400_000,
          上期: {
            借据号: 'JJ1',
            贷款金额: 500_000,
            放款日期: '2025-05-06',
            贷款余额: 400_000,
            五级分类: '正常',
            逾期天数: 0,
          },
        },
        outcome: 'incomplete',
      },
    ],
    note: '上期有、本期没有的借据由两期比较列出；本期新放款的不适用。',
  },
]
