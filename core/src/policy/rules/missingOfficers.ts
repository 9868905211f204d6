import type { Rule, RuleCase } from '../types.ts'

// a handover up to a month before the previous ledger may be the one that this ledger shows
const noHandover = '(管户移交日期 = null or days between(管户移交日期, 基准日) > 31 * (上期间隔月数 + 1))'

/** A change of officer by number, or by name where the loan has no number. */
function changedOfficer(
  ids: readonly [violation: string, due: string],
  field: string,
  byName?: Required<Pick<RuleCase, 'applies' | 'optional'>>,
): readonly RuleCase[] {
  // a loan paid out since the previous ledger has changed hands with nobody
  const applies = `上期 != null and ${field} != null${byName ? ` and ${byName.applies}` : ''}`
  const words = `${field}由 {上期.${field}} 变更为 {${field}}`
  return [
    {
      id: ids[0],
      kind: 'violation',
      severity: 'attention',
      ...byName,
      applies,
      when: `上期.${field} != ${field} and ${noHandover}`,
      message: `${words}，没有本期的管户移交日期。`,
      remedy: '双方签署移交清册并登记移交日期，按实际日期，不得倒签。',
      sources: ['S4-2'],
      needs: [field, `上期.${field}`, '管户移交日期', '上期间隔月数'],
    },
    {
      id: ids[1],
      kind: 'due',
      severity: 'notice',
      ...byName,
      applies,
      when: `上期.${field} != ${field} and 管户移交日期 = null`,
      message: `${words}，留存移交清册。`,
      remedy: '双方签署移交清册并登记移交日期。',
      sources: ['S4-2'],
      needs: [field, `上期.${field}`],
      optional: { ...byName?.optional, 管户移交日期: null },
      dueDate: '基准日',
    },
  ]
}

const sameHand = '(检查人 = 客户经理 or 检查人 = 客户经理工号)'

