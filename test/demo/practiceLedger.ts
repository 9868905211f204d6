import { practiceLoans } from '../credit-system/data.ts'
import { ledgerWorkbook } from '../portfolio/sampleLedger.ts'

/** A ledger of the practice system's loans that says otherwise of the first one: what it shows is compared with its page. */
export async function practiceLedger(): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const loans = practiceLoans().map((loan, index) =>
    index === 0 ? { ...loan, balance: loan.balance + 390_000, maturityDate: loan.maturityDate + 31 } : loan,
  )
  return { fileName: '练习信贷系统台账.xlsx', bytes: await ledgerWorkbook(loans) }
}
