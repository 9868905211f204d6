/** Loans whose balance goes up and down within a limit, or that have no term: amounts and dates follow other rules. */
export const notRevolving = '是否循环 = false and not(产品族 in ("透支", "垫款", "信用卡"))'

/** What a ledger that does not name the product is taken to hold. */
export const productAssumed = { 产品族: '其他', 是否循环: '否' } as const
