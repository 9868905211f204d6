import type { Fate, FindingMove, Origin } from './types.ts'

/** How a tier, a move and a fate are called; a tier by its own name. */
export const comparisonLabels = {
  origins: { appeared: '新增', outside: '上期未计入', unmatched: '无法配对' } satisfies Partial<
    Record<Origin, string>
  > as Readonly<Record<string, string>>,
  fates: {
    settled: '已结清',
    disposed: '核销转让',
    outside: '本期未计入',
    gone: '不在本期',
    unmatched: '无法配对',
  } satisfies Partial<Record<Fate, string>> as Readonly<Record<string, string>>,
  moves: {
    new: '新发现',
    appeared: '随新增贷款出现',
    decidedNow: '上期未能判断、本期命中',
    worse: '级别加重',
    lighter: '级别减轻',
    same: '未变',
    cured: '已消除',
    undecidedNow: '本期未能判断',
    gone: '随贷款离开',
    unmatched: '贷款无法配对',
  } satisfies Record<FindingMove, string>,
} as const

/** What every table of a comparison is called, on a terminal and in a workbook alike. */
export const comparisonTables = {
  before: '上期',
  now: '本期',
  noDay: '不明',
  byLoans: '五级分类迁徙（笔数，行为上期、列为本期）',
  byBalance: '上期余额的去向（万元）',
  bySource: '本期余额的来源（万元）',
  corner: '上期＼本期',
  total: '合计',
  scope: '只计人民币表内未结清贷款，委托贷款不计。',
  rollRates: '迁徙率',
  moves: '发现的变化（应办不计）',
  byOrg: '按机构（余额 万元）',
  byManager: '按客户经理（余额 万元）',
  fields: '变动最多的栏目',
  fieldHeader: ['栏目', '变动笔数', '其中补填', '其中清空'],
  /** After the rule. */
  ruleHeader: ['新发现', '已消除', '未变', '加重', '减轻'],
  /** After the name. */
  groupHeader: [
    '上期笔数',
    '本期笔数',
    '上期余额',
    '本期余额',
    '上期不良',
    '本期不良',
    '下迁',
    '上迁',
    '新发现',
    '已消除',
  ],
} as const

/** What a person should know of a comparison as a whole. */
export const compareMessages = {
  order: (before: string, now: string): string =>
    `上期数据日期 ${before} 不早于本期 ${now}，请核对两份台账的先后。`,
  noDay: (which: string): string => `${which}台账没有数据日期，与日期有关的规则没有执行，相应发现不能比较。`,
  before: '上期',
  now: '本期',
  noKey: '两份台账没有共同的借据号、合同号、贷款账号或客户名称一列，无法逐笔配对。',
  unmatched: (before: number, now: number): string =>
    `上期 ${before} 笔、本期 ${now} 笔因编号重复或没有编号而无法配对，不算新增也不算减少。`,
  vanished: (
    loans: number,
    balance: string,
    { fellDue, risky }: { readonly fellDue: number; readonly risky: number },
  ): string => {
    const among = [
      ...(risky > 0 ? [`上期已逾期或已列关注及以下 ${risky} 笔`] : []),
      ...(fellDue > 0 ? [`两期之间到期、可能已结清 ${fellDue} 笔`] : []),
    ]
    return `上期有余额、本期台账中没有且没有结清记录的贷款 ${loans} 笔，上期余额 ${balance} 万元${among.length > 0 ? `（其中${among.join('，')}）` : ''}：请逐笔说明原因（结清、核销、转让、系统更正）并留痕（DQ-016）。`
  },
  otherBook: '不见的已超过上期的一半，请先核对两份台账的范围是否一致。',
  otherCurrency: (before: number, now: number): string =>
    `外币贷款上期 ${before} 笔、本期 ${now} 笔，未计入迁徙矩阵。`,
} as const