/** Officers: on duty and handed over (M12), checked by another now and then (M15). */
export const missingOfficersRules: readonly Rule[] = [
  {
    id: 'M12',
    category: 'M',
    nameZh: '管户悬空或未办移交',
    nameEn: 'No officer on duty, or no handover',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '管户人空白见 DQ-002。在岗名单默认不核对，在参数中填写后才核对。移交日期早于上期的，视为没有本次移交的记录。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'attention',
        applies: 'not(list contains(参数.在岗客户经理, "全部")) and 客户经理 != null',
        when: 'not(list contains(参数.在岗客户经理, 客户经理) or (客户经理工号 != null and list contains(参数.在岗客户经理, 客户经理工号)))',
        message: '客户经理 {客户经理} 不在在岗名单内。',
        remedy: '指定新的管户人并办理移交；在岗名单有遗漏的更新名单。',
        sources: ['S4', 'bank'],
        needs: ['客户经理'],
        optional: { 客户经理工号: null },
      },
      ...changedOfficer(['b', 'c'], '客户经理工号'),
      ...changedOfficer(['d', 'e'], '客户经理', {
        applies: '客户经理工号 = null',
        optional: { 客户经理工号: null },
      }),
    ],
    examples: [
      {
        given: {
          贷款余额: 100000,
          客户经理工号: '1002',
          管户移交日期: null,
          上期: { 贷款余额: 100000, 客户经理工号: '1001' },
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          贷款余额: 100000,
          客户经理工号: '1002',
          管户移交日期: '2026-10-12',
          上期: { 贷款余额: 100000, 客户经理工号: '1001' },
        },
        outcome: 'pass',
      },
      {
        given: {
          贷款余额: 100000,
          客户经理工号: '1002',
          上期: { 贷款余额: 100000, 客户经理工号: '1001' },
        },
        outcome: 'hit',
        case: 'c',
        because: '没有移交日期一列，列为应办',
      },
      {
        given: {
          贷款余额: 100000,
          客户经理: '王某',
          管户移交日期: null,
          上期: { 贷款余额: 100000, 客户经理: '李某' },
        },
        outcome: 'hit',
        case: 'd',
        because: '没有工号的按姓名',
      },
      {
        given: {
          贷款余额: 100000,
          客户经理工号: '1001',
          管户移交日期: null,
          上期: { 贷款余额: 100000, 客户经理工号: '1001' },
        },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 100000, 客户经理工号: '1001', 管户移交日期: null, 上期: null },
        outcome: 'notApplicable',
        because: '上期之后新放的款。',
      },
      {
        given: {
          贷款余额: 100000,
          客户经理工号: null,
          管户移交日期: null,
          上期: { 贷款余额: 100000, 客户经理工号: '1001' },
        },
        outcome: 'notApplicable',
        because: '管户人空白见 DQ-002。',
      },
      {
        given: {
          贷款余额: 100000,
          客户经理工号: '1001',
          管户移交日期: null,
          上期: { 贷款余额: 100000, 客户经理工号: null },
        },
        outcome: 'incomplete',
      },
    ],
  },
  {
    id: 'M15',
    category: 'M',
    nameZh: '长期未交叉检查',
    nameEn: 'Never checked by another officer',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '有近四季检查人的看四季；没有的，两期台账相隔三个季度以上、前后两次检查都由管户人自查的，列线索。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'attention',
        applies: '近四季检查人 != null',
        when: 'count(split(近四季检查人, "[、,，;；/ ]+")) >= 参数.交叉检查季数 and (every n in split(近四季检查人, "[、,，;；/ ]+") satisfies n = 客户经理)',
        message: '近 {参数.交叉检查季数} 季检查人均为管户的 {客户经理}。',
        remedy: '安排其他人员交叉检查。',
        sources: ['S4'],
        needs: ['近四季检查人', '客户经理'],
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'notice',
        applies: '近四季检查人 = null and 上期间隔月数 >= 3 * (参数.交叉检查季数 - 1)',
        when: `${sameHand} and 上期.检查人 = 检查人 and 最近检查日期 > 上期.最近检查日期`,
        message: '上期与本期两次检查（{上期.最近检查日期}、{最近检查日期}）均由管户的 {检查人} 进行。',
        remedy: '核实其间有无他人检查，没有的安排交叉检查。',
        sources: ['S4', 'bank'],
        needs: ['检查人', '客户经理', '最近检查日期', '上期.检查人', '上期.最近检查日期', '上期间隔月数'],
        optional: { 近四季检查人: null, 客户经理工号: null },
      },
    ],
    examples: [
      {
        given: { 贷款余额: 100000, 客户经理: '王某', 近四季检查人: '王某、王某、王某、王某' },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 贷款余额: 100000, 客户经理: '王某', 近四季检查人: '王某、王某、李某、王某' },
        outcome: 'pass',
      },
      { given: { 贷款余额: 100000, 客户经理: '王某', 近四季检查人: '王某、王某' }, outcome: 'pass' },
      {
        given: {
          贷款余额: 100000,
          客户经理: '王某',
          检查人: '王某',
          最近检查日期: '2026-10-10',
          上期: { 数据日期: '2026-01-31', 检查人: '王某', 最近检查日期: '2026-01-10' },
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          贷款余额: 100000,
          客户经理: '王某',
          检查人: '王某',
          最近检查日期: '2026-10-10',
          上期: { 数据日期: '2026-01-31', 检查人: '李某', 最近检查日期: '2026-01-10' },
        },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 100000, 客户经理: '王某', 近四季检查人: null },
        outcome: 'notApplicable',
        because: '没有登记四季检查人的，以两期台账比较。',
      },
      {
        given: { 贷款余额: 100000, 客户经理: null, 近四季检查人: '王某、王某、王某、王某' },
        outcome: 'incomplete',
      },
    ],
  },
]
