import type { Ledger, RecordEntry, Table } from '@postloan/core/ledger'
import { readRecord, readSheet, registersIn, sheetOf } from '@postloan/core/ledger'
import type { PageMatter, Policy } from '@postloan/core/policy'

import { locateField } from '../page-map/findPageMap.ts'
import type { MappedField, PageMap } from '../page-map/pageMapSchema.ts'
import type { JoinedPage, PlacedField } from './joinFrames.ts'
import { matterOfPage, matterOfSection, mattersAround } from './mattersOf.ts'
import { totalRows } from './totalRows.ts'
import type { KnownGrid } from './types.ts'

export interface ReadPage {
  readonly ledger: Ledger
  /** Index into `ledger.tables` of the one record that the page's fields make; -1 where they make none. */
  readonly record: number
  /** By id of a field of the page. */
  readonly meanings: ReadonlyMap<string, Meaning>
  /** By index into `ledger.tables`: the grid that the table was read from. */
  readonly gridOf: ReadonlyMap<number, KnownGrid>
  /** By index into `ledger.tables`: field key → field of the page. */
  readonly fieldsOf: ReadonlyMap<number, ReadonlyMap<string, PlacedField>>
  readonly mapped: ReadonlyMap<string, MappedField>
}

export interface Meaning {
  readonly key: string
  readonly confidence: number
  readonly reasons: readonly string[]
  readonly mapped: boolean
}

/** Keys by which a row of a grid belongs to the loan that the page shows. */
const joining = ['loanNo', 'contractNo', 'customerId', 'customerName'] as const

/** A page as a ledger: its fields as one loan, its grids as the tables they are. */
export function readPage(page: JoinedPage, policy: Policy, map: PageMap | null, today: number): ReadPage {
  const mapped = mappedFields(page.fields, map)
  const meanings = new Map<string, Meaning>()
  const fieldsOf = new Map<number, ReadonlyMap<string, PlacedField>>()
  const gridOf = new Map<number, KnownGrid>()
  const tables: Table[] = []
  const take = (table: Table, fields: readonly PlacedField[]): void => {
    const own = new Map<string, PlacedField>()
    for (const { column, field: key, confidence, reasons } of table.reading.columns) {
      const placed = fields[column]
      if (!placed || key === null) continue
      own.set(key, placed)
      const byMap = mapped.has(placed.id)
      meanings.set(placed.id, {
        key,
        confidence: byMap ? 1 : Math.round(confidence * placed.field.confidence * 100) / 100,
        reasons,
        mapped: byMap,
      })
    }
    fieldsOf.set(tables.length, own)
    tables.push(table)
  }

  const matter = matterOfPage(page)
  const entryFor = (placed: PlacedField): RecordEntry =>
    entryOf(placed, mapped.get(placed.id), policy, map?.only === true, matter)
  const entries = page.fields.map(entryFor)
  const loan = readRecord(entries, policy, { name: page.title, table: '借据', asOf: today })
  if (loan && loan.rowCount > 0) take(loan, page.fields)
  // What is no field of a loan may be one of a register: the collateral or the guarantor that the page is about.
  const unmeant = (): readonly PlacedField[] => page.fields.filter(({ id }) => !meanings.has(id))
  const about = [matter, ...page.fields.map(({ field }) => field.section ?? '').map(matterOfSection)]
  const registers = registersIn(
    unmeant().map(entryFor),
    policy,
    [...new Set(about)].flatMap((one) => one ?? []),
  )
  for (const table of registers) {
    if (table === '借据') continue
    const rest = unmeant()
    const register = readRecord(rest.map(entryFor), policy, { name: page.title, table, asOf: today })
    if (register && register.rowCount > 0) take(loan ? withKeys(register, loan) : register, rest)
  }
  for (const grid of page.grids) {
    for (const table of readGrid(grid, policy, today, loan, gridOfMap(grid, map))) {
      gridOf.set(tables.length, grid)
      tables.push(table)
    }
  }
  return {
    ledger: { asOf: { day: today, from: 'choice', conflicts: [] }, tables, notTables: [] },
    record: loan && loan.rowCount > 0 ? 0 : -1,
    meanings,
    gridOf,
    fieldsOf,
    mapped,
  }
}

