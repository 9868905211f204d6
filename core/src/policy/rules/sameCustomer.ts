/** Conditions on how surely two rows are one customer's. */
export const sureCustomer = '客户键类型 != "个人姓名"'
export const sameNameOnly = '客户键类型 = "个人姓名"'
export const sameName = '仅姓名与机构相同，可能是同名不同人。'
