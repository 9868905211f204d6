import { openEditable } from '../../../core/src/workbook/openEditable.ts'
import { OfficePackage } from '../../../core/src/workbook/package/officePackage.ts'
import { readWorkbookPart } from '../../../core/src/workbook/package/workbookPart.ts'
import {
  attribute,
  childNamed,
  childrenOf,
  decodeEntities,
  openTag,
  rootOf,
} from '../../../core/src/workbook/package/xml.ts'
import { webCodec } from '../../../core/src/workbook/zip/index.ts'
import { parseAddress } from '../model/area.ts'
import type { Comment, Note, Table } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import { Styles } from '../model/styles.ts'
import { type NamedItem, Workbook } from '../model/workbook.ts'
import { keepOrigin } from './origin.ts'
import { plainText } from './parseRow.ts'
import { filterOf, readDecor } from './readDecor.ts'
import { readLooks, themeColors } from './readLooks.ts'
import { readCells } from './readSheet.ts'

/** The package of a workbook file, and its main part. */
export async function openPackage(bytes: Uint8Array): Promise<{ pack: OfficePackage; main: string }> {
  const pack = new OfficePackage(openEditable(bytes), webCodec())
  const main = (await pack.relationships('')).find(({ type }) => type === 'officeDocument')?.target
  if (main === undefined) throw new Error('the package has no workbook')
  return { pack, main }
}

/** Opens an .xlsx as the simulated Excel's workbook. @throws WorkbookFault for a file that is none */
export async function openXlsx(bytes: Uint8Array, name: string): Promise<Workbook> {
  const { pack, main } = await openPackage(bytes)
  const facts = await readWorkbookPart(pack, main)
  const related = await pack.relationships(main)
  const partOf = (type: string): string | undefined => related.find((one) => one.type === type)?.target
  const workbook = new Workbook(name)
  workbook.date1904 = facts.date1904
  workbook.structureLocked = facts.structureLocked

  const themePart = partOf('theme')
  const theme = themeColors(
    themePart !== undefined && pack.has(themePart) ? await pack.text(themePart) : null,
  )
  const styles = facts.stylesPart === null ? null : readLooks(await pack.text(facts.stylesPart), theme)
  if (styles) workbook.styles = new Styles(styles.looks)
  const strings = partOf('sharedStrings')
  if (strings !== undefined && pack.has(strings)) readStrings(await pack.text(strings), workbook)

  const persons = await readPersons(pack, main)
  for (const entry of facts.sheets) {
    const sheet = workbook.addSheet(entry.name)
    sheet.part = entry.part
    const visibility =
      entry.state === 'hidden' ? 'Hidden' : entry.state === 'veryHidden' ? 'VeryHidden' : 'Visible'
    sheet.change({ visibility })
    if (entry.type !== 'worksheet') {
      sheet.isGrid = false
      continue
    }
    const texts = await readCells(pack, entry.part, sheet)
    const newId = (): string => workbook.newId()
    sheet.change(readDecor(sheet, texts, styles?.differential ?? [], newId))
    await readRelated(pack, entry.part, sheet, persons, newId)
    keepOrigin(sheet, texts.hasShared)
  }
  const xml = await pack.text(main)
  workbook.names = readNames(xml, workbook)
  const view = /<(?:\w+:)?workbookView\b[^>]*>/.exec(xml)?.[0] ?? ''
  const active = workbook.sheets[Number(attribute(view, 'activeTab') ?? 0)]
  if (active) workbook.activate(active, 'user')
  await readCustomXml(pack, main, workbook)
  await readSettings(pack, workbook)
  workbook.file = {
    bytes,
    names: workbook.names,
    settings: JSON.stringify([...workbook.settings]),
    order: [...workbook.sheets],
  }
  return workbook
}

