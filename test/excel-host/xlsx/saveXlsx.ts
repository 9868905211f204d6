import { escapeText } from '../../../core/src/workbook/package/escapeText.ts'
import type { OfficePackage } from '../../../core/src/workbook/package/officePackage.ts'
import { addSheet, readWorkbookPart, removeSheets } from '../../../core/src/workbook/package/workbookPart.ts'
import {
  attribute,
  childNamed,
  childrenOf,
  openTag,
  rootOf,
  withAttribute,
} from '../../../core/src/workbook/package/xml.ts'
import { packEdited } from '../../../core/src/workbook/sheetSource.ts'
import { packPart } from '../../../core/src/workbook/zip/index.ts'
import type { ConditionalFormat } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import type { Workbook } from '../model/workbook.ts'
import { namespaceOf } from '../objects/workbookObject.ts'
import { BLANK_SHEET, blankXlsx } from './blankXlsx.ts'
import { openPackage } from './openXlsx.ts'
import { originOfSheet } from './origin.ts'
import { OFFICE, newPart, relate, unrelate } from './parts.ts'
import { writeCharts } from './writeCharts.ts'
import { writeComments } from './writeComments.ts'
import { edgesChanged, edgesOf } from './writeEdges.ts'
import { RowEdit } from './writeRows.ts'
import { StyleWriter } from './writeStyles.ts'
import { writeTables } from './writeTables.ts'

const LEVEL = 1

/** Saves the workbook into the package it came from: what was not touched keeps its bytes. */
export async function saveXlsx(workbook: Workbook): Promise<Uint8Array> {
  const bytes = workbook.file?.bytes ?? (await blankXlsx(workbook.sheets[0]?.name ?? 'Sheet1'))
  const { pack, main } = await openPackage(bytes)
  const parts = await matchSheets(pack, main, workbook)
  const facts = await readWorkbookPart(pack, main)
  const styles = facts.stylesPart === null ? null : await StyleWriter.open(pack, facts.stylesPart)
  const numbers = new Map<number, number>()
  const fromFile = workbook.styles.list.findIndex(({ patch }) => Object.keys(patch).length > 0)
  const styleOf = (style: number): number => {
    if (fromFile < 0 || style < fromFile) return Math.max(0, style)
    const known = numbers.get(style)
    const entry = workbook.styles.list[style]
    if (known !== undefined || !entry || !styles) return known ?? 0
    const made = styles.cell(entry)
    numbers.set(style, made)
    return made
  }
  const dxfOf = (format: ConditionalFormat): number => styles?.conditional(format) ?? 0

  let touched = false
  for (const sheet of workbook.sheets) {
    const part = parts.get(sheet)
    if (part !== undefined && sheet.isGrid)
      touched = (await writeSheet(pack, main, workbook, sheet, part, styleOf, dxfOf)) || touched
  }
  styles?.write()
  await writeWorkbookPart(pack, main, workbook, parts)
  await writeCustomXml(pack, main, workbook)
  await writeSettings(pack, workbook)
  // The order of calculation is made anew on opening.
  if (touched) await unrelate(pack, main, ['calcChain'])
  return pack.build(LEVEL)
}

/** Puts new sheets into the package, takes deleted ones out, and tells which part is whose. */
async function matchSheets(
  pack: OfficePackage,
  main: string,
  workbook: Workbook,
): Promise<ReadonlyMap<Sheet, string>> {
  const parts = new Map<Sheet, string>()
  const facts = await readWorkbookPart(pack, main)
  if (!workbook.file) {
    const [first] = workbook.sheets
    const [entry] = facts.sheets
    if (first && entry) parts.set(first, entry.part)
  }
  for (const sheet of workbook.sheets) {
    if (sheet.part !== null) parts.set(sheet, sheet.part)
    else if (!parts.has(sheet)) {
      const made = await addSheet(pack, await readWorkbookPart(pack, main), sheet.name, BLANK_SHEET)
      parts.set(sheet, made.part)
    }
  }
  const kept = new Set(parts.values())
  const now = await readWorkbookPart(pack, main)
  const gone = now.sheets.filter(({ part }) => !kept.has(part))
  for (const { part } of gone)
    await unrelate(pack, part, ['comments', 'threadedComment', 'vmlDrawing', 'table'])
  await removeSheets(pack, now, gone)
  return parts
}

