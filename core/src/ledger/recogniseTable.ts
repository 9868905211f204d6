import type { Field, TableName } from '../policy/index.ts'
import type { Header } from './findHeader.ts'
import { headerName } from './headerName.ts'
import type { NotTableWord } from './messages.ts'
import type { ColumnReading, Dictionary } from './types.ts'

export type Recognised = { readonly table: TableName } | { readonly table: null; readonly code: NotTableWord }

/** Fields that say whose row it is. */
const identities = ['loanNo', 'contractNo', 'accountNo', 'customerName', 'customerId', 'idNumber']

/** How much a field speaks for a list of loans; 2.5 together is enough. */
const loanPoints: Readonly<Record<string, number>> = {
  balance: 2,
  loanAmount: 1.5,
  loanNo: 1.5,
  accountNo: 1,
  disburseDate: 1,
  maturityDate: 1,
  fiveClass: 1,
  interestRate: 1,
  overdueDays: 1,
  principalOverdueAmt: 1,
  contractAmount: 0.5,
  contractStartDate: 0.5,
  contractEndDate: 0.5,
  loanStatus: 0.5,
  loanForm: 0.5,
  termMonths: 0.5,
  onBsInterest: 0.5,
  offBsInterest: 0.5,
  interestArrearsAmt: 0.5,
  interestOverdueDays: 0.5,
  guaranteeType: 0.25,
  productType: 0.25,
  repayMethod: 0.25,
  lastCheckDate: 0.5,
  firstCheckDate: 0.5,
  loanPurpose: 0.25,
}
const loanThreshold = 2.5

/** Registers beside the loan ledger: what they must have, and how many fields of their own. */
const registers: readonly {
  table: TableName
  needs: readonly string[]
  own: number
  unless?: readonly string[]
}[] = [
  {
    table: '财务',
    needs: ['totalAssets', 'totalLiabilities', 'revenue', 'netProfit', 'currentAssets'],
    own: 3,
  },
  { table: '支付', needs: ['txnAmount'], own: 3, unless: ['maturityDate'] },
  {
    table: '催收',
    needs: ['lastCollectionDate', 'lastCollectionMethod', 'collectionTime', 'collectionNote'],
    own: 2,
    unless: ['disburseDate', 'loanAmount', 'fiveClass'],
  },
  {
    table: '预警',
    needs: ['warningSignal', 'warningLevel', 'warningDate'],
    own: 2,
    unless: ['disburseDate'],
  },
  {
    table: '押品',
    needs: ['collateralId', 'collateralType', 'latestValuation', 'initialValuation', 'registrationNo'],
    own: 2,
    unless: ['balance', 'disburseDate', 'loanAmount'],
  },
  {
    table: '保证人',
    needs: ['guarantorName', 'guarantorId'],
    own: 2,
    unless: ['balance', 'disburseDate', 'loanAmount'],
  },
  {
    table: '档案',
    needs: ['archiveDate', 'archiveMissing', 'archiveChecklist', 'paperArchive', 'electronicArchive'],
    own: 2,
    unless: ['balance', 'disburseDate', 'loanAmount'],
  },
]

