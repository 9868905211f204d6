import {
  type AnnotationNote,
  type AnnotationReport,
  type OwnCell,
  ownColumns,
  OWN_PREFIX,
} from './annotation.ts'
import { ClearSheet } from './clearSheet.ts'
import { messages } from './messages.ts'
import { openEditable } from './openEditable.ts'
import type { KeptCells } from './ownCells.ts'
import { OfficePackage } from './package/officePackage.ts'
import { workbookPartOf } from './package/refusePackage.ts'
import { findPattern, patternOf } from './package/rowBytes.ts'
import { type WorkbookFacts, readWorkbookPart, removeSheets } from './package/workbookPart.ts'
import { openWorkbook } from './read/openWorkbook.ts'
import { type OwnLayout, editedCells, findOwnColumns, isOwnSheet } from './readOwnCells.ts'
import { type AnnotationRecord, type FoundRecord, findRecord } from './record.ts'
import { packEdited } from './sheetSource.ts'
import { type WorkbookError, WorkbookFault, settleFault } from './workbookError.ts'
import { type Codec, inflateEntry } from './zip/index.ts'

export interface ClearOptions {
  readonly fileName?: string
  /** Leave cells that a person wrote into our columns, under their headers. */
  readonly keepEdited: boolean
  readonly level?: number
}

export type ClearResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly report: AnnotationReport }
  | { readonly ok: false; readonly error: WorkbookError }

/**
 * Takes our annotations off a copy of a workbook: columns, sheets, styles, conditional formats and the record. A file
 * nobody saved in between is as it was before, part for part; one that was saved by another program loses what is ours
 * and nothing else. The report lists what people had written into our columns, kept or dropped.
 */
export async function clearWorkbook(
  bytes: Uint8Array,
  codec: Codec,
  options: ClearOptions,
): Promise<ClearResult> {
  const fileName = options.fileName ?? ''
  try {
    const cleared = await clearPackage(bytes, codec, {
      takeKept: false,
      keepEdited: options.keepEdited,
      fileName,
    })
    const report: AnnotationReport = {
      rows: 0,
      columns: {},
      sheetsAdded: [],
      kept: options.keepEdited ? cleared.keptCells : [],
      dropped: options.keepEdited ? [] : cleared.keptCells,
      notes: cleared.found
        ? cleared.notes
        : [{ code: 'nothingToClear', message: messages.annotation.nothingToClear }],
    }
    const result = cleared.found ? await cleared.pack.build(options.level ?? 6) : bytes
    return { ok: true, bytes: result, report }
  } catch (caught) {
    return { ok: false, error: settleFault(caught, fileName) }
  }
}

export interface Cleared {
  readonly pack: OfficePackage
  readonly workbookPart: string
  readonly found: boolean
  /** What people wrote, to be written again (when asked for). */
  readonly kept: KeptCells
  readonly keptCells: readonly OwnCell[]
  readonly notes: readonly AnnotationNote[]
}

interface PackageClearing {
  /** Hand out what people wrote, to be put back by the next writing. */
  readonly takeKept: boolean
  readonly keepEdited?: boolean
  readonly fileName: string
}

/** As `clearWorkbook`, but leaves the package open for more. Throws `WorkbookFault`. */
export async function clearPackage(
  bytes: Uint8Array,
  codec: Codec,
  options: PackageClearing,
): Promise<Cleared> {
  const pack = new OfficePackage(openEditable(bytes), codec)
  const workbookPart = await workbookPartOf(pack)
  const facts = await readWorkbookPart(pack, workbookPart)
  const record = await findRecord(pack, workbookPart)
  if (!record && !(await looksAnnotated(pack, facts))) {
    return { pack, workbookPart, found: false, kept: new Map(), keptCells: [], notes: [] }
  }
  const ours = await findOurs(bytes, options.fileName, codec)
  const clearing = new Clearing(pack, facts, record, options)
  await clearing.sheets(ours)
  await clearing.rest(ours)
  pack.forgetUndo()
  return {
    pack,
    workbookPart,
    found: clearing.found,
    kept: clearing.kept,
    keptCells: clearing.keptCells,
    notes: [],
  }
}

/** What is ours in a sheet. */
interface OurSheet {
  readonly name: string
  /** The whole sheet is. */
  readonly isOwn: boolean
  readonly layout: OwnLayout | null
  readonly edited: readonly OwnCell[]
}

/** Reads the workbook and keeps only this of it: the cells would take much room while sheets are written. */
async function findOurs(bytes: Uint8Array, fileName: string, codec: Codec): Promise<readonly OurSheet[]> {
  const opened = await openWorkbook(bytes, fileName, codec)
  if (!opened.ok) throw new WorkbookFault(opened.error.code)
  return opened.workbook.sheets.map((sheet) => {
    const isOwn = isOwnSheet(sheet)
    const layout = isOwn ? null : findOwnColumns(sheet)
    return { name: sheet.name, isOwn, layout, edited: layout ? editedCells(sheet, layout) : [] }
  })
}

