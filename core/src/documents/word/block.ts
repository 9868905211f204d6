/** A document as plain data, before it becomes WordprocessingML. Texts hold the placeholders. */

/** Paragraph styles by their id in the file; a bank changes how they look in Word. */
export type Style =
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'LetterBody'
  | 'LetterPlain'
  | 'Body'
  | 'Plain'
  | 'Number'
  | 'Sign'
  | 'Note'
  | 'CellText'
  | 'CellHead'
  | 'CellLabel'
  | 'CellCentre'
  | 'CellRight'

export interface Paragraph {
  readonly is: 'paragraph'
  readonly style: Style
  readonly text: string
  /** Stays on the page of what follows. */
  readonly keep?: true
  readonly newPage?: true
}

export interface Cell {
  readonly text: string
  readonly style?: Style
  readonly span?: number
  /** Written from the top, with room below. */
  readonly top?: true
}

export interface Row {
  readonly cells: readonly (string | Cell)[]
  /** At least, in mm: room to write by hand. */
  readonly height?: number
}

export interface Table {
  readonly is: 'table'
  /** Shares of the width. */
  readonly widths: readonly number[]
  /** Repeated on every page. */
  readonly head?: readonly string[]
  readonly rows: readonly Row[]
  /** Names and values side by side: odd columns are names. */
  readonly look?: 'facts'
}

export type Block = Paragraph | Table

/** Margins of a letter by the national standard of official papers, or narrower ones for reports with wide tables. */
export type Page = 'letter' | 'report'

export interface Draft {
  readonly title: string
  readonly page: Page
  readonly blocks: readonly Block[]
}

export const paragraph = (style: Style, text: string): Paragraph => ({ is: 'paragraph', style, text })
/** Not left alone at the end of a page. */
export const keep = (one: Paragraph): Paragraph => ({ ...one, keep: true })
export const title = (text: string): Paragraph => paragraph('Title', text)
export const heading = (text: string): Paragraph => ({ ...paragraph('Heading1', text), keep: true })
export const body = (text: string): Paragraph => paragraph('Body', text)
export const plain = (text: string): Paragraph => paragraph('Plain', text)
export const note = (text: string): Paragraph => paragraph('Note', text)

/** A table whose one row is repeated for each entry of a list. */
export function listTable(
  list: string,
  columns: readonly (readonly [head: string, width: number, text: string, style?: Style])[],
): Table {
  const cells = columns.map(([, , text, style = 'CellText'], at): Cell => {
    const opens = at === 0 ? `{#${list}}` : ''
    const closes = at === columns.length - 1 ? `{/${list}}` : ''
    return { text: `${opens}${text}${closes}`, style }
  })
  return {
    is: 'table',
    widths: columns.map(([, width]) => width),
    head: columns.map(([head]) => head),
    rows: [{ cells }],
  }
}

/** The table where the list has entries, the sentence where it has none. */
export function listOr(
  list: string,
  otherwise: string,
  columns: Parameters<typeof listTable>[1],
): readonly Block[] {
  return [
    paragraph('Plain', `{#有${list}}`),
    listTable(list, columns),
    paragraph('Plain', `{/有${list}}`),
    paragraph('Plain', `{^${list}}`),
    body(otherwise),
    paragraph('Plain', `{/${list}}`),
  ]
}

/** Names and values, two pairs in a row. */
export function facts(
  pairs: readonly (readonly [name: string, value: string])[],
  widths = [3, 6, 3, 6],
): Table {
  const rows: Row[] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const cells: Cell[] = []
    const [left, right] = [pairs[at], pairs[at + 1]]
    if (left) cells.push({ text: left[0], style: 'CellLabel' })
    if (left) cells.push({ text: left[1], ...(right ? {} : { span: 3 }) })
    if (right) cells.push({ text: right[0], style: 'CellLabel' }, { text: right[1] })
    rows.push({ cells })
  }
  return { is: 'table', widths, rows, look: 'facts' }
}
