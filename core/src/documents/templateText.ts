import { messages } from './messages.ts'

/** One paragraph of a template with where it stands, as a person counts. */
export interface TemplateParagraph {
  readonly place: string
  readonly text: string
  /** The table it stands in, outermost first: two paragraphs of one table have the same beginning. */
  readonly tables: readonly number[]
}

const tags = /<(\/?)w:(p|tbl|tr|tc|t|tab|br|instrText)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g

/** The paragraphs of a part of a Word document with their text, runs joined: a name may be split among several. */
export function templateParagraphs(part: string, xml: string): readonly TemplateParagraph[] {
  const found: TemplateParagraph[] = []
  const tables: { readonly number: number; row: number; cell: number }[] = []
  const open: { text: string; at: number }[] = []
  let tableCount = 0
  let paragraphCount = 0
  let textFrom = -1
  for (const match of xml.matchAll(tags)) {
    const [whole, slash, name, selfClosing] = match
    const closes = slash === '/'
    const empty = selfClosing === '/'
    const current = tables.at(-1)
    if (name === 'tbl') {
      if (closes) tables.pop()
      else if (!empty) tables.push({ number: (tableCount += 1), row: 0, cell: 0 })
    } else if (name === 'tr' && current && !closes) {
      current.row += 1
      current.cell = 0
    } else if (name === 'tc' && current && !closes) {
      current.cell += 1
    } else if (name === 'p') {
      if (!closes) {
        if (!current) paragraphCount += 1
        if (!empty) {
          open.push({ text: '', at: found.length })
          // told before what stands in it (a text box), as it is read
          found.push({
            place: placeOf(part, current, paragraphCount),
            text: '',
            tables: tables.map(({ number }) => number),
          })
        }
      } else {
        const done = open.pop()
        const before = done ? found[done.at] : undefined
        if (done && before) found[done.at] = { ...before, text: done.text }
      }
    } else if (name === 't') {
      if (!closes && !empty) textFrom = match.index + whole.length
      else if (closes && textFrom >= 0) {
        const paragraph = open.at(-1)
        if (paragraph) paragraph.text += decode(xml.slice(textFrom, match.index))
        textFrom = -1
      }
    }
  }
  return found
}

function placeOf(
  part: string,
  table: { readonly number: number; readonly row: number; readonly cell: number } | undefined,
  paragraph: number,
): string {
  const name = /header/i.test(part)
    ? messages.place.header
    : /footer/i.test(part)
      ? messages.place.footer
      : /notes/i.test(part)
        ? messages.place.notes
        : messages.place.body
  return table
    ? messages.place.cell(name, table.number, table.row, table.cell)
    : messages.place.paragraph(name, paragraph)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|amp|lt|gt|quot|apos);/g, (whole, entity: string) => {
    if (!entity.startsWith('#')) return entities[entity] ?? whole
    const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : '�'
  })
}
