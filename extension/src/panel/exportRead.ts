import { maskWithin } from '@postloan/core/check'

import type { FrameStands } from '../background/panelMessages.ts'
import type { PageView } from '../engine/index.ts'
import { totalRows } from '../engine/totalRows.ts'
import type { Locator, Place } from '../protocol/index.ts'

/** What was read on a page, for support and for tests: personal numbers are masked, everything else is as it was read. */
export function exportRead(view: PageView, version: string, places: readonly FrameStands[]): string {
  const stands = new Map(
    places.flatMap(({ frameId, stands: all }) => all.map((one) => [`${frameId} ${one.key}`, one])),
  )
  const standsOf = (
    frame: number,
    key: string,
    locator: Locator,
  ): { readonly locator: Locator; readonly place: Place | null } => {
    const found = stands.get(`${frame} ${key}`)
    return {
      locator: { ...locator, ...(found && { selector: found.selector }) },
      place: found?.place ?? null,
    }
  }
  const data = {
    document: 'postloan.page',
    format: 1,
    version,
    asOf: view.asOf,
    kind: view.kind,
    title: view.title,
    map: view.map?.id ?? null,
    fields: view.fields.map(({ frameId, field, meaning, confidence, reasons, mapped, required, shown }) => ({
      label: field.label,
      value: shown,
      field: meaning?.key ?? null,
      name: meaning?.name ?? null,
      confidence,
      required: field.required,
      asked: required,
      ...(field.requiredBy === undefined ? {} : { requiredBy: field.requiredBy }),
      kind: field.kind,
      family: field.family,
      editable: field.editable,
      hidden: field.hidden ?? false,
      unit: field.unit ?? null,
      section: field.section ?? null,
      frame: frameId,
      mapped,
      ...standsOf(frameId, field.key, field.locator),
      reasons,
    })),
    grids: view.grids.map(({ frameId, grid }) => ({
      title: grid.title ?? null,
      columns: grid.columns,
      rows: grid.rows.map((row) => row.map((cell) => maskWithin(cell))),
      totals: totalRows(grid.rows),
      family: grid.family,
      frame: frameId,
      ...standsOf(frameId, grid.key, grid.locator),
    })),
    frames: view.frames,
    items: view.items.map(({ kind, level, label, words, text }) => ({ kind, level, label, words, text })),
  }
  // whatever it stands in: a title, a label, a selector
  const masked = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? maskWithin(value) : value
  return `${JSON.stringify(data, masked, 2)}\n`
}
