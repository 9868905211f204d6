import type { SubjectReport } from '@postloan/core/check'
import type { WaiverFile } from '@postloan/core/check/waivers'
import {
  addWaiver,
  addWrongReport,
  emptyWaiverFile,
  newWaiver,
  newWrongReport,
  waiverFileSchema,
  withdrawEntry,
} from '@postloan/core/check/waivers'

import type { Store } from './database.ts'
import { record } from './evidenceLog.ts'
import { storeWords as words } from './messages.ts'

/** Waivers and reports of wrong findings, in the file format of every other surface. */
export async function readWaiverFile(store: Store): Promise<WaiverFile> {
  const kept = waiverFileSchema.safeParse((await store.settings.get('waivers'))?.value)
  return kept.success ? kept.data : emptyWaiverFile()
}

export async function saveWaiver(
  store: Store,
  report: SubjectReport,
  terms: { readonly reason: string; readonly until: string; readonly by: string; readonly on: string },
  loan: string,
): Promise<void> {
  const deed = {
    by: terms.by,
    kind: 'waive',
    loan,
    text: words.waived(report.rule, terms.reason, terms.until),
  } as const
  await change(store, deed, (file) => addWaiver(file, newWaiver(report, terms)))
}

export async function saveWrongReport(
  store: Store,
  report: SubjectReport,
  terms: { readonly what: string; readonly by: string; readonly on: string; readonly policy: string },
  loan: string,
): Promise<void> {
  const deed = { by: terms.by, kind: 'wrong', loan, text: words.wrong(report.rule, terms.what) } as const
  await change(store, deed, (file) => addWrongReport(file, newWrongReport(report, terms)))
}

export async function withdraw(
  store: Store,
  id: string,
  terms: { readonly by: string; readonly on: string },
): Promise<void> {
  const deed = { by: terms.by, kind: 'withdraw', loan: '', text: id } as const
  await change(store, deed, (file) => withdrawEntry(file, id, terms) ?? file)
}

async function change(
  store: Store,
  deed: Parameters<typeof record>[1],
  edit: (file: WaiverFile) => WaiverFile,
): Promise<void> {
  await record(store, deed, ['settings'], async () => {
    await store.settings.put({ name: 'waivers', value: edit(await readWaiverFile(store)) })
  })
}
