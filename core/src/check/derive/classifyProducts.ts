import type { Table } from '../../ledger/index.ts'
import { byText, textsOf } from './loanColumns.ts'
import {
  lowRiskWords,
  policyRateWords,
  productFamilies,
  productWords,
  revolvingWords,
} from './productWords.ts'
import type { ProductFamily } from './productWords.ts'

/** What the product's name, the guarantee and the repayment say of each loan. Flags are 1 only where something proves them. */
export interface ProductFacts {
  /** Index into `productFamilies`, -1 where the ledger names no product. */
  readonly family: Int16Array
  readonly lowRisk: Uint8Array
  readonly revolving: Uint8Array
  readonly creditCard: Uint8Array
  /** Home, car and consumer loans repaid by instalments: watched by their arrears, not visited. */
  readonly retailInstalment: Uint8Array
  /** Not the bank's own credit risk or fully covered: outside the rule that a debtor's loans share one class. */
  readonly outsideUnifiedClass: Uint8Array
  readonly policyRate: Uint8Array
}

/** The family of a wording of 贷款品种. */
export function familyOf(wording: string): ProductFamily {
  for (const [words, family] of productWords) if (words.test(wording)) return family
  return '其他'
}

const instalmentMethods: ReadonlySet<string> = new Set(['等额本息', '等额本金', '分期还本'])
const instalmentFamilies: ReadonlySet<string> = new Set([
  '按揭',
  '商用房',
  '汽车',
  '信用卡',
  '公积金',
  '助学',
])
const foreignRiskFamilies: ReadonlySet<string> = new Set(['委托', '贴现', '公积金'])

/** Reads 贷款品种, 担保方式 and 还款方式; linear in the rows, regular expressions once per distinct text. */
export function classifyProducts(table: Table): ProductFacts {
  const rows = table.rowCount
  const products = textsOf(table, 'productType')
  const guarantees = textsOf(table, 'guaranteeType')
  const methods = textsOf(table, 'repayMethod')

  const family = byText(products, rows, (text) => productFamilies.indexOf(familyOf(text)), -1)
  const lowRisk = byText(
    products,
    rows,
    yes((text) => lowRiskWords.test(text)),
    0,
  )
  const cashCover = byText(
    guarantees,
    rows,
    yes((text) => text === '保证金' || lowRiskWords.test(text)),
    0,
  )
  const revolving = byText(
    products,
    rows,
    yes((text) => revolvingWords.test(text)),
    0,
  )
  const policyRate = byText(
    products,
    rows,
    yes((text) => policyRateWords.test(text)),
    0,
  )
  const instalment = byText(
    methods,
    rows,
    yes((text) => instalmentMethods.has(text)),
    0,
  )

  const creditCard = new Uint8Array(rows)
  const retailInstalment = new Uint8Array(rows)
  const outsideUnifiedClass = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const name = productFamilies[family[row] ?? -1] ?? ''
    if (cashCover[row] === 1) lowRisk[row] = 1
    if (name === '信用卡') creditCard[row] = 1
    const byInstalments = instalment[row] === 1 && (name === '消费' || name === '')
    if (instalmentFamilies.has(name) || byInstalments) retailInstalment[row] = 1
    if (foreignRiskFamilies.has(name) || lowRisk[row] === 1) outsideUnifiedClass[row] = 1
  }
  return {
    family,
    lowRisk: Uint8Array.from(lowRisk),
    revolving: Uint8Array.from(revolving),
    creditCard,
    retailInstalment,
    outsideUnifiedClass,
    policyRate: Uint8Array.from(policyRate),
  }
}

/** A test of a text as 1 or 0. */
function yes(test: (text: string) => boolean): (text: string) => number {
  return (text) => (test(text) ? 1 : 0)
}
