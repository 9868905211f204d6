import type { Table } from '../../ledger/index.ts'
import type { Column } from '../../table/index.ts'
import { booleanColumn, byText, codeColumn, textAt, textsOf } from './loanColumns.ts'

export interface PaymentWords {
  readonly forbidden: readonly string[]
  /** Forbidden for working capital only. */
  readonly investment: readonly string[]
  /** Wordings that hold a forbidden word and mean something else: taken out before the search. */
  readonly harmless: readonly string[]
}

const read = new WeakMap<Table, { readonly words: string; readonly columns: Map<string, Column> }>()

/**
 * Columns of the payment list itself: whether money goes out, and which forbidden word its payee or summary holds. A
 * list without 借贷标志 is one of payments; a blank one in a list that has the column is not known. Kept by table, since
 * an edited loan is checked again with the same list.
 */
export function readPayments(payments: Table, words: PaymentWords): Map<string, Column> {
  const wording = JSON.stringify(words)
  const before = read.get(payments)
  if (before?.words === wording) return before.columns
  const rows = payments.rowCount
  const paid = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1) paid[row] = paidOut(payments, row)
  const derived = new Map<string, Column>([['paidOut', booleanColumn(paid)]])
  for (const [key, field] of [
    ['paymentChecked', 'txnChecked'],
    ['paymentVoucher', 'voucherAttached'],
  ] as const) {
    derived.set(key, codeColumn(recordedAs(payments, field), recorded))
  }
  const forbidden = findWords(payments, words.forbidden, words.harmless)
  if (forbidden) derived.set('forbiddenUseWord', forbidden)
  const investment = findWords(payments, words.investment, words.harmless)
  if (investment) derived.set('investmentUseWord', investment)
  read.set(payments, { words: wording, columns: derived })
  return derived
}

/** 1 out of the account, 0 into it, 2 not known. */
export function paidOut(payments: Table, row: number): 0 | 1 | 2 {
  const directions = textsOf(payments, 'txnDirection')
  if (!directions) return 1
  const direction = textAt(directions, row)
  return direction === '借' ? 1 : direction === '贷' ? 0 : 2
}

const recorded = ['是', '否', '空白', '无此列'] as const

/** What a mark says, with a blank cell and a list without the column told apart. */
function recordedAs(payments: Table, field: string): Int16Array {
  const marks = textsOf(payments, field)
  if (!marks) return new Int16Array(payments.rowCount).fill(recorded.indexOf('无此列'))
  const values = byText(marks, payments.rowCount, (text) => (text === '是' ? 0 : text === '否' ? 1 : -1), 2)
  const unread = marks.unknown
  // an unreadable mark is neither yes, no nor blank
  if (unread) for (let row = 0; row < values.length; row += 1) if (unread[row] === 1) values[row] = -1
  return values
}

function findWords(payments: Table, words: readonly string[], harmless: readonly string[]): Column | null {
  const summaries = textsOf(payments, 'txnSummary')
  const payees = textsOf(payments, 'counterpartyName')
  if (!summaries && !payees) return null
  const found = new Int32Array(payments.rowCount).fill(-1)
  const known = new Map<string, number>()
  for (let row = 0; row < found.length; row += 1) {
    const text = `${textAt(summaries, row)}\u001f${textAt(payees, row)}`
    const before = known.get(text)
    const code = before ?? findWord(text, words, harmless)
    if (before === undefined) known.set(text, code)
    found[row] = code
  }
  return codeColumn(found, [...words])
}

function findWord(text: string, words: readonly string[], harmless: readonly string[]): number {
  let left = text
  for (const word of harmless) left = left.replaceAll(word, '\u001f')
  return words.findIndex((word) => left.includes(word))
}
