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
  otherCurrency: (before: number, now: number): string =>
    `外币贷款上期 ${before} 笔、本期 ${now} 笔，未计入迁徙矩阵。`,
} as const
