import { mask, maskWithin } from '@postloan/core/check'
import type { Policy } from '@postloan/core/policy'

import { findPageMap } from '../page-map/findPageMap.ts'
import type { PageMap } from '../page-map/pageMapSchema.ts'
import { drawMarks } from './drawMarks.ts'
import { missingItems } from './findItems.ts'
import { isAsked } from './isAsked.ts'
import { joinFrames } from './joinFrames.ts'
import type { JoinedPage } from './joinFrames.ts'
import { loanCells, loanHead } from './loanCells.ts'
import { readPage } from './readPage.ts'
import type { ReadPage } from './readPage.ts'
import type { FrameMarks, KnownField, LoanCells, LoanHead, PageInput } from './types.ts'

/** Fewer fields of ours than this, and the page is not about a loan: a menu, a log-in, somebody else's form. */
const fewestFields = 3

/** What stands on a page, before any rule. */
export interface OpenPage {
  readonly page: JoinedPage
  readonly map: PageMap | null
  readonly read: ReadPage
  readonly kind: 'detail' | 'list' | 'none'
  /** Of the loan that the page's fields make; empty where they make none. */
  readonly cells: LoanCells
  readonly head: LoanHead | null
  readonly fields: readonly KnownField[]
}

export function openPage({
  frames,
  maps,
  policy,
  today,
}: Pick<PageInput, 'frames' | 'policy' | 'maps' | 'today'>): OpenPage {
  const page = joinFrames(frames)
  const map = findPageMap(maps, page.frames)
  const read = readPage(page, policy, map, today)
  const record = read.ledger.tables[read.record]
  const cells = record && read.meanings.size >= (map ? 1 : fewestFields) ? loanCells(record, 0) : {}
  const isDetail = Object.keys(cells).length > 0
  const isList = [...read.gridOf.keys()].some((at) => read.ledger.tables[at]?.name === '借据')
  return {
    page,
    map,
    read,
    kind: isDetail ? 'detail' : isList ? 'list' : 'none',
    cells,
    head: loanHead(cells),
    fields: knownFields(page, read, policy, cells, today),
  }
}

/** Where something has to be filled in, without any rule: known before the rules of a woken worker have run. */
export function firstMarks({ page, read, kind, fields }: OpenPage): readonly FrameMarks[] {
  return kind === 'detail' ? drawMarks(missingItems(fields, read), page.frames) : []
}

function knownFields(
  page: JoinedPage,
  read: ReadPage,
  policy: Policy,
  cells: LoanCells,
  today: number,
): readonly KnownField[] {
  return page.fields.map(({ id, frameId, document, field }) => {
    const meaning = read.meanings.get(id)
    const ours = meaning ? policy.fields.find(({ key }) => key === meaning.key) : undefined
    const asked = read.mapped.get(id)?.required
    return {
      id,
      frameId,
      document,
      field,
      meaning: ours ? { key: ours.key, name: ours.name } : null,
      confidence: meaning?.confidence ?? field.confidence,
      reasons: meaning?.reasons ?? [],
      mapped: meaning?.mapped ?? false,
      required: asked === undefined ? field.required === 'yes' : isAsked(asked, cells, policy, today),
      shown: ours?.privacy ? mask(field.value, ours.privacy) : maskWithin(field.value),
    }
  })
}
