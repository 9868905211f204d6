import { kindAt, numberAt, type Sheet, textAt, type Workbook } from '../../table/index.ts'
import type { BookSheet } from './book.ts'

/** What a person wrote into one place of a form. */
export interface FormContent {
  readonly file: string
  readonly form: string
  /** The loan that was chosen on the form, '' where none was. */
  readonly loanNo: string
  /** What stands at the head of the line. */
  readonly label: string
  /** What stands over the column, where the form has a header; else ''. */
  readonly header: string
  /** From 0. */
  readonly column: number
  readonly value: string | number
  /** The sheet's own row number. */
  readonly row: number
}

/** Where the loan is chosen. */
const choice = { row: 1, column: 1 } as const

/**
 * What people wrote into the forms of a filled template. A place is known by the words at the head of its line and by
 * its column, so that a form whose lines have moved between versions is read all the same.
 */
export function readForms(
  { fileName, sheets }: Workbook,
  forms: readonly BookSheet[],
): readonly FormContent[] {
  return forms.flatMap((form): readonly FormContent[] => {
    const sheet = sheets.find(({ name }) => name === form.name)
    if (!sheet) return []
    const labels = new Map<string, number>()
    for (let row = 0; row < sheet.rowCount; row++) {
      const label = labelAt(sheet, row)
      if (label !== '' && !labels.has(label)) labels.set(label, row)
    }
    const loanNo = String(valueAt(sheet, choice.row, choice.column) ?? '')
    return openPlaces(form).flatMap(({ column, label, header }) => {
      const row = labels.get(label)
      const value = row === undefined ? null : valueAt(sheet, row, column)
      if (row === undefined || value === null || value === '') return []
      return [{ file: fileName, form: form.name, loanNo, label, header, column, value, row: row + 1 }]
    })
  })
}

/** The forms with these contents in their places. */
export function withContents(
  forms: readonly BookSheet[],
  contents: readonly FormContent[],
): readonly BookSheet[] {
  return forms.map((form) => {
    const own = contents.filter((content) => content.form === form.name)
    if (own.length === 0) return form
    const values = new Map(
      openPlaces(form).flatMap(({ row, column, label }) => {
        const found = own.find((content) => content.label === label && content.column === column)
        return found ? [[`${row} ${column}`, found.value] as const] : []
      }),
    )
    const cells = form.cells.map((cell) => {
      const value = values.get(`${cell.row} ${cell.column}`)
      return value === undefined ? cell : { ...cell, value }
    })
    return { ...form, cells }
  })
}

interface Place {
  readonly row: number
  readonly column: number
  readonly label: string
  readonly header: string
}

/** Cells that may be written in: of merged ones the first. */
function openPlaces(form: BookSheet): readonly Place[] {
  const texts = new Map(form.cells.map(({ row, column, value }) => [`${row} ${column}`, value ?? '']))
  const at = (row: number, column: number): string | number => texts.get(`${row} ${column}`) ?? ''
  const covered = new Set(
    (form.merges ?? []).flatMap((range) => {
      const [, from = '', row = '', to = ''] = /^([A-Z])(\d+):([A-Z])\d+$/.exec(range) ?? []
      const [first, last] = [from.charCodeAt(0) - 65, to.charCodeAt(0) - 65]
      return Array.from(
        { length: Math.max(0, last - first) },
        (_, step) => `${Number(row) - 1} ${first + 1 + step}`,
      )
    }),
  )
  return form.cells.flatMap(({ row, column, style }) => {
    if (!style?.open || covered.has(`${row} ${column}`)) return []
    const first = at(row, 0)
    const isLine = typeof first === 'number'
    const label = String(isLine ? at(row, 1) : first)
    let over = row
    while (over > 0 && typeof at(over, 0) === 'number') over--
    return label === '' ? [] : [{ row, column, label, header: isLine ? String(at(over, column)) : '' }]
  })
}

function labelAt(sheet: Sheet, row: number): string {
  const first = textAt(sheet, row, 0)?.trim() ?? ''
  return first === '' || /^\d+$/.test(first) ? (textAt(sheet, row, 1)?.trim() ?? '') : first
}

function valueAt(sheet: Sheet, row: number, column: number): string | number | null {
  const text = textAt(sheet, row, column)
  if (text !== null) return text.trim()
  return kindAt(sheet, row, column) === 0 ? null : numberAt(sheet, row, column)
}
