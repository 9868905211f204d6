import type { Column } from '../../table/index.ts'

/** A plain value, null for blank, undefined for unknown. */
export type Cell = number | string | boolean | null | undefined

export function columnOfCells(kind: Column['kind'], cells: readonly Cell[]): Column {
  const mask = cells.includes(undefined)
    ? { unknown: Uint8Array.from(cells, (cell) => (cell === undefined ? 1 : 0)) }
    : {}
  switch (kind) {
    case 'text': {
      const dictionary: string[] = []
      const codes = Int32Array.from(cells, (cell) => {
        if (typeof cell !== 'string') return -1
        const before = dictionary.indexOf(cell)
        return before >= 0 ? before : dictionary.push(cell) - 1
      })
      return { kind, codes, dictionary, ...mask }
    }
    case 'boolean':
      return {
        kind,
        values: Uint8Array.from(cells, (cell) => (typeof cell === 'boolean' ? Number(cell) : 2)),
        ...mask,
      }
    case 'number':
    case 'date':
      return {
        kind,
        values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
        ...mask,
      }
  }
}
