import { WorkbookFault } from '../workbookError.ts'
import { escapeText } from './escapeText.ts'
import type { OfficePackage } from './officePackage.ts'
import type { Splice } from './splice.ts'
import {
  attribute,
  childNamed,
  childrenOf,
  localName,
  openTag,
  prefixOf,
  rootOf,
  withAttribute,
} from './xml.ts'

export interface SheetEntry {
  readonly name: string
  readonly sheetId: number
  readonly relationshipId: string
  readonly part: string
  /** `worksheet`, `chartsheet`, `dialogsheet` … */
  readonly type: string
  readonly state: 'visible' | 'hidden' | 'veryHidden'
}

export interface WorkbookFacts {
  readonly part: string
  readonly sheets: readonly SheetEntry[]
  /** Days count from 1904. */
  readonly date1904: boolean
  /** The structure is locked: Excel's own user could add no sheet. */
  readonly structureLocked: boolean
  readonly stylesPart: string | null
}

export async function readWorkbookPart(pack: OfficePackage, part: string): Promise<WorkbookFacts> {
  const xml = await pack.text(part)
  const root = rootOf(xml)
  const relationships = await pack.relationships(part)
  const sheets = childNamed(xml, root, 'sheets')
  const properties = childNamed(xml, root, 'workbookPr')
  const protection = childNamed(xml, root, 'workbookProtection')
  return {
    part,
    sheets: (sheets ? childrenOf(xml, sheets) : []).map((child) => {
      const tag = openTag(xml, child)
      const id = attribute(tag, 'id', true) ?? ''
      const target = relationships.find((one) => one.id === id)
      return {
        name: attribute(tag, 'name') ?? '',
        sheetId: Number(attribute(tag, 'sheetId') ?? 0),
        relationshipId: id,
        part: target?.target ?? '',
        type: target?.type ?? '',
        state: stateOf(attribute(tag, 'state')),
      }
    }),
    date1904: properties !== undefined && isTrue(attribute(openTag(xml, properties), 'date1904')),
    structureLocked: protection !== undefined && isTrue(attribute(openTag(xml, protection), 'lockStructure')),
    stylesPart: relationships.find((one) => one.type === 'styles')?.target ?? null,
  }
}

function stateOf(text: string | undefined): SheetEntry['state'] {
  return text === 'hidden' || text === 'veryHidden' ? text : 'visible'
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A name that belongs to one sheet: its print titles, its filter. */
export interface SheetName {
  readonly name: '_xlnm.Print_Titles' | '_xlnm._FilterDatabase' | '_xlnm.Print_Area'
  /** The reference without the sheet: `$1:$3`. */
  readonly reference: string
  readonly hidden: boolean
}

/** Adds a worksheet as the last sheet and gives its entry. The name must be free (see `freeSheetName`). */
export async function addSheet(
  pack: OfficePackage,
  workbook: WorkbookFacts,
  name: string,
  xml: string,
  names: readonly SheetName[] = [],
): Promise<SheetEntry> {
  const part = pack.freeName((i) => `xl/worksheets/sheet${i}.xml`)
  pack.setText(part, xml)
  await pack.addContentType(part, SHEET_TYPE)
  const relationshipId = await pack.addRelationship(workbook.part, 'worksheet', part)
  const { sheets } = await readWorkbookPart(pack, workbook.part)
  const sheetId = Math.max(0, ...sheets.map((sheet) => sheet.sheetId)) + 1

  const text = await pack.text(workbook.part)
  const list = childNamed(text, rootOf(text), 'sheets')
  if (!list || list.empty) throw new WorkbookFault('corruptPart', { part: workbook.part })
  const prefix = prefixOf(list.name)
  const id = `xmlns:r="${RELATIONSHIPS}" r:id="${relationshipId}"`
  const element = `<${prefix}sheet name="${escapeText(name)}" sheetId="${sheetId}" ${id}/>`
  await pack.splice(workbook.part, [{ start: list.closeStart, end: list.closeStart, text: element }])
  if (names.length > 0) await addNames(pack, workbook.part, sheets.length, name, names)
  return { name, sheetId, relationshipId, part, type: 'worksheet', state: 'visible' }
}

/** What may stand before `definedNames` in the workbook part. */
const BEFORE_NAMES = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'absPath',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
])

