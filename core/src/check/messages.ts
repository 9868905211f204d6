import type { Severity, SourceStatus } from '../policy/index.ts'

/** All words the check says to a person by itself; those of the rules stand in the rules. */
export const messages = {
  blank: '空',
  yuan: '元',
  records: (count: number): string => `${count} 条`,
  yes: '是',
  no: '否',
  severity: { serious: '严重', warning: '警示', attention: '关注', notice: '提示' } satisfies Record<
    Severity,
    string
  >,
  sourceStatus: {
    verified: '已核原文',
    secondary: '转引核对',
    unverified: '依据待核',
    bank: '默认值',
  } satisfies Record<SourceStatus, string>,
  keyKind: {
    loanNo: '借据号',
    contractNo: '合同号',
    accountNo: '贷款账号',
    nameDateAmount: '客户名称+放款日期+贷款金额',
    customer: '客户',
    row: '行号',
    file: '整份台账',
  },
  incomplete: (rule: string, reasons: readonly string[]): string =>
    reasons.length > 0 ? `${reasons.join('，')}，无法判断“${rule}”。` : `数据不足，无法判断“${rule}”。`,
  cellBlank: (field: string): string => `${field}为空`,
  cellUnreadable: (field: string): string => `${field}读不出`,
  noColumn: (field: string): string => `没有“${field}”一列`,
  noTable: (relation: string): string => `没有${relation}的数据`,
  relatedBlank: (relation: string, field: string): string => `${relation}中的${field}为空`,
  noLink: (relation: string): string => `缺少与${relation}对应的编号`,
  fillIn: (fields: readonly string[]): string => `补齐${fields.join('、')}后再检查。`,
  complete: '补齐所缺数据后再检查。',
  columnMostlyBlank: (field: string, blank: number, rows: number, hits: number, rule: string): string =>
    `“${field}”一列 ${rows} 行中有 ${blank} 行为空，视为台账未登记该项；“${rule}”涉及 ${hits} 行，不逐行列出。`,
  undecidedForColumn: (missing: readonly string[], rows: number, rule: string): string =>
    `没有${missing.map((name) => `“${name}”`).join('、')}，“${rule}”有 ${rows} 行无法判断，不逐行列出。`,
  ruleError: (rule: string, caseId: string, why: string): string =>
    `规则 ${rule}（${caseId}）的条件有误，没有执行：${why}`,
  ruleErrorRemedy: '请规则维护人员修正后再检查。',
  noAsOf: '没有找到数据日期，与日期有关的规则没有执行。',
  asOfConflict: (day: string, others: readonly string[]): string =>
    `数据日期取 ${day}，但台账中另有 ${others.join('、')}，请核对。`,
  unmoved: (loans: number, balance: string): string =>
    `还款方式未登记的贷款中，放款满一年、余额仍等于贷款金额且没有逾期的有 ${loans} 笔，余额 ${balance} 万元：先息后本的属正常，分期还本的请核实扣款与登记（B10）。`,
  thisLedgerOnly: '同一客户、同一集团的判断只看本次读入的台账，看不到其他机构或其他文件中的贷款。',
  hugeGroup: (relation: string, rows: number): string =>
    `有 ${rows} 行因编号重复过多（疑为占位值），没有参加“${relation}”的比对。`,
  asOf: '基准日',
} as const
