import type { Table } from '../../ledger/index.ts'
import { classifyProducts } from './classifyProducts.ts'
import { byText, textsOf } from './loanColumns.ts'
import { firmFamilies, personFamilies, productFamilies } from './productWords.ts'

export const segmentNames = ['对公', '个人'] as const
export const segmentEvidence = ['客户类型', '贷款品种', '证件', '名称'] as const

/** How sure each kind of evidence is, 0…1. */
const confidences = [1, 0.9, 0.85, 0.6] as const

export interface SegmentFacts {
  /** 0 对公, 1 个人, -1 not known. */
  readonly segment: Int16Array
  /** Index into `segmentEvidence`, -1 not known. */
  readonly basis: Int16Array
  /** 0…1; NaN where not known. */
  readonly confidence: Float64Array
}

// A sole trader (个体工商户) and a farmer borrow under the rules for persons.
const segmentOfCustomerType: Readonly<Record<string, number>> = {
  对公: 0,
  同业: 0,
  个人: 1,
  个体工商户: 1,
  小微企业主: 1,
  农户: 1,
}
const personIds: ReadonlySet<string> = new Set(['居民身份证', '护照', '军官证', '港澳台通行证', '户口簿'])
const firmIds: ReadonlySet<string> = new Set(['统一社会信用代码', '组织机构代码'])
const firmWords =
  /公司|集团|厂$|合作社|农场$|企业|中心$|银行|学校$|医院$|事务所|研究院|研究所|委员会|管理局|基金|有限合伙|[（(](?:普通|有限)合伙[)）]|联社|总店|商店$|商行$|店$|经营部$|超市$/
const personIdNumber = /^\d{15}$|^[1-9]\d{5}(?:19|20)\d{9}[\dXx]$/
const firmIdNumber = /^[159ANY][1239]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/i

/** 对公 or 个人 of each loan by the first evidence that decides: customer type, product, identity document, words of the name. */
export function findSegment(table: Table, family: Int16Array): SegmentFacts {
  const rows = table.rowCount
  const byType = byText(textsOf(table, 'customerType'), rows, (text) => segmentOfCustomerType[text] ?? -1, -1)
  const byProduct = productFamilies.map((name) =>
    personFamilies.has(name) ? 1 : firmFamilies.has(name) ? 0 : -1,
  )
  const byIdType = byText(
    textsOf(table, 'idType'),
    rows,
    (text) => (personIds.has(text) ? 1 : firmIds.has(text) ? 0 : -1),
    -1,
  )
  const byId = byText(textsOf(table, 'idNumber'), rows, segmentOfId, -1)
  const byCode = byText(textsOf(table, 'uscc'), rows, () => 0, -1)
  const byName = byText(textsOf(table, 'customerName'), rows, segmentOfName, -1)

  const segment = new Int16Array(rows).fill(-1)
  const basis = new Int16Array(rows).fill(-1)
  const confidence = new Float64Array(rows).fill(Number.NaN)
  for (let row = 0; row < rows; row += 1) {
    const ids = [byIdType[row] ?? -1, byId[row] ?? -1, byCode[row] ?? -1]
    const evidence = [
      byType[row] ?? -1,
      byProduct[family[row] ?? -1] ?? -1,
      ids.find((value) => value >= 0) ?? -1,
      byName[row] ?? -1,
    ]
    const decided = evidence.findIndex((value) => value >= 0)
    if (decided < 0) continue
    segment[row] = evidence[decided] ?? -1
    basis[row] = decided
    confidence[row] = confidences[decided] ?? Number.NaN
  }
  return { segment, basis, confidence }
}

/** The same of the first row of a table. */
export function segmentOfRow(table: Table): number {
  return findSegment(table, classifyProducts(table).family).segment[0] ?? -1
}

function segmentOfId(text: string): number {
  const id = text.trim()
  if (personIdNumber.test(id)) return 1
  return firmIdNumber.test(id) ? 0 : -1
}

/** 0 for words that only firms bear, 1 for a name of two to four characters without such words. */
export function segmentOfName(text: string): number {
  const name = text.normalize('NFKC').replace(/\s+/g, '')
  if (firmWords.test(name)) return 0
  return /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,6}·\p{Script=Han}{1,8}$/u.test(name) ? 1 : -1
}
