import { openEditable } from '../openEditable.ts'
import { columnOf } from '../package/cellName.ts'
import { escapeText } from '../package/escapeText.ts'
import { OfficePackage } from '../package/officePackage.ts'
import { workbookPartOf } from '../package/refusePackage.ts'
import { readWorkbookPart } from '../package/workbookPart.ts'
import type { Codec } from '../zip/index.ts'
import { templateWords } from './messages.ts'
import type { RuleVerdict } from './packOfTemplate.ts'

/**
 * A filled template's file with what is said of each own rule beside it, in the column that is kept for it; nothing else
 * is touched. Verdicts of other files are passed over. The file must be one that may be saved again.
 */
export async function writeVerdicts(
  bytes: Uint8Array,
  verdicts: readonly RuleVerdict[],
  codec: Codec,
): Promise<Uint8Array> {
  if (verdicts.length === 0) return bytes
  const pack = new OfficePackage(openEditable(bytes), codec)
  const { sheets } = await readWorkbookPart(pack, await workbookPartOf(pack))
  for (const name of new Set(verdicts.map(({ sheet }) => sheet))) {
    const part = sheets.find((one) => one.name === name)?.part
    if (part === undefined) continue
    let xml = await pack.text(part)
    for (const { sheet, cell, row, fault } of verdicts)
      if (sheet === name) xml = withText(xml, row, cell, fault || templateWords.ownRules.sound)
    pack.setText(part, xml)
  }
  return pack.build(6)
}

/** The sheet with a text in a cell; the cell keeps its look. */
function withText(xml: string, row: number, cell: string, text: string): string {
  const line = new RegExp(`(<row\\b[^>]*\\sr="${row}"[^>]*?)(/>|>(.*?)</row>)`, 's')
  return xml.replace(line, (_, head: string, _rest: string, inside = '') => {
    const old = new RegExp(`<c\\b[^>]*\\sr="${cell}"[^>]*?(?:/>|>.*?</c>)`, 's').exec(inside)
    const look = /\ss="\d+"/.exec(old?.[0].split('>')[0] ?? '')?.[0] ?? ''
    const made = `<c r="${cell}"${look} t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`
    if (old) return `${head}>${inside.replace(old[0], () => made)}</row>`
    const column = columnOf(cell.replace(/\d+$/, ''))
    const cells = [...inside.matchAll(/<c\b[^>]*?\sr="([A-Z]+)\d+"[^>]*?(?:\/>|>.*?<\/c>)/gs)]
    const after = cells.find(([, letters = '']) => columnOf(letters) > column)
    const at = after?.index ?? inside.length
    return `${head}>${inside.slice(0, at)}${made}${inside.slice(at)}</row>`
  })
}