const json = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) => (one instanceof Map ? [...one] : one))

async function writeSheet(
  pack: OfficePackage,
  main: string,
  workbook: Workbook,
  sheet: Sheet,
  part: string,
  styleOf: (style: number) => number,
  dxfOf: (format: ConditionalFormat) => number,
): Promise<boolean> {
  const origin = originOfSheet(sheet)
  const { decor } = sheet
  const differs = (key: 'comments' | 'notes' | 'tables' | 'rows'): boolean =>
    json(origin?.decor[key] ?? []) !== json(decor[key])
  let legacyDrawing: string | null = null
  if (differs('comments') || differs('notes')) legacyDrawing = await writeComments(pack, main, part, decor)
  const drawing = await writeCharts(pack, workbook, part, decor.charts)
  let next = pack.names().filter((name) => /tables\/table/.test(name)).length + 100
  const nextId = (): number => next++
  const tables =
    differs('tables') && (decor.tables.length > 0 || (origin?.decor.tables.length ?? 0) > 0)
      ? await writeTables(pack, sheet, part, origin?.decor.tables ?? [], nextId)
      : null
  const mayDiffer =
    !origin || sheet.cells.version !== origin.version || json(origin.decor.rows) !== json(decor.rows)
  const edgesDiffer =
    legacyDrawing !== null || drawing !== null || tables !== null || edgesChanged(origin?.decor, decor)
  if (!mayDiffer && !edgesDiffer) return false
  // A part that was made just now is text, not yet an entry that can be streamed.
  await settle(pack, part)
  const edges = edgesOf(sheet, origin?.decor, { drawing, legacyDrawing, tables }, styleOf, dxfOf)
  const run = (breakShared: boolean) =>
    packEdited(pack, part, () => new RowEdit(sheet, origin, styleOf, edges, breakShared), LEVEL)
  let { entry, edit } = await run(false)
  // Shared formulas hang on one another: when anything moved or changed they are all written out.
  if (edit.changed > 0 && origin?.hasShared === true) ({ entry, edit } = await run(true))
  if (edit.changed === 0 && !edgesDiffer) return false
  pack.setEntry(entry)
  return edit.changed > 0
}

async function settle(pack: OfficePackage, part: string): Promise<void> {
  const text = await pack.text(part)
  if (text === BLANK_SHEET) pack.setEntry(await packPart(part, new TextEncoder().encode(text), pack.codec))
}

async function writeWorkbookPart(
  pack: OfficePackage,
  main: string,
  workbook: Workbook,
  parts: ReadonlyMap<Sheet, string>,
): Promise<void> {
  const facts = await readWorkbookPart(pack, main)
  let xml = await pack.text(main)
  const list = childNamed(xml, rootOf(xml), 'sheets')
  if (list) {
    const children = childrenOf(xml, list)
    const texts = workbook.sheets.map((sheet) => {
      const at = facts.sheets.findIndex(({ part }) => part === parts.get(sheet))
      const child = children[at]
      const entry = facts.sheets[at]
      if (!child || !entry) return ''
      let tag = openTag(xml, child)
      if (entry.name !== sheet.name) tag = withAttribute(tag, 'name', sheet.name)
      const state = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' }[sheet.decor.visibility]
      if (entry.state !== state) tag = withAttribute(tag, 'state', state)
      return tag
    })
    xml = xml.slice(0, list.openEnd) + texts.join('') + xml.slice(list.closeStart)
  }
  const sameOrder =
    json(workbook.file?.order.map(({ id }) => id)) === json(workbook.sheets.map(({ id }) => id))
  if (
    json(workbook.file?.names ?? []) !== json(workbook.names) ||
    (!sameOrder && workbook.names.length > 0)
  ) {
    xml = withNames(xml, workbook)
  }
  const active = workbook.sheets.indexOf(workbook.active)
  xml = xml.replace(/<(?:\w+:)?workbookView\b[^>]*>/, (tag) =>
    Number(attribute(tag, 'activeTab') ?? 0) === active
      ? tag
      : withAttribute(tag, 'activeTab', String(active)),
  )
  if (xml !== (await pack.text(main))) pack.setText(main, xml)
}

