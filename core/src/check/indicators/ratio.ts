import { indicatorMessages as words } from './messages.ts'
import type { BookLoan } from './readBook.ts'
import type { Reckoned } from './types.ts'

export const nplGrades: ReadonlySet<string> = new Set(['次级', '可疑', '损失'])
const grades = ['正常', '关注', '次级', '可疑', '损失']

/** 0 正常 … 4 损失, -1 not classified. */
export function gradeOf(loan: BookLoan): number {
  return grades.indexOf(loan.grade)
}

export function sumOf(loans: readonly BookLoan[], of: (loan: BookLoan) => number): number {
  return loans.reduce((sum, loan) => sum + of(loan), 0)
}

export const balanceOf = (loan: BookLoan): number => loan.balance

/** Part of a whole in %; no value where there is nothing to divide by. */
export function ratio(
  numerator: number,
  denominator: number,
  more: Pick<Reckoned, 'bound' | 'because' | 'of'> = {},
): Reckoned {
  if (!(denominator > 0)) {
    return { ...more, value: null, numerator, denominator, because: words.nothingToDivide }
  }
  return { ...more, value: (numerator / denominator) * 100, numerator, denominator }
}

export function cannotTell(because: string): Reckoned {
  return { value: null, because }
}

/** A bound with its reason where some loans could not be told; nothing where all could. */
export function boundBy(
  bound: 'atLeast' | 'atMost',
  loans: number,
  because: (loans: number) => string,
): Pick<Reckoned, 'bound' | 'because'> {
  return loans > 0 ? { bound, because: because(loans) } : {}
}
