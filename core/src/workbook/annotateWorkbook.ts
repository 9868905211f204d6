import { columnLetters } from '../table/index.ts'
import { addOwnCharts } from './addOwnCharts.ts'
import { AnnotateSheet } from './annotateSheet.ts'
import {
  type AnnotationNote,
  type AnnotationPlan,
  type AnnotationReport,
  type SheetAnnotation,
  ownColumnKeys,
} from './annotation.ts'
import { clearPackage } from './clearWorkbook.ts'
import { messages } from './messages.ts'
import type { KeptCell, KeptCells, SheetStyles } from './ownCells.ts'
import { conditionalStyles, ledgerStyles, sheetStyles } from './ownStyles.ts'
import { type StyleIds, MINIMAL_STYLES, appendStyles } from './package/appendStyles.ts'
import { LAST_COLUMN } from './package/cellName.ts'
import type { OfficePackage } from './package/officePackage.ts'
import { type WorkbookFacts, addSheet, freeSheetName, readWorkbookPart } from './package/workbookPart.ts'
import { addRecordParts, writeRecord } from './record.ts'
import { packEdited } from './sheetSource.ts'
import type { SheetUndo } from './sheetUndo.ts'
import { type WorkbookError, WorkbookFault, settleFault } from './workbookError.ts'
import { writeOwnSheet } from './writeOwnSheet.ts'
import { type Codec, joinBytes } from './zip/index.ts'

export interface AnnotateOptions {
  /** For error messages. */
  readonly fileName?: string
  /** Deflate level 1–9; 2 unless told: half the time of 6, and about a fifth larger. */
  readonly level?: number
}

export type AnnotateResult =
  | {
      readonly ok: true
      /** The file, joined from its pieces when asked for. */
      readonly bytes: Uint8Array
      /** The file in pieces, to be written one after the other. */
      readonly pieces: readonly Uint8Array[]
      readonly report: AnnotationReport
    }
  | { readonly ok: false; readonly error: WorkbookError }

/**
 * Writes annotations into a copy of a workbook: our columns right of each table, our sheets at the end, our styles and
 * conditional formats; every other part keeps its bytes. Earlier annotations of ours are replaced, and cells of our
 * columns that a person wrote are kept. Errors (signed, encrypted, strict, no .xlsx …) are values: such a file gets
 * `writeAnnotationWorkbook` instead.
 */
export async function annotateWorkbook(
  bytes: Uint8Array,
  plan: AnnotationPlan,
  codec: Codec,
  options: AnnotateOptions = {},
): Promise<AnnotateResult> {
  const fileName = options.fileName ?? ''
  try {
    const level = options.level ?? 2
    const cleared = await clearPackage(bytes, codec, { takeKept: true, fileName })
    const { pack, workbookPart } = cleared
    const { facts, added } = await withStyles(pack, workbookPart)
    const writing = new Writing(pack, facts, plan, level, added)
    await writing.sheets(cleared.kept)
    await writing.ownSheets()
    await writing.record()
    const report: AnnotationReport = {
      rows: writing.rows,
      columns: writing.columns,
      sheetsAdded: writing.sheetsAdded,
      kept: cleared.keptCells,
      dropped: [],
      notes: [...cleared.notes, ...writing.notes],
    }
    const pieces = await pack.pieces(level)
    return {
      ok: true,
      get bytes() {
        return joinBytes(pieces)
      },
      pieces,
      report,
    }
  } catch (caught) {
    return { ok: false, error: settleFault(caught, fileName) }
  }
}

