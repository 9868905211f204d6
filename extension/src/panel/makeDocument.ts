import { parseIsoDay } from '@postloan/core/calendar'
import { checkLedger } from '@postloan/core/check'
import { readSheet, sheetOf } from '@postloan/core/ledger'
import { webCodec } from '@postloan/core/workbook'

import type { PageView } from '../engine/index.ts'
import { loanRows } from '../engine/index.ts'
import type { PolicyOfPacks } from '../policy/policyOf.ts'
import { panelWords as words } from './messages.ts'

export type MadeFile =
  | { readonly ok: true; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string }

/** The checklist of the loan in front as a .docx, with what page and ledger prove and what the person has answered. */
export async function makeChecklistFile(view: PageView, inForce: PolicyOfPacks): Promise<MadeFile> {
  const list = view.checklist
  if (!list) return { ok: false, message: words.documentNone }
  const { policy, lists } = inForce
  const today = parseIsoDay(view.asOf)
  const sheet = sheetOf(loanRows([view.cells], policy), { name: view.title })
  const { tables } = readSheet('', sheet, policy, { table: '借据', headerRows: [1, 1] }, today)
  const ledger = { asOf: { day: today, from: 'choice', conflicts: [] } as const, tables, notTables: [] }
  // Large, and asked for seldom.
  const { prepareDocuments } = await import('@postloan/core/documents')
  const desk = prepareDocuments(ledger, {
    policy,
    result: checkLedger(ledger, { policy }),
    checklists: lists,
    codec: webCodec(),
  })
  const made = await desk.make(
    'checklist',
    { table: 0, row: 0 },
    {
      answers: list.items.flatMap(({ answer }) => answer ?? []),
      ...(list.stage ? { stage: list.stage.id } : {}),
      ...(list.loanType ? { loanType: list.loanType.id } : {}),
    },
  )
  if (!made.ok) return { ok: false, message: made.message }
  const { fileName, bytes } = made.document
  return { ok: true, fileName, bytes: new Uint8Array(bytes) }
}

/** The same checklist as a workbook: what the panel shows, line by line. */
export async function makeChecklistSheet({ checklist, loan, title }: PageView): Promise<MadeFile> {
  if (!checklist) return { ok: false, message: words.documentNone }
  const { fileNameOf, writeChecklistWorkbook } = await import('@postloan/core/documents')
  const head = [loan?.customer || title, loan?.label ?? ''] as const
  const bytes = await writeChecklistWorkbook(checklist, head, webCodec())
  return { ok: true, fileName: fileNameOf([words.listFile, ...head], '.xlsx'), bytes: new Uint8Array(bytes) }
}
