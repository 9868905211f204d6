import { tellConditions } from '../../extension/src/engine/tellConditions.ts'
import type { PageReport } from '../../extension/src/protocol/report.ts'
import type { PageTruth } from './truth.ts'

export interface PageScore {
  readonly fields: number
  readonly found: number
  readonly missed: readonly string[]
  /** Read, but not on the page by the author's list. */
  readonly extra: readonly string[]
  /** Asked for by the reader and not by the author, or the other way round. */
  readonly alarms: readonly string[]
  readonly grids: readonly string[]
}

const bare = (text: string): string => text.replaceAll(/\s/gu, '').replaceAll('（', '(').replaceAll('）', ')')

/** Compares what was read with what the author of the page says is there. */
export function scorePage(report: PageReport, truth: PageTruth): PageScore {
  const left = tellConditions(report.fields).map((field) => ({ field, taken: false }))
  const missed: string[] = []
  const alarms: string[] = []
  for (const real of truth.fields) {
    const match =
      left.find(
        ({ field, taken }) =>
          !taken && bare(field.label) === bare(real.label) && bare(field.value) === bare(real.value),
      ) ?? left.find(({ field, taken }) => !taken && bare(field.label) === bare(real.label))
    if (!match) {
      missed.push(`${real.label} = ${real.value}: not found`)
      continue
    }
    match.taken = true
    const { field } = match
    const value = bare(field.value)
    const wanted = bare(real.value)
    const unit = bare(real.unit ?? '')
    if (value !== wanted && value !== wanted + unit)
      missed.push(`${real.label}: ${field.value} for ${real.value}`)
    else if (real.unit && field.unit !== real.unit && value !== wanted + unit)
      missed.push(`${real.label}: unit ${field.unit ?? 'none'} for ${real.unit}`)
    if ((field.required === 'yes') !== (real.required ?? false))
      alarms.push(`${real.label}: ${field.required}`)
  }
  const extra = left.filter(({ taken }) => !taken).map(({ field }) => `${field.label} = ${field.value}`)
  const grids: string[] = []
  for (const real of truth.grids) {
    const columns = real.columns.map(bare)
    const match = report.grids.find((grid) =>
      columns.every((column) => grid.columns.map(bare).includes(column)),
    )
    if (!match) {
      grids.push(`${real.columns.join(' ')}: not found`)
      continue
    }
    if (match.rowCount !== real.rows)
      grids.push(`${real.columns.join(' ')}: ${match.rowCount} rows for ${real.rows}`)
    const first = columns.map((column) =>
      bare(match.rows[0]?.[match.columns.map(bare).indexOf(column)] ?? ''),
    )
    const wanted = real.firstRow.map(bare)
    if (first.join('|') !== wanted.join('|')) grids.push(`${first.join('|')} for ${wanted.join('|')}`)
  }
  const spare = report.grids.length - truth.grids.length
  if (spare > 0) grids.push(`${spare} more than there are`)
  return {
    fields: truth.fields.length,
    found: truth.fields.length - missed.length,
    missed,
    extra,
    alarms,
    grids,
  }
}