async function addNames(
  pack: OfficePackage,
  part: string,
  sheetIndex: number,
  sheet: string,
  names: readonly SheetName[],
): Promise<void> {
  const xml = await pack.text(part)
  const root = rootOf(xml)
  const prefix = prefixOf(root.name)
  const quoted = escapeText(`'${sheet.replaceAll("'", "''")}'!`)
  const elements = names
    .map(({ name, reference, hidden }) => {
      const flags = `localSheetId="${sheetIndex}"${hidden ? ' hidden="1"' : ''}`
      return `<${prefix}definedName name="${name}" ${flags}>${quoted}${reference}</${prefix}definedName>`
    })
    .join('')
  const list = childNamed(xml, root, 'definedNames')
  if (list && !list.empty) {
    await pack.splice(part, [{ start: list.closeStart, end: list.closeStart, text: elements }])
    return
  }
  const text = `<${prefix}definedNames>${elements}</${prefix}definedNames>`
  if (list) {
    await pack.splice(part, [{ start: list.start, end: list.end, text }])
    return
  }
  const before = childrenOf(xml, root).filter((child) => BEFORE_NAMES.has(localName(child.name)))
  // A part with an AlternateContent at its end must not draw the names behind it.
  const sheets = before.findLastIndex((child) =>
    /^(sheets|functionGroups|externalReferences)$/.test(localName(child.name)),
  )
  const at = before[sheets]?.end
  if (at === undefined) throw new WorkbookFault('corruptPart', { part })
  await pack.splice(part, [{ start: at, end: at, text }])
}

/** Takes sheets out of a workbook, with the names that belong to them; what counts sheets is counted anew. */
export async function removeSheets(
  pack: OfficePackage,
  workbook: WorkbookFacts,
  gone: readonly SheetEntry[],
): Promise<void> {
  if (gone.length === 0) return
  const xml = await pack.text(workbook.part)
  const root = rootOf(xml)
  const goneIndexes = new Set(gone.map((sheet) => workbook.sheets.indexOf(sheet)))
  const newIndex = (index: number): number => index - [...goneIndexes].filter((one) => one < index).length
  const splices: Splice[] = []

  const sheets = childNamed(xml, root, 'sheets')
  for (const [i, child] of (sheets ? childrenOf(xml, sheets) : []).entries()) {
    if (goneIndexes.has(i)) splices.push({ start: child.start, end: child.end, text: '' })
  }
  const views = childNamed(xml, root, 'bookViews')
  for (const view of views ? childrenOf(xml, views) : []) {
    let tag = openTag(xml, view)
    for (const name of ['firstSheet', 'activeTab']) {
      const index = Number(attribute(tag, name) ?? 0)
      if (index > 0) tag = withAttribute(tag, name, String(goneIndexes.has(index) ? 0 : newIndex(index)))
    }
    if (tag !== openTag(xml, view)) splices.push({ start: view.start, end: view.openEnd, text: tag })
  }
  const names = childNamed(xml, root, 'definedNames')
  if (names) splices.push(...renumberNames(xml, names, goneIndexes, newIndex))
  await pack.splice(workbook.part, splices)

  for (const sheet of gone) {
    await pack.removeRelationship(workbook.part, sheet.relationshipId)
    await removeDrawings(pack, sheet.part)
    await pack.removePart(sheet.part)
  }
}

/** The charts of a sheet that goes, with what programs keep beside them (styles, colours). */
async function removeDrawings(pack: OfficePackage, sheet: string): Promise<void> {
  const drawings = (await pack.relationships(sheet)).filter(({ type }) => type === 'drawing')
  for (const { target: drawing } of drawings) {
    for (const { target: chart, type } of await pack.relationships(drawing)) {
      if (type !== 'chart') continue
      for (const { target: beside, external } of await pack.relationships(chart)) {
        if (!external && pack.has(beside)) await pack.removePart(beside)
      }
      await pack.removePart(chart)
    }
    await pack.removePart(drawing)
  }
}

function renumberNames(
  xml: string,
  names: ReturnType<typeof rootOf>,
  goneIndexes: ReadonlySet<number>,
  newIndex: (index: number) => number,
): readonly Splice[] {
  const children = childrenOf(xml, names)
  const splices: Splice[] = []
  let left = children.length
  for (const child of children) {
    const tag = openTag(xml, child)
    const local = attribute(tag, 'localSheetId')
    if (local === undefined) continue
    const index = Number(local)
    if (goneIndexes.has(index)) {
      left--
      splices.push({ start: child.start, end: child.end, text: '' })
    } else if (newIndex(index) !== index) {
      const text = withAttribute(tag, 'localSheetId', String(newIndex(index)))
      splices.push({ start: child.start, end: child.openEnd, text })
    }
  }
  return left === 0 ? [{ start: names.start, end: names.end, text: '' }] : splices
}

/** A sheet name Excel takes: at most 31 characters, none of `[]:*?/\`, no `'` at either end, not used, not 历史记录. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted.replace(/[[\]:*?/\\]|\p{Cc}/gu, '').replace(/^'+|'+$/g, '') || '贷后'
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let i = 1; ; i++) {
    const suffix = i === 1 ? '' : ` (${i})`
    const name = clean.slice(0, 31 - suffix.length) + suffix
    if (!used.has(name.toLowerCase()) && name.toLowerCase() !== 'history') return name
  }
}
