import type { Rule } from '../types.ts'
import { assumedKind, notInspected, renewed } from './inspectedLoans.ts'

const traced = `not(${notInspected} or 产品族 in ("按揭", "商用房") or ${renewed}) and 放款日期 >= add days(基准日, -参数.用途核查追溯天数)`
const lastDay = 'add working days(放款日期, 参数.用途核查工作日)'
const assumed = { ...assumedKind, 发放类型: '新增', 贷款发放比例: 100 } as const

/** p is a payment that has to be looked at by itself. */
const large =
  'p.是否付出 = true and (参数.逐笔核查全部支付 = "是" or p.交易金额 > 贷款金额 * 参数.大额支付比例 / 100 or p.交易金额 >= 参数.大额支付金额)'
/** Long enough ago to be done, and not so long ago that the habit of the time is unknown. */
const nowDue =
  'p.交易日期 >= add days(基准日, -参数.支付核查追溯天数) and 基准日 > add working days(p.交易日期, 参数.用途核查工作日)'

const paid = {
  借贷标志: '借',
  交易日期: '2026-10-08',
  交易金额: 600_000,
  逐笔核查标志: '是',
  凭证归档标志: '是',
}
const loan = { 贷款余额: 3_000_000, 贷款金额: 3_000_000 }

/** Use of funds: was the money followed in time, and were large payments looked at. */
export const useTracingRules: readonly Rule[] = [
  {
    id: 'USE-001',
    category: 'USE',
    nameZh: '资金流向核查超期',
    nameEn: 'Fund-flow check late',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '只看近 60 天放款的；续贷、借新还旧、展期、贴现与按揭没有新资金或已受托支付，不查。未提清的只提示继续检查。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: `${traced} and 贷款发放比例 >= 100`,
        when: `资金流向检查日期 = null and 基准日 > ${lastDay}`,
        message: `{放款日期} 放款，没有资金流向检查日期（应在 {${lastDay}} 前，放款后 {参数.用途核查工作日} 个工作日内）。`,
        remedy: '调阅支付凭证与合同附件，完成资金流向核查，注明实际日期，不得补造记录。',
        sources: ['S2'],
        needs: ['放款日期', '资金流向检查日期'],
        optional: assumed,
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'notice',
        applies: `${traced} and 资金流向检查日期 != null`,
        when: `资金流向检查日期 > ${lastDay}`,
        message: `资金流向检查日期 {资金流向检查日期}，晚于应查之日 {${lastDay}}。`,
        remedy: '说明超期原因并留痕。',
        sources: ['S2'],
        needs: ['放款日期', '资金流向检查日期'],
        optional: assumed,
      },
      {
        id: 'c',
        kind: 'due',
        severity: 'notice',
        applies: traced,
        when: '资金流向检查日期 = null and 放款日期 <= 基准日',
        dueDate: lastDay,
        message: `{放款日期} 放款，{${lastDay}} 前完成资金流向核查；未提清的提清后继续检查。`,
        remedy: '调阅支付凭证与合同附件，按实际日期登记。',
        sources: ['S2'],
        needs: ['放款日期'],
        optional: { ...assumed, 资金流向检查日期: null },
      },
    ],
    examples: [
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 资金流向检查日期: null },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 资金流向检查日期: '2026-10-29' },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-26', 资金流向检查日期: null },
        outcome: 'hit',
        case: 'c',
        because: '未满 7 个工作日，列为应办。',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12' },
        outcome: 'hit',
        case: 'c',
        because: '台账没有资金流向检查日期一列，只列应办，不算违规。',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 资金流向检查日期: null, 贷款发放比例: 40 },
        outcome: 'hit',
        case: 'c',
        because: '未提清，继续检查。',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 资金流向检查日期: '2026-10-16' },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2024-05-12', 资金流向检查日期: null },
        outcome: 'notApplicable',
        because: '早年放款，记录空白不再提示。',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 资金流向检查日期: null, 发放类型: '无还本续贷' },
        outcome: 'notApplicable',
        because: '续贷没有新资金。',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 资金流向检查日期: null, 发放类型: '借新还旧' },
        outcome: 'notApplicable',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-12', 资金流向检查日期: null, 发放类型: '展期' },
        outcome: 'notApplicable',
      },
      {
        given: {
          贷款余额: 500_000,
          放款日期: '2026-10-12',
          资金流向检查日期: null,
          贷款品种: '银行承兑汇票贴现',
        },
        outcome: 'notApplicable',
      },
      {
        given: {
          贷款余额: 500_000,
          放款日期: '2026-10-12',
          资金流向检查日期: null,
          贷款品种: '个人住房按揭贷款',
        },
        outcome: 'notApplicable',
        because: '按揭款直接付给售房人。',
      },
      { given: { 贷款余额: 500_000, 放款日期: null, 资金流向检查日期: '2026-10-16' }, outcome: 'incomplete' },
    ],
  },
  {
    id: 'USE-002',
    category: 'USE',
    nameZh: '大额支付未逐笔核查或无凭证',
    nameEn: 'Large payment unchecked or no voucher',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '原则上逐笔检查；比例与金额只界定须重点核查、留存凭证的支付。标志空白的只看近 60 天、已满核查期限的支付。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        when: `some p in 支付 satisfies ${large} and (p.核查登记 = "否" or (p.核查登记 = "空白" and ${nowDue}))`,
        message:
          '支付清单中有大额支付（超过贷款金额 {贷款金额} 的 {参数.大额支付比例}% 或达到 {参数.大额支付金额} 元）没有逐笔核查。',
        remedy: '逐笔核查用途与交易对手，按实际日期登记，不得补造记录。',
        sources: ['S2'],
        needs: ['贷款金额', '支付', '支付.逐笔核查标志'],
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'warning',
        when: `some p in 支付 satisfies ${large} and (p.凭证登记 = "否" or (p.凭证登记 = "空白" and ${nowDue}))`,
        message:
          '支付清单中有大额支付（超过贷款金额 {贷款金额} 的 {参数.大额支付比例}% 或达到 {参数.大额支付金额} 元）没有凭证归档。',
        remedy: '向借款人取得支付凭证复印件或账户清单入档。',
        sources: ['S2'],
        needs: ['贷款金额', '支付', '支付.凭证归档标志'],
      },
      {
        id: 'c',
        kind: 'due',
        severity: 'notice',
        applies: '放款日期 >= add days(基准日, -参数.支付核查追溯天数)',
        when: `some p in 支付 satisfies ${large} and p.交易日期 >= add days(基准日, -参数.支付核查追溯天数) and (p.核查登记 in ("空白", "无此列") or p.凭证登记 in ("空白", "无此列"))`,
        dueDate: lastDay,
        message: `有大额支付，{${lastDay}} 前完成逐笔核查并留存凭证。`,
        remedy: '逐笔核查用途与交易对手，取得支付凭证入档。',
        sources: ['S2'],
        needs: ['贷款金额', '放款日期', '支付'],
      },
    ],
    examples: [
      { given: { ...loan, 支付: [{ ...paid, 逐笔核查标志: '否' }] }, outcome: 'hit', case: 'a' },
      { given: { ...loan, 支付: [{ ...paid, 逐笔核查标志: null }] }, outcome: 'hit', case: 'a' },
      { given: { ...loan, 支付: [{ ...paid, 凭证归档标志: '否' }] }, outcome: 'hit', case: 'b' },
      {
        given: {
          ...loan,
          放款日期: '2026-10-08',
          支付: [{ 借贷标志: '借', 交易日期: '2026-10-08', 交易金额: 600_000 }],
        },
        outcome: 'hit',
        case: 'c',
        because: '清单没有核查与凭证两列，只列应办。',
      },
      { given: { ...loan, 支付: [paid] }, outcome: 'pass' },
      {
        given: { ...loan, 支付: [{ ...paid, 交易金额: 300_000, 逐笔核查标志: '否' }] },
        outcome: 'pass',
        because: '恰为贷款金额的 10%，不超过。',
      },
      {
        given: { ...loan, 支付: [{ ...paid, 交易日期: '2025-10-08', 逐笔核查标志: null }] },
        outcome: 'pass',
        because: '早年的支付，标志空白不再提示。',
      },
      {
        given: { ...loan, 支付: [{ ...paid, 借贷标志: '贷', 逐笔核查标志: '否' }] },
        outcome: 'pass',
        because: '收入不是支付。',
      },
      { given: { ...loan, 支付: [{ ...paid, 交易金额: null, 逐笔核查标志: '否' }] }, outcome: 'incomplete' },
      { given: { ...loan, 贷款余额: 0, 支付: [{ ...paid, 逐笔核查标志: '否' }] }, outcome: 'notApplicable' },
      { given: loan, outcome: 'notRun', because: '没有支付清单。' },
    ],
  },
]
