import { type OfficePackage, relationshipsOf } from '../../../core/src/workbook/package/officePackage.ts'
import { DECLARATION } from './blankXlsx.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Adds a relationship of any type, and gives its id. */
export async function relate(
  pack: OfficePackage,
  part: string,
  type: string,
  target: string,
): Promise<string> {
  const name = relationshipsOf(part)
  if (!pack.has(name)) pack.setText(name, `${DECLARATION}<Relationships xmlns="${PACKAGE}"></Relationships>`)
  const taken = new Set((await pack.relationships(part)).map(({ id }) => id))
  let i = taken.size + 1
  while (taken.has(`rId${i}`)) i++
  await pack.append(
    name,
    (prefix) => `<${prefix}Relationship Id="rId${i}" Type="${type}" Target="/${target}"/>`,
  )
  return `rId${i}`
}

/** Makes a new part under a free name, with its content type. */
export async function newPart(
  pack: OfficePackage,
  name: (i: number) => string,
  contentType: string,
  text: string,
): Promise<string> {
  const part = pack.freeName(name)
  pack.setText(part, DECLARATION + text)
  await pack.addContentType(part, contentType)
  return part
}

/** Takes away what a part relates to by these types, and the relationships. */
export async function unrelate(pack: OfficePackage, part: string, types: readonly string[]): Promise<void> {
  for (const one of await pack.relationships(part)) {
    if (!types.includes(one.type) || one.external) continue
    await pack.removeRelationship(part, one.id)
    if (pack.has(one.target)) await pack.removePart(one.target)
  }
}
