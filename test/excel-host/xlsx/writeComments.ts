import { escapeText } from '../../../core/src/workbook/package/escapeText.ts'
import type { OfficePackage } from '../../../core/src/workbook/package/officePackage.ts'
import { columnName } from '../model/area.ts'
import type { Decor } from '../model/decor.ts'
import { OFFICE, newPart, relate, unrelate } from './parts.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A number of sixteen bytes made of a text, the same for the same text. */
function guidOf(text: string): string {
  let a = 0x811c9dc5
  let b = 0x1234567
  for (const ch of text) {
    a = Math.imul(a ^ (ch.codePointAt(0) ?? 0), 0x01000193)
    b = Math.imul(b ^ (ch.codePointAt(0) ?? 0), 0x85ebca6b)
  }
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0').toUpperCase()
  const whole = hex(a) + hex(b) + hex(a ^ b) + hex(Math.imul(a, 31) + b)
  return `{${whole.slice(0, 8)}-${whole.slice(8, 12)}-${whole.slice(12, 16)}-${whole.slice(16, 20)}-${whole.slice(20)}}`
}

/** Writes comments and notes of a sheet anew; gives the relationship of the drawing that notes need, or ''. */
export async function writeComments(
  pack: OfficePackage,
  main: string,
  part: string,
  { comments, notes }: Pick<Decor, 'comments' | 'notes'>,
): Promise<string> {
  await unrelate(pack, part, ['comments', 'threadedComment', 'vmlDrawing'])
  if (comments.length + notes.length === 0) return ''
  const name = ({ row, column }: { row: number; column: number }): string => columnName(column) + (row + 1)
  if (comments.length > 0) {
    const persons = [
      ...new Set(comments.flatMap((one) => [one.author, ...one.replies.map(({ author }) => author)])),
    ]
    await writePersons(pack, main, persons)
    const threads = comments.map((one) => {
      const id = guidOf(one.id)
      const head = `<threadedComment ref="${name(one)}" dT="${one.created.replace('Z', '').slice(0, 22)}" personId="${guidOf(one.author)}" id="${id}"${one.resolved ? ' done="1"' : ''}><text>${escapeText(one.text)}</text></threadedComment>`
      const replies = one.replies.map(
        (reply) =>
          `<threadedComment ref="${name(one)}" personId="${guidOf(reply.author)}" id="${guidOf(reply.id)}" parentId="${id}"><text>${escapeText(reply.text)}</text></threadedComment>`,
      )
      return head + replies.join('')
    })
    const xml = `<ThreadedComments xmlns="${THREADS}" xmlns:x="${MAIN}">${threads.join('')}</ThreadedComments>`
    const made = await newPart(
      pack,
      (i) => `xl/threadedComments/threadedComment${i}.xml`,
      'application/vnd.ms-excel.threadedcomments+xml',
      xml,
    )
    await relate(
      pack,
      part,
      'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
      made,
    )
  }
  const all = [
    ...comments.map((one) => ({
      ...one,
      author: `tc=${guidOf(one.id)}`,
      text: `[线程批注]\n\n批注:\n    ${one.text}`,
    })),
    ...notes,
  ].toSorted((a, b) => a.row - b.row || a.column - b.column)
  const authors = [...new Set(all.map(({ author }) => author))]
  const list = all.map(
    (one) =>
      `<comment ref="${name(one)}" authorId="${authors.indexOf(one.author)}" shapeId="0"><text><t xml:space="preserve">${escapeText(one.text)}</t></text></comment>`,
  )
  const names = authors.map((author) => `<author>${escapeText(author)}</author>`).join('')
  const xml = `<comments xmlns="${MAIN}"><authors>${names}</authors><commentList>${list.join('')}</commentList></comments>`
  const made = await newPart(pack, (i) => `xl/comments${i}.xml`, `${TYPE}.comments+xml`, xml)
  await relate(pack, part, `${OFFICE}/comments`, made)

  const drawing = pack.freeName((i) => `xl/drawings/vmlDrawing${i}.vml`)
  pack.setText(drawing, shapes(all))
  await pack.addContentType(drawing, 'application/vnd.openxmlformats-officedocument.vmlDrawing')
  return relate(pack, part, `${OFFICE}/vmlDrawing`, drawing)
}

async function writePersons(pack: OfficePackage, main: string, names: readonly string[]): Promise<void> {
  const person = (name: string): string =>
    `<person displayName="${escapeText(name)}" id="${guidOf(name)}" userId="${escapeText(name)}" providerId="None"/>`
  const known = (await pack.relationships(main)).find(({ type }) => type === 'person')
  if (known) {
    const text = await pack.text(known.target)
    for (const name of names)
      if (!text.includes(guidOf(name))) await pack.append(known.target, () => person(name))
    return
  }
  const xml = `<personList xmlns="${THREADS}" xmlns:x="${MAIN}">${names.map(person).join('')}</personList>`
  const made = await newPart(
    pack,
    (i) => `xl/persons/person${i === 1 ? '' : i}.xml`,
    'application/vnd.ms-excel.person+xml',
    xml,
  )
  await relate(pack, main, 'http://schemas.microsoft.com/office/2017/10/relationships/person', made)
}

function shapes(all: readonly { readonly row: number; readonly column: number }[]): string {
  const one = ({ row, column }: { row: number; column: number }, i: number): string =>
    `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:120pt;height:60pt;z-index:${i + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 2</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${all.map(one).join('')}</xml>`
}
