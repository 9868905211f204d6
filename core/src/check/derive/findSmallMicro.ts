import type { Table } from '../../ledger/index.ts'
import { byText, textsOf } from './loanColumns.ts'

/**
 * 1 small or micro firm (or a sole trader), 0 larger, 2 not known. Such exposures count as retail in risk
 * classification, so a firm whose size nobody wrote down must not be taken for a large one. 否 in 普惠小微标志 proves
 * nothing: a small firm with a large credit line is not 普惠 either.
 */
export function findSmallMicro(table: Table): Uint8Array {
  const rows = table.rowCount
  const bySize = byText(
    textsOf(table, 'enterpriseSize'),
    rows,
    (text) => (sizes.has(text) ? (sizes.get(text) ?? 2) : 2),
    2,
  )
  const inclusive = byText(textsOf(table, 'isInclusive'), rows, (text) => (text === '是' ? 1 : 2), 2)
  const byType = byText(textsOf(table, 'customerType'), rows, (text) => (soleTraders.has(text) ? 1 : 2), 2)
  const result = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1) {
    result[row] = [bySize[row], inclusive[row], byType[row]].find((byte) => byte !== 2) ?? 2
  }
  return result
}

const sizes: ReadonlyMap<string, number> = new Map([
  ['大型', 0],
  ['中型', 0],
  ['小型', 1],
  ['微型', 1],
])
const soleTraders: ReadonlySet<string> = new Set(['个体工商户', '小微企业主'])
