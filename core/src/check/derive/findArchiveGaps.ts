import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import { archiveItems, type ArchiveItem } from '../../policy/index.ts'
import { linkRegister, rowsOf } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import type { Register } from './registersOf.ts'

/** What decides which papers a loan needs. */
export interface ArchiveGround {
  readonly asOf: DayNumber
  /** '' where the ledger names no product. */
  readonly familyOf: (row: number) => string
  readonly isFirm: (row: number) => boolean
  readonly isSmall: (row: number) => boolean
  readonly overdueDays: (row: number) => number
  readonly isExtended: (row: number) => boolean
}

/** Fewer papers than this are no list but a remark (齐全, 已移交). */
const fewestPapers = 3

/**
 * Papers that the loan's file should hold by its product and stage and that its list does not name (ARC-002), joined by
 * 、; null where there is no list. The list is the loan's own cell and the archive register's rows together.
 */
export function findArchiveGaps(
  loans: Table,
  register: Register | undefined,
  ground: ArchiveGround,
): readonly (string | null)[] | null {
  const own = textsOf(loans, 'archiveChecklist')
  const listed = register ? textsOf(register.table, 'archiveChecklist') : null
  if (!own && !listed) return null
  const links = listed ? linkRegister(loans, register) : null
  const absent = new Map<string, readonly ArchiveItem[]>()
  const absentFrom = (list: string): readonly ArchiveItem[] => {
    const before = absent.get(list)
    if (before) return before
    const found = archiveItems.filter((item) => !item.words.some((word) => list.includes(word)))
    absent.set(list, found)
    return found
  }
  const disbursed = numbersOf(loans, 'disburseDate')
  const guarantees = textsOf(loans, 'guaranteeType')
  return Array.from({ length: loans.rowCount }, (_, row) => {
    const rows = links ? (rowsOf(links, row) ?? []) : []
    const list = [textAt(own, row), ...Array.from(rows, (at) => textAt(listed, at))]
      .filter(Boolean)
      .join('、')
    if (list.split(/[、,，;；\n\s]+/).filter(Boolean).length < fewestPapers) return null
    const age = ground.asOf - (disbursed?.[row] ?? Number.NaN)
    const applies = ({ families, when, afterDays = 0 }: ArchiveItem): boolean => {
      if (families && !families.includes(ground.familyOf(row))) return false
      if (afterDays > 0 && !(age > afterDays)) return false
      if (when === undefined) return true
      switch (when) {
        case 'secured':
          return ['抵押', '质押', '保证', '组合'].includes(textAt(guarantees, row))
        case 'overdue':
          return ground.overdueDays(row) > 30
        case 'extended':
          return ground.isExtended(row)
        case 'largerFirm':
          return ground.isFirm(row) && !ground.isSmall(row)
      }
    }
    const gaps = absentFrom(list).filter(applies)
    return gaps.length > 0 ? gaps.map((item) => item.name).join('；') : null
  })
}
