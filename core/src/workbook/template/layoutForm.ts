import type { Policy } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import { levels } from '../levels.ts'
import type { BookCell, BookSheet, BookStyle, BookValidation } from './book.ts'
import { loanNumbersName } from './fieldValidation.ts'
import { formWords as words } from './formWords.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { firstDataRow, sheetNames } from './names.ts'
import type { ParameterRow } from './parametersSheet.ts'
import { asOfCell, type PlacedField, type ReadyRows } from './templateGround.ts'

export interface FormGround {
  readonly policy: Policy
  readonly loans: readonly PlacedField[]
  readonly ready: ReadyRows
  /** Letters of the loan sheet's columns of what the formulas say. */
  readonly system: { readonly level: string; readonly item: string; readonly remedy: string }
  readonly parameters: readonly ParameterRow[]
  /** Policy and fingerprint, for the last line. */
  readonly identity: string
}

/** Widths of a form of two fields a line. */
export const widths = [16, 24, 16, 24] as const

/** A form being laid out line by line, four columns wide unless told. */
export class Form {
  readonly cells: BookCell[] = []
  readonly merges: string[] = []
  readonly heights = new Map<number, number>()
  readonly #ground: FormGround
  readonly #width: number
  row = 0

  constructor(ground: FormGround, title: string, width: number = widths.length) {
    this.#ground = ground
    this.#width = width
    this.cells.push({ row: 0, column: 0, value: title, style: { ...looks.title, align: 'center' } })
    this.merges.push(`A1:${columnLetters(width - 1)}1`)
    this.heights.set(0, 34)
    this.row = 1
  }

  /** The row where a person chooses the loan; the sheet's row of that loan stands hidden at the end of the line. */
  choose(): void {
    const right = columnLetters(this.#width)
    this.cells.push(
      { row: 1, column: 0, value: templateWords.forms.choose, style: { ...looks.cell, bold: true } },
      { row: 1, column: 1, style: looks.input },
      { row: 1, column: 2, value: templateWords.asOf, style: looks.label },
      {
        row: 1,
        column: 3,
        formula: `IF(${sheetNames.loans}!${asOfCell}="","",${sheetNames.loans}!${asOfCell})`,
        style: looks.cellDate,
      },
      {
        row: 1,
        column: this.#width,
        formula: `IFERROR(MATCH($B$2,${sheetNames.loans}!$A$1:$A$${firstDataRow + this.#ground.ready.loans - 1},0),0)`,
        style: { color: 'FFFFFF' },
      },
    )
    this.heights.set(1, 24)
    this.place = `$${right}$2`
    this.row = 2
  }

  place = ''

  /** A field of the chosen loan; `""` where it is blank or none is chosen. */
  fieldFormula(key: string): string {
    const placed = this.#ground.loans.find(({ field }) => field.key === key)
    return placed ? this.cellFormula(columnLetters(placed.column)) : '""'
  }

  cellFormula(letters: string): string {
    const cell = `INDEX(${sheetNames.loans}!$${letters}:$${letters},${this.place})`
    return `IF(${this.place}=0,"",IF(${cell}="","",${cell}))`
  }

  /** Two fields a line: label, value, label, value. */
  fields(names: readonly string[]): void {
    for (let at = 0; at < names.length; at += 2) {
      for (const side of [0, 1]) {
        const placed = this.#ground.loans.find(({ name }) => name === names[at + side])
        const column = side * 2
        this.cells.push(
          { row: this.row, column, value: placed?.name ?? '', style: looks.label },
          {
            row: this.row,
            column: column + 1,
            ...(placed ? { formula: this.cellFormula(columnLetters(placed.column)) } : {}),
            style: placed ? valueLook(placed) : looks.cell,
          },
        )
      }
      this.heights.set(this.row, 20)
      this.row += 1
    }
  }

  heading(text: string): void {
    this.span(text, 22, { ...looks.optional, align: 'left' })
  }

  /** One cell over the whole width. */
  span(text: string | { readonly formula: string } | null, height: number, style: BookStyle): void {
    const what = text === null ? {} : typeof text === 'string' ? { value: text } : text
    for (let column = 0; column < this.#width; column++)
      this.cells.push({ row: this.row, column, ...(column === 0 ? what : {}), style })
    this.merges.push(`A${this.row + 1}:${columnLetters(this.#width - 1)}${this.row + 1}`)
    this.heights.set(this.row, height)
    this.row += 1
  }

  /** A label and a box to its right, over the rest of the width. */
  box(label: string, what: { readonly formula?: string }, height: number, style: BookStyle): void {
    this.cells.push({ row: this.row, column: 0, value: label, style: looks.label })
    for (let column = 1; column < this.#width; column++)
      this.cells.push({ row: this.row, column, ...(column === 1 ? what : {}), style })
    this.merges.push(`B${this.row + 1}:${columnLetters(this.#width - 1)}${this.row + 1}`)
    this.heights.set(this.row, height)
    this.row += 1
  }

  sheet(name: string, columns: readonly number[], validations: readonly BookValidation[] = []): BookSheet {
    this.span(this.#ground.identity, 18, looks.plainNote)
    return {
      name,
      tab: 'EAA300',
      columns: [...columns, 4].map((width, at) => ({
        width,
        ...(at === columns.length ? { hidden: true as const } : {}),
      })),
      cells: this.cells,
      merges: this.merges,
      heights: this.heights,
      validations: [
        {
          range: 'B2',
          kind: { type: 'list', formula: loanNumbersName },
          prompt: { title: templateWords.forms.choose, text: words.choosePrompt },
          error: { title: templateWords.errors.listTitle, text: templateWords.forms.notFound, style: 'stop' },
        },
        ...validations,
      ],
      conditionals: levels.map((look) => ({
        range: `B3:${columnLetters(this.#width - 1)}${this.row}`,
        formula: `B3="${look.text}"`,
        style: { bold: true as const, color: look.color, fill: look.fill },
      })),
      protect: true,
      print: { onePage: true, area: `A1:${columnLetters(this.#width - 1)}${this.row}` },
    }
  }
}

function valueLook({ field }: PlacedField): BookStyle {
  if (field.type === 'date') return { ...looks.cellDate, align: 'left' }
  return field.type === 'money' ? { ...looks.cellAmount, align: 'left' } : { ...looks.cell, align: 'left' }
}