function readStrings(xml: string, workbook: Workbook): void {
  for (const [, , inner = ''] of xml.matchAll(
    /<(?:\w+:)?si(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g,
  )) {
    workbook.pool.append(plainText(inner))
  }
  workbook.pool.shared = workbook.pool.texts.length
}

function readNames(xml: string, workbook: Workbook): readonly NamedItem[] {
  const list = childNamed(xml, rootOf(xml), 'definedNames')
  if (!list) return []
  return childrenOf(xml, list).map((child) => {
    const tag = openTag(xml, child)
    const scope = attribute(tag, 'localSheetId')
    return {
      name: attribute(tag, 'name') ?? '',
      formula: `=${decodeEntities(xml.slice(child.openEnd, child.closeStart))}`,
      comment: attribute(tag, 'comment') ?? '',
      visible: attribute(tag, 'hidden') !== '1',
      scope: scope === undefined ? null : (workbook.sheets[Number(scope)]?.id ?? null),
    }
  })
}

async function readPersons(pack: OfficePackage, main: string): Promise<ReadonlyMap<string, string>> {
  const persons = new Map<string, string>()
  for (const { target, type } of await pack.relationships(main)) {
    if (type !== 'person') continue
    for (const [tag] of (await pack.text(target)).matchAll(/<(?:\w+:)?person\b[^>]*>/g)) {
      persons.set(attribute(tag, 'id') ?? '', attribute(tag, 'displayName') ?? '')
    }
  }
  return persons
}

async function readRelated(
  pack: OfficePackage,
  part: string,
  sheet: Sheet,
  persons: ReadonlyMap<string, string>,
  newId: () => string,
): Promise<void> {
  const tables: Table[] = []
  const comments: Comment[] = []
  const notes: Note[] = []
  for (const { type, target } of await pack.relationships(part)) {
    if (!pack.has(target)) continue
    if (type === 'table') tables.push(...readTable(await pack.text(target), target, newId))
    else if (type === 'threadedComment') comments.push(...readThreads(await pack.text(target), persons))
    else if (type === 'comments') notes.push(...readNotes(await pack.text(target)))
  }
  const threaded = new Set(comments.map(({ row, column }) => `${row} ${column}`))
  sheet.change({
    tables,
    comments,
    // A thread leaves a note behind for versions that know no threads.
    notes: notes.filter(({ row, column }) => !threaded.has(`${row} ${column}`)),
  })
}

function readTable(xml: string, part: string, newId: () => string): readonly Table[] {
  const tag = openTag(xml, rootOf(xml))
  const area = parseAddress(attribute(tag, 'ref') ?? '')
  if (!area) return []
  const filter = childNamed(xml, rootOf(xml), 'autoFilter')
  const style = /<(?:\w+:)?tableStyleInfo\b[^>]*>/.exec(xml)?.[0] ?? ''
  return [
    {
      id: newId(),
      name: attribute(tag, 'displayName') ?? attribute(tag, 'name') ?? '',
      area,
      showHeaders: attribute(tag, 'headerRowCount') !== '0',
      showTotals: Number(attribute(tag, 'totalsRowCount') ?? 0) > 0,
      style: attribute(style, 'name') ?? '',
      filter: filter ? filterOf(xml.slice(filter.start, filter.end)) : null,
      part,
    },
  ]
}

function readThreads(xml: string, persons: ReadonlyMap<string, string>): readonly Comment[] {
  const comments: Comment[] = []
  for (const child of childrenOf(xml, rootOf(xml))) {
    const tag = openTag(xml, child)
    const text = plainText(xml.slice(child.start, child.end).replaceAll(/<(\/?)(\w+:)?text>/g, '<$1t>'))
    const author = persons.get(attribute(tag, 'personId') ?? '') ?? ''
    const id = attribute(tag, 'id') ?? ''
    const parent = attribute(tag, 'parentId')
    const at = parseAddress(attribute(tag, 'ref') ?? '')
    const thread = comments.findIndex((one) => one.id === parent)
    const known = comments[thread]
    if (parent !== undefined && known) {
      comments[thread] = { ...known, replies: [...known.replies, { id, text, author }] }
    } else if (at) {
      comments.push({
        id,
        row: at.row,
        column: at.column,
        text,
        author,
        created: attribute(tag, 'dT') ?? '',
        resolved: attribute(tag, 'done') === '1',
        replies: [],
      })
    }
  }
  return comments
}

function readNotes(xml: string): readonly Note[] {
  const authors = [...xml.matchAll(/<(?:\w+:)?author>([\s\S]*?)<\/(?:\w+:)?author>/g)].map(([, name = '']) =>
    decodeEntities(name),
  )
  const found = xml.matchAll(/<(?:\w+:)?comment\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?comment>/g)
  return [...found].flatMap(([, attributes = '', inner = '']) => {
    const tag = `<x ${attributes}>`
    const at = parseAddress(attribute(tag, 'ref') ?? '')
    const author = authors[Number(attribute(tag, 'authorId') ?? 0)] ?? ''
    return at ? [{ row: at.row, column: at.column, text: plainText(inner), author }] : []
  })
}

async function readCustomXml(pack: OfficePackage, main: string, workbook: Workbook): Promise<void> {
  for (const { type, target } of await pack.relationships(main)) {
    if (type !== 'customXml' || !pack.has(target)) continue
    const properties = (await pack.relationships(target)).find((one) => one.type === 'customXmlProps')
    const own = properties && pack.has(properties.target) ? await pack.text(properties.target) : ''
    const id = /itemID="([^"]+)"/.exec(own)?.[1] ?? workbook.newId()
    workbook.customXml.set(id, { id, xml: await pack.text(target), part: target })
  }
}

/** An add-in's settings lie in its web extension part. */
async function readSettings(pack: OfficePackage, workbook: Workbook): Promise<void> {
  for (const part of pack.names()) {
    if (!/^xl\/webextensions\/webextension\d*\.xml$/i.test(part)) continue
    for (const [tag] of (await pack.text(part)).matchAll(/<we:property\s[^>]*>/g)) {
      const key = attribute(tag, 'name')
      const value = attribute(tag, 'value')
      if (key === undefined || value === undefined) continue
      try {
        workbook.settings.set(key, JSON.parse(value))
      } catch {
        workbook.settings.set(key, value)
      }
    }
  }
}
