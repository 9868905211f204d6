import { type OfficePackage, type PartUndo, relationshipsOf } from './package/officePackage.ts'
import { decodeEntities, rootOf } from './package/xml.ts'
import type { SheetUndo } from './sheetUndo.ts'

/**
 * What we wrote into a workbook, kept in a custom XML part of our own namespace. Excel and WPS carry such parts through
 * a save. Where it is lost (LibreOffice drops it), our columns are still known by their headers and the record column,
 * our sheets by their names and our conditional formats by their signature; only exactness is lost.
 */
export interface AnnotationRecord {
  readonly version: 1
  readonly sheets: readonly SheetUndo[]
  /** Parts that are wholly ours. */
  readonly addedParts: readonly string[]
  readonly parts: readonly PartUndo[]
  /** Checksums of the sheets we left alone: while they are the same, nobody else uses our styles. */
  readonly untouched: Readonly<Record<string, number>>
}

export const RECORD_NAMESPACE = 'urn:postloan:annotations:1'
const ITEM_ID = '{5A8C1F0E-7B1D-4C57-9E55-90D7A2C4B6E1}'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'

/** Makes the record's parts (still empty) and gives their names; the first is the record itself. */
export async function addRecordParts(pack: OfficePackage, workbookPart: string): Promise<readonly string[]> {
  const item = pack.freeName((i) => `customXml/item${i}.xml`)
  const properties = pack.freeName((i) => `customXml/itemProps${i}.xml`)
  pack.setText(item, '')
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
  const schemas = `<ds:schemaRefs><ds:schemaRef ds:uri="${RECORD_NAMESPACE}"/></ds:schemaRefs>`
  pack.setText(
    properties,
    `${DECLARATION}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${namespace}">${schemas}</ds:datastoreItem>`,
  )
  if ((await pack.contentTypeOf(item)) !== 'application/xml')
    await pack.addContentType(item, 'application/xml')
  await pack.addContentType(properties, PROPERTIES_TYPE)
  await pack.addRelationship(workbookPart, 'customXml', item)
  await pack.addRelationship(item, 'customXmlProps', properties)
  return [item, properties, relationshipsOf(item)]
}

export function writeRecord(pack: OfficePackage, item: string, record: AnnotationRecord): void {
  const text = JSON.stringify(record).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  pack.setText(item, `${DECLARATION}<annotations xmlns="${RECORD_NAMESPACE}">${text}</annotations>`)
}

export interface FoundRecord {
  readonly item: string
  readonly relationshipId: string
  /** Null when the part is there but cannot be read. */
  readonly record: AnnotationRecord | null
}

export async function findRecord(pack: OfficePackage, workbookPart: string): Promise<FoundRecord | null> {
  for (const one of await pack.relationships(workbookPart)) {
    if (one.type !== 'customXml' || one.external || !pack.has(one.target)) continue
    const xml = await pack.text(one.target)
    if (!xml.includes(RECORD_NAMESPACE)) continue
    return { item: one.target, relationshipId: one.id, record: parseRecord(xml) }
  }
  return null
}

function parseRecord(xml: string): AnnotationRecord | null {
  try {
    const root = rootOf(xml)
    const value: unknown = JSON.parse(decodeEntities(xml.slice(root.openEnd, root.closeStart)))
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

/** The record is written by us and guarded by checksums; a damaged one is told by its outline. */
function isRecord(value: unknown): value is AnnotationRecord {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1)
    return false
  const lists = ['sheets', 'addedParts', 'parts'] as const
  return lists.every((name) => name in value && Array.isArray((value as Record<string, unknown>)[name]))
}
