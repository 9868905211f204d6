import type { Table } from '../../ledger/index.ts'
import { byText, textsOf } from './loanColumns.ts'

// always with the sign, as spreadsheets write it: 2E1234 is a number some bank has given
const scientific = /^\d(?:\.\d+)?[eE]\+\d+$/

/**
 * 1 where an identity, loan or account number has lost digits in a spreadsheet: written in scientific notation, or
 * stored as a number of more than 15 digits (the reader says so where it saw the cell; a tail of zeros tells it otherwise).
 */
export function findDamagedIds(table: Table, field: string): Uint8Array | null {
  const texts = textsOf(table, field)
  if (!texts) return null
  const seen = table.damaged?.get(field)
  const damaged = new Uint8Array(
    byText(texts, table.rowCount, (text) => (looksDamaged(text, field) ? 1 : 0), 0),
  )
  if (seen) for (let row = 0; row < damaged.length; row += 1) if (seen[row] === 1) damaged[row] = 1
  return damaged
}

function looksDamaged(text: string, field: string): boolean {
  if (scientific.test(text.trim())) return true
  // identity numbers end in a check digit after a serial number: 000 there means the digits were rounded away;
  // loan and account numbers may well end so
  return field === 'idNumber' && /^\d{15}000$/.test(text) && !checkDigitFits(text)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: the last character against the first seventeen. */
function checkDigitFits(text: string): boolean {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0)
  return '10X98765432'[sum % 11] === text[17]
}
