import { openEditable } from '../openEditable.ts'
import { OfficePackage } from '../package/officePackage.ts'
import { workbookPartOf } from '../package/refusePackage.ts'
import { readWorkbookPart } from '../package/workbookPart.ts'
import { unescapeText } from '../read/xlsx/unescapeText.ts'
import type { Codec } from '../zip/index.ts'

/** A note or comment that a person hung on a cell. */
export interface CellNote {
  readonly sheet: string
  /** `H12` */
  readonly cell: string
  readonly text: string
}

/** Notes and threaded comments of an .xlsx file, by sheet; none where the file is no such package. */
export async function readCellNotes(bytes: Uint8Array, codec: Codec): Promise<readonly CellNote[]> {
  try {
    const pack = new OfficePackage(openEditable(bytes), codec)
    const { sheets } = await readWorkbookPart(pack, await workbookPartOf(pack))
    const notes: CellNote[] = []
    for (const { name, part } of sheets) {
      if (!pack.has(part)) continue
      const parts = await pack.relationships(part)
      const threaded = parts.filter(({ type }) => type === 'threadedComment')
      // a threaded comment is also there as a note that only says so
      for (const { target } of threaded.length > 0
        ? threaded
        : parts.filter(({ type }) => type === 'comments'))
        if (pack.has(target)) notes.push(...notesIn(await pack.text(target), name))
    }
    return notes
  } catch {
    // a file that cannot be opened as a package is told by whoever reads its cells
    return []
  }
}

function notesIn(xml: string, sheet: string): readonly CellNote[] {
  const each =
    /<(?:\w+:)?(?:comment|threadedComment)\b[^>]*?\sref="([A-Z]+\d+)"[^>]*>(.*?)<\/(?:\w+:)?(?:comment|threadedComment)>/gs
  return [...xml.matchAll(each)].flatMap(([, cell = '', inside = '']) => {
    const texts = [...inside.matchAll(/<(?:\w+:)?(?:t|text)\b[^>]*>([^<]*)</g)].map(([, text = '']) => text)
    const text = unescapeText(texts.join('')).trim()
    return text === '' ? [] : [{ sheet, cell, text }]
  })
}
