import { withPatience } from './officeErrors.ts'

const NAMESPACE = 'urn:postloan:workbook:1'

/** What we keep in the workbook stands in a custom XML part of our own namespace: it is saved and mailed with the file. */
export async function readXmlStore(): Promise<string | null> {
  const context = new Excel.RequestContext()
  const part = context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject()
  part.load('id')
  await withPatience(context.sync())
  if (part.isNullObject) return null
  const xml = part.getXml()
  await withPatience(context.sync())
  const { value } = xml
  const text = /^[^<]*(?:<\?[^>]*\?>)?\s*<[^>]*>([\s\S]*)<\/[^>]*>\s*$/.exec(value)?.[1]
  return text === undefined ? null : unescaped(text)
}

export async function writeXmlStore(text: string | null): Promise<void> {
  await dropXml(NAMESPACE)
  if (text === null) return
  const context = new Excel.RequestContext()
  context.workbook.customXmlParts.add(`<postloan xmlns="${NAMESPACE}">${escaped(text)}</postloan>`)
  await withPatience(context.sync())
}

export async function dropXml(namespace: string): Promise<void> {
  const context = new Excel.RequestContext()
  const parts = context.workbook.customXmlParts.getByNamespace(namespace)
  parts.load('items/id')
  await withPatience(context.sync())
  const { items } = parts
  if (items.length === 0) return
  for (const part of items) part.delete()
  await withPatience(context.sync())
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
