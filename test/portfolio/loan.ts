/** One invented loan; days are day numbers, money is 元, rates are % a year. Keys are those of the field dictionary. */
export interface Loan {
  loanNo: string
  contractNo: string
  accountNo: string
  customerId: string
  customerName: string
  customerType: '对公' | '个人' | '个体工商户' | '农户'
  idNumber: string
  mobile: string
  address: string
  industry: string
  enterpriseSize: '' | '大型' | '中型' | '小型' | '微型'
  orgName: string
  managerName: string
  productType: string
  disbursementType: string
  guaranteeType: string
  repayMethod: string
  payMethod: string
  loanPurpose: string
  contractAmount: number
  loanAmount: number
  balance: number
  interestRate: number
  disburseDate: number
  maturityDate: number
  originalMaturityDate: number
  extensionCount: number
  closeDate: number | null
  loanStatus: string
  fiveClass: string
  overdueDays: number
  principalOverdueAmt: number
  principalOverdueDate: number | null
  interestOverdueDate: number | null
  onBsInterest: number
  offBsInterest: number
  firstCheckDate: number | null
  lastCheckDate: number | null
  lastFollowUpDate: number | null
  checkMethod: string
  checkConclusion: string
  maturityNoticeDate: number | null
  lastCollectionDate: number | null
  noticeDate: number | null
  /** Which healthy kind it was made as (`kinds` in healthyLoans.ts), before any fault was planted. */
  kind: string
}