/** Lists that are none of ours, by words of their headers; tried in this order. `most` fields of a loan rule it out. */
const others: readonly {
  code: NotTableWord
  words: RegExp
  atLeast: number
  share?: number
  notWith: readonly string[]
}[] = [
  {
    code: 'statement',
    words:
      /^(项目|行次|期末数|期初数|年初数|年末数|期末余额|年初余额|资产|负债和所有者权益|本期金额|上期金额)$/,
    atLeast: 3,
    notWith: ['customerName', 'loanNo', 'contractNo', 'accountNo'],
  },
  { code: 'rules', words: /表达式|运算符|规则|校验|公式/, atLeast: 2, notWith: ['customerName', 'loanNo'] },
  {
    code: 'meeting',
    words: /会议|成员|参会|议题|表决|委员|到会/,
    atLeast: 2,
    notWith: ['balance', 'loanNo'],
  },
  {
    code: 'bills',
    words: /汇票|票面|票据|出票|承兑|贴现|转贴|背书/,
    atLeast: 2,
    notWith: ['balance', 'loanNo'],
  },
  {
    code: 'offBalance',
    words: /保函|信用证|开证|保证金|受益人|手续费|承兑/,
    atLeast: 2,
    notWith: ['balance', 'loanNo'],
  },
  {
    code: 'responsibility',
    words: /责任人|主责任|调查人|审查人|贷后管理|资产保全|授信审核/,
    atLeast: 3,
    share: 0.3,
    notWith: ['balance', 'disburseDate', 'loanAmount', 'maturityDate'],
  },
  {
    code: 'approval',
    words: /审批|审查|收件|派件|批复|评审|申请|上会|受理/,
    atLeast: 3,
    share: 0.15,
    notWith: ['balance', 'loanNo', 'accountNo'],
  },
  {
    code: 'schedule',
    words: /^(期次|期数|第?几期|还款期次)$|应还(本金|利息|金额|本息)|计划还款/,
    atLeast: 2,
    notWith: ['balance', 'customerName', 'loanAmount'],
  },
  {
    code: 'transactions',
    words: /交易|发生(日期|金额|额)|流水|还款(日|日期|金额|额)$|入账|记账|摘要|借方|贷方|回单/,
    atLeast: 2,
    notWith: ['maturityDate', 'loanAmount'],
  },
  { code: 'limits', words: /额度/, atLeast: 3, notWith: ['balance', 'loanNo', 'disburseDate'] },
  {
    code: 'visits',
    words: /走访|村|户主|农房|信息采集|评分|得分|养殖|种植/,
    atLeast: 2,
    notWith: ['balance', 'loanNo', 'disburseDate'],
  },
]

const summaryWords = /户数|笔数|占比|比上|比年初|完成率|口径|增减|增幅|排名|人数|件数|家数|汇总|平均/

/**
 * Which table a sheet is, by the fields its columns were given, or which kind of list it is instead.
 * Sheet names are not asked: they are copied from template to template.
 */
export function recogniseTable(
  header: Header,
  columns: readonly ColumnReading[],
  dictionary: Dictionary,
): Recognised {
  const found = new Map<string, Field>()
  for (const { field, sameAs } of columns) {
    const key = field ?? sameAs
    const known = key ? dictionary.fields.find((f) => f.key === key) : undefined
    if (known) found.set(known.key, known)
  }
  const has = (key: string): boolean => found.has(key)
  const words = header.leaves.map((leaf) => headerName(leaf.path.at(-1) ?? '').base)
  const count = (pattern: RegExp): number => words.filter((word) => pattern.test(word)).length

  for (const { table, needs, own, unless } of registers) {
    const home = [...found.values()].filter((field) => field.tables[0] === table).length
    if (home >= own && needs.some(has) && !(unless ?? []).some(has)) return { table }
  }
  const identity = identities.some(has)
  const points = [...found.keys()].reduce((sum, key) => sum + (loanPoints[key] ?? 0), 0)
  for (const { code, words: pattern, atLeast, share, notWith } of others) {
    if (count(pattern) >= Math.max(atLeast, (share ?? 0) * words.length) && !notWith.some(has)) {
      if (points >= loanThreshold + 1 && identity) continue
      return { table: null, code }
    }
  }
  if (identity && (points >= loanThreshold || has('balance'))) {
    const only = [
      'loanNo',
      'contractNo',
      'accountNo',
      'idNumber',
      'disburseDate',
      'maturityDate',
      'interestRate',
      'fiveClass',
      'productType',
      'guaranteeType',
      'creditLimit',
    ]
    return has('customerName') && !only.some(has)
      ? { table: null, code: 'customerSummary' }
      : { table: '借据' }
  }
  // A custody list of certificates names many things of ours and few fields.
  if (
    count(/权证|押品|抵押物|质押物|抵质押|房产|土地/) >= 3 &&
    (has('registrationNo') || has('collateralId'))
  )
    return { table: '押品' }
  if (
    !identity &&
    (count(summaryWords) >= 1 || (points >= 1 && has('orgName')) || (points >= 2 && !has('disburseDate')))
  ) {
    return { table: null, code: 'summary' }
  }
  if (identity && found.size >= 2) return { table: null, code: 'customers' }
  if (found.size === 0 && words.length <= 4) return { table: null, code: 'dictionary' }
  return { table: null, code: 'fewFields' }
}
