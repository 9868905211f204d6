import { builtinFormats, isDateFormat } from '../isDateFormat.ts'
import { readTags } from './readTags.ts'

/** What the reader needs of the styles: the number format of each cell style, and which of them are dates. */
export interface Styles {
  /** Distinct format codes; the first is always `General`. */
  readonly formatCodes: readonly string[]
  /** By cell style (`s=`): index into `formatCodes`. */
  readonly formatOfXf: Int32Array
  /** By format: 1 when it shows a calendar day. */
  readonly isDate: Uint8Array
}

/** Reads `xl/styles.xml`; an empty text gives the styles of a workbook that has none. */
export function readStyles(xml: string): Styles {
  const custom = new Map<number, string>()
  const xfFormats: number[] = []
  let inCellXfs = false
  for (const tag of readTags(xml)) {
    if (tag.name === 'cellXfs') inCellXfs = tag.kind === 'open'
    else if (tag.kind === 'close') continue
    else if (tag.name === 'numFmt') {
      // Differential formats declare formats too, but only for their own use; the first declaration counts.
      const id = Number(tag.attributes.get('numFmtId'))
      if (!custom.has(id)) custom.set(id, tag.attributes.get('formatCode') ?? 'General')
    } else if (tag.name === 'xf' && inCellXfs) xfFormats.push(Number(tag.attributes.get('numFmtId') ?? 0))
  }

  const formatCodes = ['General']
  const indexes = new Map([['General', 0]])
  const formatOfXf = Int32Array.from(xfFormats, (id) => {
    const code = custom.get(id) ?? builtinFormats.get(id) ?? 'General'
    let index = indexes.get(code)
    if (index === undefined) {
      index = formatCodes.push(code) - 1
      indexes.set(code, index)
    }
    return index
  })
  return {
    formatCodes,
    formatOfXf,
    isDate: Uint8Array.from(formatCodes, (code) => (isDateFormat(code) ? 1 : 0)),
  }
}