/** Signs of us in a file without a record: a sheet named by us, or one of our headers among the texts. */
async function looksAnnotated(pack: OfficePackage, facts: WorkbookFacts): Promise<boolean> {
  if (facts.sheets.some((sheet) => sheet.name.startsWith(OWN_PREFIX))) return true
  const texts = (await pack.relationships(facts.part)).find((one) => one.type === 'sharedStrings')?.target
  if (texts === undefined || !pack.has(texts)) return false
  const bytes = await inflateEntry(pack.entry(texts), pack.codec)
  return findPattern(bytes, patternOf(ownColumns.level.title), 0, bytes.length) >= 0
}

class Clearing {
  found: boolean
  readonly kept = new Map<string, ClearSheet['kept']>()
  readonly keptCells: OwnCell[] = []
  readonly #pack: OfficePackage
  readonly #facts: WorkbookFacts
  readonly #record: FoundRecord | null
  readonly #options: PackageClearing
  #formulaGone = false

  constructor(
    pack: OfficePackage,
    facts: WorkbookFacts,
    record: FoundRecord | null,
    options: PackageClearing,
  ) {
    this.#pack = pack
    this.#facts = facts
    this.#record = record
    this.#options = options
    this.found = record !== null
  }

  async sheets(ours: readonly OurSheet[]): Promise<void> {
    const keepEdited = this.#options.keepEdited ?? false
    for (const { name, layout, edited } of ours) {
      const entry = this.#facts.sheets.find((one) => one.name === name)
      if (!layout || entry?.type !== 'worksheet') continue
      this.found = true
      this.keptCells.push(...edited)
      const places = new Set(edited.map((cell) => `${cell.row} ${cell.column}`))
      const undo = this.#record?.record?.sheets.find((one) => one.part === entry.part) ?? null
      const makeEdit = () =>
        new ClearSheet({
          layout,
          undo,
          isEdited: (row, column) => places.has(`${row} ${column}`),
          editedColumns: new Set(edited.map((cell) => cell.column)),
          keepEdited,
          crc32: (part) => this.#pack.codec.crc32(part),
        })
      // Written again at once when annotating: then packing it well would be for nothing.
      const level = this.#options.takeKept ? 1 : 6
      const { entry: packed, edit } = await packEdited(this.#pack, entry.part, makeEdit, level)
      this.#pack.setEntry(packed)
      this.#formulaGone ||= edit.formulaGone
      if (this.#options.takeKept) this.kept.set(name, edit.kept)
    }
  }

  /** Our sheets, styles and record. */
  async rest(ours: readonly OurSheet[]): Promise<void> {
    const record = this.#record?.record ?? null
    if (record && this.#isAsWeLeftIt(record)) await this.#takeBack(record)
    else await this.#takeOff(ours)
    if (this.#formulaGone) await this.#dropCalculationChain()
  }

  #isAsWeLeftIt(record: AnnotationRecord): boolean {
    const isSame = ({ part, crc }: { part: string; crc: number }) =>
      this.#pack.has(part) && this.#pack.entry(part).crc === crc
    return record.parts.every(isSame) && record.addedParts.every((part) => this.#pack.has(part))
  }

  async #takeBack(record: AnnotationRecord): Promise<void> {
    for (const part of record.addedParts) this.#pack.remove(part)
    const stylesAreOurs =
      !(this.#options.keepEdited && this.keptCells.length > 0) &&
      Object.entries(record.untouched).every(
        ([part, crc]) => this.#pack.has(part) && this.#pack.entry(part).crc === crc,
      )
    for (const undo of record.parts) {
      // Styles stay while someone may still use them.
      if (undo.part === this.#facts.stylesPart && !stylesAreOurs) continue
      await this.#pack.undo(undo)
    }
  }

  async #takeOff(sheets: readonly OurSheet[]): Promise<void> {
    const ours = new Set(sheets.filter((sheet) => sheet.isOwn).map((sheet) => sheet.name))
    const gone = this.#facts.sheets.filter((sheet) => ours.has(sheet.name) && sheet.type === 'worksheet')
    // A workbook needs one sheet that is not ours.
    if (gone.length < this.#facts.sheets.length && gone.length > 0) {
      this.found = true
      await removeSheets(this.#pack, this.#facts, gone)
    }
    if (!this.#record) return
    const { item, relationshipId } = this.#record
    for (const one of await this.#pack.relationships(item)) await this.#pack.removePart(one.target)
    await this.#pack.removePart(item)
    await this.#pack.removeRelationship(this.#facts.part, relationshipId)
  }

  /** The chain is a cache that Excel makes anew; one that names a cell without a formula makes it repair the file. */
  async #dropCalculationChain(): Promise<void> {
    const chain = (await this.#pack.relationships(this.#facts.part)).find((one) => one.type === 'calcChain')
    if (!chain) return
    await this.#pack.removeRelationship(this.#facts.part, chain.id)
    await this.#pack.removePart(chain.target)
  }
}
