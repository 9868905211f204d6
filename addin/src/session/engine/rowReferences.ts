import type { Finding } from '@postloan/core/check'

interface SpokenOf {
  readonly table: number
  /** The sheet's own row number, from 1. */
  readonly sheetRow: number
}

interface Speaker {
  readonly table: number
  readonly row: number
}

/** Which rows the findings of other rows speak of: the flags of those change with them. */
export class RowReferences {
  readonly #spoken = new Map<string, SpokenOf[]>()
  readonly #speakers = new Map<string, Map<string, Speaker>>()

  add(finding: Finding): void {
    const places = [
      ...(finding.alsoRows ?? []).map((sheetRow) => ({ table: finding.table, sheetRow })),
      ...(finding.alsoIn ?? []).map(({ table, row }) => ({ table, sheetRow: row })),
    ]
    if (places.length === 0) return
    const speaker = { table: finding.table, row: finding.tableRow }
    const name = nameOf(speaker.table, speaker.row)
    this.#spoken.set(name, [...(this.#spoken.get(name) ?? []), ...places])
    for (const place of places) {
      const at = nameOf(place.table, place.sheetRow)
      const known = this.#speakers.get(at) ?? new Map<string, Speaker>()
      this.#speakers.set(at, known.set(name, speaker))
    }
  }

  drop(rows: readonly Speaker[]): void {
    for (const { table, row } of rows) {
      const name = nameOf(table, row)
      for (const place of this.#spoken.get(name) ?? []) {
        this.#speakers.get(nameOf(place.table, place.sheetRow))?.delete(name)
      }
      this.#spoken.delete(name)
    }
  }

  rowsSpokenOf(rows: readonly Speaker[]): readonly SpokenOf[] {
    return rows.flatMap(({ table, row }) => this.#spoken.get(nameOf(table, row)) ?? [])
  }

  speaking(table: number, sheetRow: number): Iterable<Speaker> {
    return this.#speakers.get(nameOf(table, sheetRow))?.values() ?? []
  }
}

function nameOf(table: number, row: number): string {
  return `${table}/${row}`
}
