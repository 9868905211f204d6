/** The loan was extended, by whatever the ledger has to say so. */
export const extended = '(展期次数 > 0 or 发放类型 = "展期" or 展期后到期日 != null)'

/** What a ledger without these columns is taken to hold. */
export const assumedNotExtended = { 展期次数: 0, 发放类型: '新增', 展期后到期日: null } as const

/** A farmer's loan: under the rules for farmers' loans. */
export const farmersLoan = '(客户类型 = "农户" or 产品族 = "农户")'

export const assumedNotFarmer = { 客户类型: '个人', 产品族: '其他' } as const
