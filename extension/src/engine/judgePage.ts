import { formatIsoDay } from '@postloan/core/calendar'
import type { Finding, Result } from '@postloan/core/check'
import { checkLedger } from '@postloan/core/check'
import { applyWaivers } from '@postloan/core/check/waivers/apply'

import { drawMarks } from './drawMarks.ts'
import { findingItems, missingItems, sortItems } from './findItems.ts'
import type { OpenPage } from './openPage.ts'
import type { ReadPage } from './readPage.ts'
import type { FrameMarks, PageInput, PageItem } from './types.ts'

/** What the rules say of a page, before anything that is kept of its loans. */
export interface JudgedPage extends OpenPage {
  readonly kind: 'detail' | 'list'
  /** Without the record where the page's fields are no loan: only its grids are checked then. */
  readonly read: ReadPage
  /** As the rules say it, waivers not looked at. */
  readonly checked: Result
  readonly result: Result
  readonly findings: readonly Finding[]
  readonly items: readonly PageItem[]
}

/** Null where the page is about no loan. */
export function judgePage(
  opened: OpenPage,
  { policy, today, waivers }: Pick<PageInput, 'policy' | 'today' | 'waivers'>,
): JudgedPage | null {
  const { kind, fields } = opened
  if (kind === 'none') return null
  const isDetail = kind === 'detail'
  const read = isDetail ? opened.read : withoutRecord(opened.read)
  const checked = checkLedger(read.ledger, { policy })
  const { result } = applyWaivers(checked, waivers, { policy, today: formatIsoDay(today) })
  const findings = [...result.findings()]
  const items = [...(isDetail ? missingItems(fields, read) : []), ...findingItems(findings, read, policy)]
  return { ...opened, kind, read, checked, result, findings, items }
}

/** Marks of what the rules say and of what has to be filled in. */
export function ruleMarks({ items, page }: JudgedPage): readonly FrameMarks[] {
  return drawMarks(sortItems(items), page.frames)
}

function withoutRecord(read: ReadPage): ReadPage {
  const tables = read.ledger.tables.map((table, at) =>
    read.gridOf.has(at)
      ? table
      : { ...table, rowCount: 0, columns: new Map(), sheetRows: new Uint32Array(0) },
  )
  return { ...read, ledger: { ...read.ledger, tables } }
}
