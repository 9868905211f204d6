import type { DocumentKind, DocumentKindId } from './types.ts'

/** Gravest first: the order in which a worker meets them. */
export const documentKinds: readonly DocumentKind[] = [
  {
    id: 'warningNotice',
    name: '风险预警通知书',
    group: '风险预警通知书',
    per: '客户',
    reader: 'bank',
    says: '发给客户经理和主管：列明一户各笔贷款的发现、依据、整改要求和期限，附反馈回执。',
  },
  {
    id: 'collectionNotice',
    name: '催收通知书',
    group: '催收通知书',
    per: '客户',
    reader: 'customer',
    says: '发给逾期借款人本人（单位）：应还款项和还款方式，附送达回执。',
  },
  {
    id: 'maturityNotice',
    name: '到期提示函',
    group: '到期提示函',
    per: '客户',
    reader: 'customer',
    says: '发给贷款将到期的借款人：到期日、余额和还款准备。',
  },
  {
    id: 'casePlan',
    name: '一户一策方案',
    group: '一户一策方案',
    per: '客户',
    reader: 'bank',
    says: '关注和不良客户的处置方案：风险状况、成因、可回收性、措施、责任人和时限。',
  },
  {
    id: 'archiveGaps',
    name: '档案缺件清单',
    group: '档案缺件清单',
    per: '借据',
    reader: 'bank',
    says: '一笔贷款的信贷档案里缺什么、还要查什么。',
  },
  {
    id: 'companyReport',
    name: '贷后检查报告（公司类）',
    group: '贷后检查报告',
    per: '借据',
    reader: 'bank',
    says: '公司客户的检查报告：经营、财务、用途、担保、检查项目、发现和结论。',
  },
  {
    id: 'personReport',
    name: '贷后检查报告（个人类）',
    group: '贷后检查报告',
    per: '借据',
    reader: 'bank',
    says: '个人客户的检查报告：还本付息、借款人情况、担保、检查项目、发现和结论。',
  },
  {
    id: 'smallBusinessReport',
    name: '贷后检查报告（小微企业）',
    group: '贷后检查报告',
    per: '借据',
    reader: 'bank',
    says: '小微企业的简化检查报告，附百分制评分。',
  },
  {
    id: 'checklist',
    name: '贷后检查清单',
    group: '贷后检查清单',
    per: '借据',
    reader: 'bank',
    says: '一笔贷款在当前阶段的检查清单：台账已能证明的、人工核实的、还没有做的。',
  },
]

const byId = new Map(documentKinds.map((kind) => [kind.id, kind]))

export function kindOf(id: DocumentKindId): DocumentKind {
  const kind = byId.get(id)
  if (!kind) throw new Error(`no such kind of document: ${id}`)
  return kind
}
