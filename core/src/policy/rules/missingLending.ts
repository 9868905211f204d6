import type { Rule } from '../types.ts'
import { sureCustomer } from './sameCustomer.ts'

const fresh = '发放类型 in ("新增", "其他")'

/** Lending after a limit ended (M3), money and contacts that unrelated borrowers share (M5). */
export const missingLendingRules: readonly Rule[] = [
  {
    id: 'M3',
    category: 'M',
    nameZh: '额度到期或冻结后放款',
    nameEn: 'Drawn after the limit ended or was frozen',
    table: '借据',
    grain: '授信额度',
    segments: 'all',
    note: '续贷、展期、重组没有新增资金，不在此列。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        // a loan approved by itself has no limit, and no day on which one ends
        applies: `${fresh} and (授信到期日 != null or 授信额度 > 0)`,
        when: '放款日期 > 授信到期日',
        message: '放款日期 {放款日期} 晚于授信到期日 {授信到期日}。',
        remedy: '核查审批与额度有效期；额度已续批的补登，否则报告并停止放款。',
        sources: ['R16', 'bank'],
        needs: ['放款日期', '授信到期日'],
        optional: { 发放类型: '新增', 授信额度: 0 },
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'serious',
        applies: `${fresh} and 额度冻结日期 != null`,
        when: '放款日期 > 额度冻结日期',
        message: '额度已于 {额度冻结日期} 冻结，{放款日期} 又放款。',
        remedy: '核查放款审批；未解除冻结的停止放款。',
        sources: ['bank'],
        needs: ['放款日期', '额度冻结日期'],
        optional: { 发放类型: '新增' },
      },
    ],
    examples: [
      {
        given: { 贷款余额: 100000, 放款日期: '2026-05-10', 授信到期日: '2026-04-30' },
        outcome: 'hit',
        case: 'a',
      },
      { given: { 贷款余额: 100000, 放款日期: '2026-04-30', 授信到期日: '2026-04-30' }, outcome: 'pass' },
      {
        given: {
          贷款余额: 100000,
          放款日期: '2026-05-10',
          授信到期日: '2027-04-30',
          额度冻结日期: '2026-05-09',
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 贷款余额: 100000, 放款日期: '2026-05-10', 授信到期日: null, 授信额度: 500000 },
        outcome: 'incomplete',
      },
      {
        given: { 贷款余额: 100000, 放款日期: '2026-05-10', 授信到期日: null, 授信额度: null },
        outcome: 'notApplicable',
        because: '单笔单批的贷款没有授信额度。',
      },
      {
        given: { 贷款余额: 100000, 放款日期: '2026-05-10', 授信到期日: '2026-04-30', 发放类型: '无还本续贷' },
        outcome: 'notApplicable',
      },
    ],
  },
  {
    id: 'M5',
    category: 'M',
    nameZh: '疑似借名、冒名或集中用款',
    nameEn: 'Apparent borrowed names or one user of many loans',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '同一集团、同一实际控制人或法定代表人、同址同姓的并作一户。付给单位的多为共同的供应商，只列关注；只有姓名的客户不比对。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        applies: sureCustomer,
        when: '共用借款人户数 >= 参数.共用联系方式户数',
        message: '与其他互不关联的借款人共用{共用联系方式}，共 {共用借款人户数} 户。',
        remedy: '双人面谈借款人本人，核实身份、用途与实际用款人；未确认前不作定性。',
        sources: ['S0', 'bank'],
        needs: ['共用借款人户数'],
        optional: { 客户键类型: null },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'warning',
        applies: `${sureCustomer} and 集中收款人为个人 = true`,
        when: '集中付款户数 >= 参数.同一收款人借款人数',
        message:
          '{参数.同一收款人观察天数} 天内有 {集中付款户数} 户互不关联的借款人把贷款资金付给同一个人（{集中收款人}）。',
        remedy: '双人面谈借款人与收款人，核实交易背景与实际用款人；未确认前不作定性。',
        sources: ['S0', 'bank'],
        needs: ['集中付款户数'],
        optional: { 客户键类型: null },
      },
      {
        id: 'c',
        kind: 'lead',
        severity: 'attention',
        applies: `${sureCustomer} and 集中收款人为个人 = false`,
        when: '集中付款户数 >= 参数.同一收款人借款人数',
        message:
          '{参数.同一收款人观察天数} 天内有 {集中付款户数} 户互不关联的借款人把贷款资金付给{集中收款人}。',
        remedy: '核实收款单位与各借款人的交易背景；确为共同供应商的留存凭证。',
        sources: ['S0', 'bank'],
        needs: ['集中付款户数'],
        optional: { 客户键类型: null },
      },
    ],
    examples: [
      {
        given: { 客户编号: 'C1', 联系电话: '13900001111', 共用借款人户数: 3, 共用联系方式: '联系电话' },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 客户编号: 'C1', 联系电话: '13900001111', 共用借款人户数: 2, 共用联系方式: '联系电话' },
        outcome: 'pass',
        because: '两户可能是一家人',
      },
      {
        given: { 贷款余额: 100000, 联系电话: '13900001111', 客户名称: '张三', 客户编号: 'C1' },
        outcome: 'pass',
      },
      {
        given: {
          借据号: 'JJ001',
          客户编号: 'C1',
          贷款余额: 100000,
          集中付款户数: 4,
          集中收款人: '李四',
          集中收款人为个人: true,
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          借据号: 'JJ001',
          客户编号: 'C1',
          贷款余额: 100000,
          集中付款户数: 3,
          集中收款人: '某某农资有限公司',
          集中收款人为个人: false,
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          借据号: 'JJ001',
          客户编号: 'C1',
          贷款余额: 100000,
          集中付款户数: null,
          集中收款人为个人: null,
        },
        outcome: 'incomplete',
        because: '支付清单对不上本笔',
      },
    ],
  },
]
