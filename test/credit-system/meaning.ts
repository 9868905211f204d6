import { dayOf } from '@postloan/core/calendar'
import { builtInPolicy } from '@postloan/core/policy'

import { joinFrames } from '../../extension/src/engine/joinFrames.ts'
import { loanCells } from '../../extension/src/engine/loanCells.ts'
import { readPage } from '../../extension/src/engine/readPage.ts'
import type { PageReport } from '../../extension/src/protocol/report.ts'

export interface Understood {
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly editable: boolean
  readonly asked: boolean
  /** Key of the field dictionary that the engine took it for; null where none. */
  readonly key: string | null
  /** What the engine reckons with: 元, ISO days; '' where the text could not be read or is empty. */
  readonly cell: string
}

/** What the engine makes of the frames of one page, without a page map. */
export function understand(reports: readonly PageReport[]): Understood[] {
  const page = joinFrames(reports.map((report, frameId) => ({ frameId, report })))
  const { ledger, meanings, fieldsOf } = readPage(page, builtInPolicy, null, dayOf(2026, 11, 3))
  const cells = new Map<string, string>()
  for (const [index, own] of fieldsOf) {
    const table = ledger.tables[index]
    const row = table ? loanCells(table, 0) : {}
    for (const [key, { id }] of own) cells.set(id, row[key] ?? '')
  }
  return page.fields.map(({ id, field }) => ({
    label: field.label,
    value: field.value,
    unit: field.unit ?? '',
    editable: field.editable,
    asked: field.required === 'yes',
    key: meanings.get(id)?.key ?? null,
    cell: cells.get(id) ?? '',
  }))
}
