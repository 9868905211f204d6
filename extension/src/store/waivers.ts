import type { SubjectReport } from '@postloan/core/check'
import type { WaiverFile } from '@postloan/core/check/waivers'
import type * as waivers from '@postloan/core/check/waivers'
import { emptyWaiverFile } from '@postloan/core/check/waivers/apply'

import type { Store } from './database.ts'
import { record } from './evidenceLog.ts'
import { storeWords as words } from './messages.ts'

type Waivers = typeof waivers

/** Most people have never waived anything: the worker reads no schema for them. */
const forms = (): Promise<Waivers> => import('@postloan/core/check/waivers')

/** Waivers and reports of wrong findings, in the file format of every other surface. */
export async function readWaiverFile(store: Store): Promise<WaiverFile> {
  const kept = await store.settings.get('waivers')
  return kept === undefined ? emptyWaiverFile() : fileOf(kept.value, await forms())
}

function fileOf(kept: unknown, { waiverFileSchema }: Waivers): WaiverFile {
  const read = waiverFileSchema.safeParse(kept)
  return read.success ? read.data : emptyWaiverFile()
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
  await change(store, deed, (file, own) => own.addWaiver(file, own.newWaiver(report, terms)))
}

export async function saveWrongReport(
  store: Store,
  report: SubjectReport,
  terms: { readonly what: string; readonly by: string; readonly on: string; readonly policy: string },
  loan: string,
): Promise<void> {
  const deed = { by: terms.by, kind: 'wrong', loan, text: words.wrong(report.rule, terms.what) } as const
  await change(store, deed, (file, own) => own.addWrongReport(file, own.newWrongReport(report, terms)))
}

export async function withdraw(
  store: Store,
  id: string,
  terms: { readonly by: string; readonly on: string },
): Promise<void> {
  const deed = { by: terms.by, kind: 'withdraw', loan: '', text: id } as const
  await change(store, deed, (file, own) => own.withdrawEntry(file, id, terms) ?? file)
}

async function change(
  store: Store,
  deed: Parameters<typeof record>[1],
  edit: (file: WaiverFile, own: Waivers) => WaiverFile,
): Promise<void> {
  // Before the transaction, which ends where it waits for anything but the store.
  const own = await forms()
  await record(store, deed, ['settings'], async () => {
    const file = fileOf((await store.settings.get('waivers'))?.value, own)
    await store.settings.put({ name: 'waivers', value: edit(file, own) })
  })
}
