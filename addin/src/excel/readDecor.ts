import { areasOf } from './address.ts'
import { hasApi } from './features.ts'
import { withPatience } from './officeErrors.ts'
import type { SheetDecor } from './port.ts'

/** Conditional formats by formula, with where they stand, and comments. */
export async function readDecor(id: string): Promise<SheetDecor> {
  const context = new Excel.RequestContext()
  const { worksheets } = context.workbook
  const formats = hasApi('1.6') ? worksheets.getItem(id).getRange().conditionalFormats : null
  formats?.load('items/id,items/type')
  const comments = hasApi('1.10') ? worksheets.getItem(id).comments : null
  comments?.load('items/id,items/content,items/replies/items/id')
  await withPatience(context.sync())
  const custom = formats?.items.filter((one) => one.type === Excel.ConditionalFormatType.custom) ?? []
  // an object reached through a range does not outlive the request: it is reached anew
  const found = custom.map((one) => {
    const format = () => worksheets.getItem(id).getRange().conditionalFormats.getItem(one.id)
    const { rule } = format().custom
    rule.load('formula')
    const ranges = hasApi('1.9') ? format().getRanges() : format().getRangeOrNullObject()
    ranges.load('address')
    return { rule, ranges }
  })
  if (found.length > 0) await withPatience(context.sync())
  return {
    formats: custom.map((one, i) => ({
      id: one.id,
      formula: found[i]?.rule.formula ?? '',
      areas: areasOf(found[i]?.ranges.address ?? ''),
    })),
    comments: (comments?.items ?? []).map(({ id: comment, content, replies }) => ({
      id: comment,
      text: content,
      replies: replies.items.length,
    })),
  }
}
