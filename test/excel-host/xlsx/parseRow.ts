import { decodeEntities } from '../../../core/src/workbook/package/xml.ts'
import { columnNumber } from '../model/area.ts'

/** A cell as it stands in a file. */
export interface FileCell {
  readonly column: number
  readonly style: number
  readonly type: string
  /** The text of `<v>`, or of an inline string. */
  readonly value: string | null
  readonly formula: FileFormula | null
  readonly xml: string
}

export interface FileFormula {
  readonly text: string
  readonly type: string
  readonly ref: string
  readonly shared: number
}

const CELL = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
const FORMULA = /<(?:\w+:)?f(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/
const TEXT = /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g

/** Nearly every cell of a ledger: a name, a style, a type and a value, in the order in which programs write them. */
const PLAIN = /<c r="([A-Z]+)\d+"(?: s="(\d+)")?(?: t="([bens]|str)")?(?:\/>|><v>([^<]*)<\/v><\/c>)/y

const columns = new Map<string, number>()
function columnOf(letters: string): number {
  let column = columns.get(letters)
  if (column === undefined) {
    column = columnNumber(letters)
    columns.set(letters, column)
  }
  return column
}

/** The cells of a row's XML, from behind its open tag to before its end tag. */
export function parseRow(xml: string): FileCell[] {
  const cells: FileCell[] = []
  PLAIN.lastIndex = 0
  for (let end = 0; end < xml.length; end = PLAIN.lastIndex) {
    const found = PLAIN.exec(xml)
    // From the first cell that is otherwise, the row is read the long way.
    if (!found) return parseAny(xml)
    const [whole, name = '', style, type = 'n', value] = found
    cells.push({
      column: columnOf(name),
      style: style === undefined ? 0 : Number(style),
      type,
      value: value ?? null,
      formula: null,
      xml: whole,
    })
  }
  return cells
}

function parseAny(xml: string): FileCell[] {
  const cells: FileCell[] = []
  let next = 0
  for (const found of xml.matchAll(CELL)) {
    const attributes = found[1] ?? ''
    const inner = found[2] ?? ''
    const name = /\sr="([A-Z]+)\d+"/.exec(attributes)?.[1]
    const column = name === undefined ? next : columnOf(name)
    next = column + 1
    const type = /\st="(\w+)"/.exec(attributes)?.[1] ?? 'n'
    const f = inner.includes('f') ? FORMULA.exec(inner) : null
    cells.push({
      column,
      style: Number(/\ss="(\d+)"/.exec(attributes)?.[1] ?? 0),
      type,
      value: type === 'inlineStr' ? plainText(inner) : (VALUE.exec(inner)?.[1] ?? null),
      formula: f && {
        text: decodeEntities(f[2] ?? ''),
        type: /\st="(\w+)"/.exec(f[1] ?? '')?.[1] ?? '',
        ref: /\sref="([^"]*)"/.exec(f[1] ?? '')?.[1] ?? '',
        shared: Number(/\ssi="(\d+)"/.exec(f[1] ?? '')?.[1] ?? -1),
      },
      xml: found[0],
    })
  }
  return cells
}

/** The text of runs, without phonetic guides. */
export function plainText(xml: string): string {
  const runs = xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  let text = ''
  for (const [, run = ''] of runs.matchAll(TEXT)) text += unescapeText(run)
  return text
}

/** Entities, and the `_x000D_` way of writing what XML cannot hold. */
export function unescapeText(text: string): string {
  return decodeEntities(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
