/** Home loans that are paid: the bank revalues them by index, not house by house. */
export const homeLoanPaid = '(产品族 in ("按揭", "商用房") and 分类逾期天数 = 0)'
/** What a ledger without these columns is taken to hold. */
export const paidAssumed = { 产品族: '其他', 分类逾期天数: 0, 低风险业务: '否' } as const
