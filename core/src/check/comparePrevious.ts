import { formatIsoDay } from '../calendar/index.ts'
import { valueAt } from '../table/index.ts'
import { absent, unclear } from './compare/matchLoans.ts'
import { compareMessages as words } from './compare/messages.ts'
import { formatMoney, plainCell } from './formatValue.ts'
import { matchPrevious } from './linkPrevious.ts'
import type { FileNote, PreviousLoans, VanishedLoan } from './types.ts'
import type { World, WorldTable } from './world.ts'

/**
 * How this ledger's loans stand to the previous ledger's, and which had a balance then and are not here now, neither
 * settled nor written off (DQ-016). Undefined without a previous ledger, or where the two share no key.
 */
export function comparePrevious(world: World): PreviousLoans | undefined {
  const [now, before] = [world.tables.get('借据'), world.previous?.tables.get('借据')]
  const match = now && before ? matchPrevious(now, before) : null
  if (!match || !before) return undefined
  const count = (rows: Int32Array, state: number): number => rows.filter((row) => row === state).length
  const vanished: VanishedLoan[] = []
  for (const [row, partner] of match.now.entries()) {
    const loan = partner === absent ? vanishedLoan(before, row, world) : null
    if (loan) vanished.push(loan)
  }
  return {
    asOf: world.previous?.asOf ?? null,
    loans: match.now.length,
    matched: match.now.filter((row) => row >= 0).length,
    appeared: count(match.before, absent),
    gone: count(match.now, absent),
    unmatchedBefore: count(match.now, unclear),
    unmatchedNow: count(match.before, unclear),
    vanished: vanished.toSorted((a, b) => b.balance - a.balance),
  }
}

/** Null where it owed nothing any more, or had left the book already. */
function vanishedLoan(table: WorldTable, row: number, { index, asOf, previous }: World): VanishedLoan | null {
  const value = (field: string) => {
    const column = table.column(field)
    return column ? valueAt(column, row) : null
  }
  const balance = value('balance')
  if (typeof balance !== 'number' || balance <= 0) return null
  if (value('closed') === true || value('writtenOff') === true) return null
  if (value('loanStatus') === '转让') return null
  const shown = (field: string): string =>
    String(plainCell(index.fieldByKey.get(field), table.column(field), row) ?? '')
  const part = table.combined.parts.find(({ start, end }) => row >= start && row < end)
  const [maturity, days, grade] = [value('effectiveMaturity'), value('dpd'), shown('fiveClass')]
  const late = typeof days === 'number' && days > 0
  return {
    file: part?.table.file ?? '',
    sheet: part?.table.sheet ?? '',
    row: table.combined.table.sheetRows[row] ?? 0,
    key: ['loanNo', 'contractNo', 'accountNo'].map(shown).find((key) => key !== '') ?? '',
    customer: shown('customerName'),
    officer: shown('managerName') || shown('managerId'),
    org: shown('orgName') || shown('orgCode'),
    balance,
    fiveClass: grade,
    maturity: typeof maturity === 'number' ? formatIsoDay(maturity) : null,
    ...(typeof days === 'number' ? { overdueDays: days } : {}),
    risky: late || (grade !== '' && grade !== '正常'),
    fellDue:
      typeof maturity === 'number' &&
      asOf !== null &&
      maturity <= asOf &&
      maturity > (previous?.asOf ?? -Infinity),
  }
}

const lostRule = 'DQ-016'

/** Beyond this share the two files are hardly of the same book. */
const otherBookShare = 0.5

/** What a person should know of the two months: their order, what could not be matched, what is gone unexplained. */
export function notesOnPrevious(
  compared: PreviousLoans | undefined,
  { asOf, index }: World,
): readonly FileNote[] {
  if (!compared) return []
  const { unmatchedBefore, unmatchedNow, vanished, loans } = compared
  const notes: FileNote[] = []
  if (compared.asOf !== null && asOf !== null && compared.asOf >= asOf) {
    notes.push({ code: 'order', message: words.order(formatIsoDay(compared.asOf), formatIsoDay(asOf)) })
  }
  if (unmatchedBefore + unmatchedNow > 0) {
    notes.push({ code: 'unmatched', message: words.unmatched(unmatchedBefore, unmatchedNow) })
  }
  if (vanished.length > 0 && index.policy.rules.some(({ id }) => id === lostRule)) {
    const balance = vanished.reduce((sum, loan) => sum + loan.balance, 0)
    const message = words.vanished(vanished.length, formatMoney(balance / 10_000), {
      fellDue: vanished.filter(({ fellDue }) => fellDue).length,
      risky: vanished.filter(({ risky }) => risky).length,
    })
    const otherBook = vanished.length > loans * otherBookShare ? words.otherBook : ''
    notes.push({ code: 'vanished', message: `${message}${otherBook}`, rule: lostRule })
  }
  return notes
}