function mappedFields(fields: readonly PlacedField[], map: PageMap | null): ReadonlyMap<string, MappedField> {
  const found = new Map<string, MappedField>()
  for (const wanted of map?.fields ?? []) {
    const placed = locateField(wanted.at, fields)
    if (placed) found.set(placed.id, wanted)
  }
  return found
}

function entryOf(
  { field }: PlacedField,
  mapped: MappedField | undefined,
  policy: Policy,
  onlyMapped: boolean,
  matter: PageMatter | null,
): RecordEntry {
  // 7.65‰: the unit counts as one of the label, since it says what the figure is of
  const [, perMille] = /^([\d.,\s]+)‰$/.exec(field.value) ?? []
  const unit = mapped?.unit ?? field.unit?.replaceAll(/[（(）)]/g, '') ?? (perMille ? '‰' : undefined)
  const hasUnit = unit === undefined || field.label.includes(unit)
  const known = mapped
    ? (policy.fields.find(({ key, name }) => key === mapped.field || name === mapped.field)?.key ?? null)
    : onlyMapped
      ? null
      : undefined
  return {
    label: hasUnit ? field.label : `${field.label}(${unit})`,
    ...(field.section ? { group: field.section } : {}),
    value: perMille && unit === '‰' ? perMille : field.value,
    about: mattersAround(field.section, matter),
    ...(known === undefined ? {} : { field: known }),
  }
}

/** A grid's rows keep their places: the sheet's row 1 is the header, row 2 the grid's first. */
function readGrid(
  known: KnownGrid,
  policy: Policy,
  today: number,
  loan: Table | null,
  mapped: MappedGrid | null,
): readonly Table[] {
  const { grid } = known
  if (grid.rows.length === 0 || grid.columns.length < 2) return []
  const totals = new Set(totalRows(grid.rows))
  const blank = grid.columns.map(() => '')
  const rows = grid.rows.map((row, at) => (totals.has(at) ? blank : row))
  const sheet = sheetOf([grid.columns, ...rows], { name: grid.title ?? known.id })
  const columns = mapped ? columnsOf(grid.columns, mapped, policy) : null
  const choice = {
    headerRows: [1, 1],
    ...(mapped && columns ? { table: mapped.table, columns } : {}),
  } as const
  const read = readSheet('', sheet, policy, choice, today)
  return read.tables.map((table) => (table.name === '借据' || !loan ? table : withKeys(table, loan)))
}

type MappedGrid = NonNullable<PageMap['grids']>[number]

/** The map's word on a grid: by its title or by any of its columns, and by its place on the page. */
function gridOfMap({ grid }: KnownGrid, map: PageMap | null): MappedGrid | null {
  const wanted = (map?.grids ?? []).find(
    ({ at: { label, selector } }) =>
      (label !== undefined && (grid.title === label || grid.columns.includes(label))) ||
      (selector !== undefined && grid.locator.selector === selector),
  )
  return wanted ?? null
}

function columnsOf(
  columns: readonly string[],
  mapped: MappedGrid,
  policy: Policy,
): Readonly<Record<number, string | null>> {
  const chosen: Record<number, string | null> = {}
  columns.forEach((column, at) => {
    const wanted = Object.hasOwn(mapped.columns, column) ? mapped.columns[column] : undefined
    if (wanted === undefined) return
    chosen[at] = policy.fields.find(({ key, name }) => key === wanted || name === wanted)?.key ?? null
  })
  return chosen
}

/** Rows of a register on a loan's page are this loan's: where they name no loan themselves they take its numbers. */
function withKeys(table: Table, loan: Table): Table {
  const columns = new Map(table.columns)
  for (const key of joining) {
    if (columns.has(key)) continue
    const own = loan.columns.get(key)
    if (own?.kind !== 'text' || (own.codes[0] ?? -1) < 0) continue
    columns.set(key, { ...own, codes: new Int32Array(table.rowCount).fill(own.codes[0] ?? -1) })
  }
  return { ...table, columns }
}
