import { normaliseKey, type Result, type RowPlace } from '../check/index.ts'
import { checklistMessages as words } from './checklistMessages.ts'

export type ChosenLoans =
  | { readonly ok: true; readonly places: readonly RowPlace[] }
  | { readonly ok: false; readonly message: string }

/** What a number may be, the narrowest first: the first under which a loan is found is taken. */
const numbers = ['loanNo', 'contractNo', 'accountNo', 'customerName'] as const

/** The loans that a number means, however it is written. */
export function loansByNumber({ tables }: Result, written: string): ChosenLoans {
  const wanted = normaliseKey(written)
  for (const field of numbers) {
    const places = tables.flatMap(({ table }, at) => {
      const column = table.name === '借据' ? table.columns.get(field) : undefined
      if (column?.kind !== 'text') return []
      const codes = new Set<number>()
      column.dictionary.forEach((text, code) => {
        if (normaliseKey(text) === wanted) codes.add(code)
      })
      return Array.from(column.codes, (code, row) => ({ code, place: { table: at, row } })).flatMap(
        ({ code, place }) => (codes.has(code) ? [place] : []),
      )
    })
    if (places.length > 0) return { ok: true, places }
  }
  return { ok: false, message: words.noLoan(written) }
}

/** The loan on a sheet's own row. */
export function loanOnRow({ tables }: Result, row: number, sheet: string | null): ChosenLoans {
  const places = tables.flatMap(({ table }, at) => {
    if (table.name !== '借据' || (sheet !== null && table.sheet !== sheet)) return []
    const found = table.sheetRows.indexOf(row)
    return found < 0 ? [] : [{ table: at, row: found }]
  })
  if (places.length === 0) return { ok: false, message: words.noRow(row) }
  if (places.length > 1) {
    const sheets = places.map(({ table }) => tables[table]?.table.sheet ?? '')
    return { ok: false, message: words.severalSheets(row, sheets) }
  }
  return { ok: true, places }
}
