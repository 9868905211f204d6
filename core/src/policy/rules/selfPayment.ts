import { renewed } from './inspectedLoans.ts'

/** The borrower paid out the money himself, all or in part. */
export const selfPaying = `支付方式 in ("自主支付", "混合支付") and not(${renewed})`

/** What a ledger that does not tell new loans from renewed ones is taken to hold. */
export const newMoney = { 发放类型: '新增' } as const