function withNames(xml: string, workbook: Workbook): string {
  const names = workbook.names.map(({ name, formula, comment, visible, scope }) => {
    const at = scope === null ? -1 : workbook.sheets.findIndex(({ id }) => id === scope)
    const parts = [
      at >= 0 ? ` localSheetId="${at}"` : '',
      visible ? '' : ' hidden="1"',
      comment === '' ? '' : ` comment="${escapeText(comment)}"`,
    ]
    return `<definedName name="${escapeText(name)}"${parts.join('')}>${escapeText(formula.replace(/^=/, ''))}</definedName>`
  })
  const text = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
  const root = rootOf(xml)
  const old = childNamed(xml, root, 'definedNames')
  if (old) return xml.slice(0, old.start) + text + xml.slice(old.end)
  const after = ['sheets', 'functionGroups', 'externalReferences']
  const before = childrenOf(xml, root).findLast((child) => after.includes(child.name))
  return before ? xml.slice(0, before.end) + text + xml.slice(before.end) : xml
}

async function writeCustomXml(pack: OfficePackage, main: string, workbook: Workbook): Promise<void> {
  const kept = new Set([...workbook.customXml.values()].map(({ part }) => part))
  for (const { type, target, id } of await pack.relationships(main)) {
    if (type !== 'customXml' || kept.has(target) || !pack.has(target)) continue
    await unrelate(pack, target, ['customXmlProps'])
    await pack.removeRelationship(main, id)
    await pack.removePart(target)
  }
  for (const { id, xml, part } of workbook.customXml.values()) {
    if (part !== null && pack.has(part)) {
      if ((await pack.text(part)) !== xml) pack.setText(part, xml)
      continue
    }
    const name = pack.freeName((i) => `customXml/item${i}.xml`)
    pack.setText(name, xml)
    await relate(pack, main, `${OFFICE}/customXml`, name)
    const properties = `<ds:datastoreItem ds:itemID="${id}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${escapeText(namespaceOf(xml))}"/></ds:schemaRefs></ds:datastoreItem>`
    const type = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'
    const made = await newPart(pack, (i) => `customXml/itemProps${i}.xml`, type, properties)
    await relate(pack, name, `${OFFICE}/customXmlProps`, made)
  }
}

const EXTENSION = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11'
const PANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11'
const RELATIONS = 'http://schemas.microsoft.com/office/2011/relationships'

/** An add-in's settings travel in its web extension part. */
async function writeSettings(pack: OfficePackage, workbook: Workbook): Promise<void> {
  const now = [...workbook.settings]
  if (JSON.stringify(now) === (workbook.file?.settings ?? '[]')) return
  const list = now
    .map(
      ([key, value]) =>
        `<we:property name="${escapeText(key)}" value="${escapeText(JSON.stringify(value))}"/>`,
    )
    .join('')
  const properties = `<we:properties>${list}</we:properties>`
  const known = pack.names().find((name) => /^xl\/webextensions\/webextension\d*\.xml$/i.test(name))
  if (known !== undefined) {
    const text = await pack.text(known)
    pack.setText(
      known,
      text.replace(/<we:properties>[\s\S]*?<\/we:properties>|<we:properties\/>/, () => properties),
    )
    return
  }
  const extension = `<we:webextension xmlns:we="${EXTENSION}" id="{6A1D6C2E-0B0D-4B5C-9C65-7A2D8C9F1E10}"><we:reference id="postloan" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/>${properties}<we:bindings/><we:snapshot xmlns:r="${OFFICE}"/></we:webextension>`
  const made = await newPart(
    pack,
    (i) => `xl/webextensions/webextension${i}.xml`,
    'application/vnd.ms-office.webextension+xml',
    extension,
  )
  const panes = await newPart(
    pack,
    (i) => `xl/webextensions/taskpanes${i === 1 ? '' : i}.xml`,
    'application/vnd.ms-office.webextensiontaskpanes+xml',
    '',
  )
  const id = await relate(pack, panes, `${RELATIONS}/webextension`, made)
  pack.setText(
    panes,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<wetp:taskpanes xmlns:wetp="${PANES}"><wetp:taskpane dockstate="right" visibility="0" width="350" row="1"><wetp:webextensionref xmlns:r="${OFFICE}" r:id="${id}"/></wetp:taskpane></wetp:taskpanes>`,
  )
  await relate(pack, '', `${RELATIONS}/webextensiontaskpanes`, panes)
}