/** The workbook's facts, after giving it a style part where it has none; `added` names that part. */
export async function withStyles(
  pack: OfficePackage,
  workbookPart: string,
): Promise<{ facts: WorkbookFacts; added: readonly string[] }> {
  const facts = await readWorkbookPart(pack, workbookPart)
  if (facts.stylesPart !== null && pack.has(facts.stylesPart)) return { facts, added: [] }
  const part = pack.freeName((i) => (i === 1 ? 'xl/styles.xml' : `xl/styles${i}.xml`))
  pack.setText(part, MINIMAL_STYLES)
  await pack.addContentType(part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml')
  await pack.addRelationship(workbookPart, 'styles', part)
  return { facts: { ...facts, stylesPart: part }, added: [part] }
}

/** One writing into one package, step by step. */
export class Writing {
  rows = 0
  readonly columns: Record<string, string> = {}
  readonly sheetsAdded: string[] = []
  readonly notes: AnnotationNote[] = []
  readonly #pack: OfficePackage
  readonly #workbook: WorkbookFacts
  readonly #plan: AnnotationPlan
  readonly #level: number
  readonly #undo: SheetUndo[] = []
  readonly #added: string[]
  #styles: StyleIds | null = null

  constructor(
    pack: OfficePackage,
    workbook: WorkbookFacts,
    plan: AnnotationPlan,
    level: number,
    added: readonly string[],
  ) {
    this.#added = [...added]
    this.#pack = pack
    this.#workbook = workbook
    this.#plan = plan
    this.#level = level
  }

  async sheets(kept: KeptCells): Promise<void> {
    for (const annotation of this.#plan.sheets) {
      const sheet = this.#workbook.sheets.find((one) => one.name === annotation.sheet)
      if (!sheet || sheet.type !== 'worksheet')
        throw new WorkbookFault('sheetMissing', { sheet: annotation.sheet })
      await this.#sheet(annotation, sheet.part, kept.get(annotation.sheet) ?? new Map())
    }
  }

  async #sheet(
    annotation: SheetAnnotation,
    part: string,
    kept: ReadonlyMap<number, readonly KeptCell[]>,
  ): Promise<void> {
    const place = { sheet: annotation.sheet }
    const { cells, conditional } = await this.#styleIds()
    const styles = { ...pickStyles(cells), conditional }
    const { codec } = this.#pack
    const { date1904 } = this.#workbook
    const job = {
      annotation,
      styles,
      kept,
      date1904,
      asOf: this.#plan.asOf,
      crc32: (bytes: Uint8Array) => codec.crc32(bytes),
    }
    let first = annotation.firstFreeColumn
    let create: readonly number[] = []
    // At most: once to find what is in the way, once to find missing rows, once for both.
    for (let run = 0; run < 5; run++) {
      if (first < 0 || first + ownColumnKeys.length - 1 > LAST_COLUMN)
        throw new WorkbookFault('noRoom', place)
      const [firstNow, createNow] = [first, create]
      const makeEdit = () => new AnnotateSheet(job, firstNow, createNow)
      const { entry, edit } = await packEdited(this.#pack, part, makeEdit, this.#level)
      if (edit.inTheWay) {
        first = edit.freeColumn
      } else if (edit.unseen.length > 0) {
        create = [...create, ...edit.unseen].toSorted((a, b) => a - b)
      } else {
        this.#pack.setEntry(entry)
        this.#undo.push(edit.undo(annotation.sheet, part))
        this.rows += edit.rowsWritten
        const last = first + ownColumnKeys.length - 1
        this.columns[annotation.sheet] = `${columnLetters(first)}:${columnLetters(last)}`
        if (first > annotation.firstFreeColumn) this.#note('movedRight', annotation.sheet)
        if (edit.isProtected) this.#note('sheetProtected', annotation.sheet)
        return
      }
    }
    throw new WorkbookFault('corruptPart', place)
  }

  async ownSheets(): Promise<void> {
    if (this.#workbook.structureLocked && this.#plan.ownSheets.length > 0) {
      this.#note('structureLocked')
      return
    }
    for (const sheet of this.#plan.ownSheets) {
      const { sheets } = await readWorkbookPart(this.#pack, this.#workbook.part)
      const name = freeSheetName(
        sheet.name,
        sheets.map((one) => one.name),
      )
      const { xml, names } = writeOwnSheet(sheet, (await this.#styleIds()).cells, this.#workbook.date1904)
      const entry = await addSheet(this.#pack, this.#workbook, name, xml, names)
      this.#added.push(entry.part, ...(await addOwnCharts(this.#pack, entry.part, { ...sheet, name })))
      this.sheetsAdded.push(name)
    }
  }

  /** Leaves the record of all this in the workbook. */
  async record(): Promise<void> {
    const touched = new Set(this.#undo.map((undo) => undo.part))
    const others = this.#workbook.sheets.filter(
      (sheet) => !touched.has(sheet.part) && this.#pack.has(sheet.part),
    )
    const untouched = Object.fromEntries(
      others.map((sheet) => [sheet.part, this.#pack.entry(sheet.part).crc]),
    )
    const added = await addRecordParts(this.#pack, this.#workbook.part)
    const [item] = added
    if (item === undefined) return
    writeRecord(this.#pack, item, {
      version: 1,
      sheets: this.#undo,
      addedParts: [...this.#added, ...added],
      parts: this.#pack.undoOf(this.#pack.splicedParts()),
      untouched,
    })
  }

  async #styleIds(): Promise<StyleIds> {
    const part = this.#workbook.stylesPart
    if (part === null) throw new WorkbookFault('corruptPart', { part: this.#workbook.part })
    const wanted = { ...prefixed('ledger', ledgerStyles), ...prefixed('own', sheetStyles) }
    this.#styles ??= await appendStyles(this.#pack, part, wanted, conditionalStyles)
    return this.#styles
  }

  #note(code: keyof typeof messages.annotation, sheet?: string): void {
    this.notes.push({ code, message: messages.annotation[code], ...(sheet === undefined ? {} : { sheet }) })
  }
}

function prefixed<Value>(prefix: string, values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}-${name}`, value]))
}

function pickStyles(cells: Readonly<Record<string, number>>): Omit<SheetStyles, 'conditional'> {
  const id = (name: keyof typeof ledgerStyles) => cells[`ledger-${name}`] ?? 0
  return {
    group: id('group'),
    header: id('header'),
    level: id('level'),
    text: id('text'),
    day: id('day'),
    owner: id('owner'),
  }
}
