import type { Store } from './database.ts'
import { record, verifyLog } from './evidenceLog.ts'
import { storeWords as words } from './messages.ts'

/** Drops what is older than the retention period. The chain goes on from the last entry that was dropped. */
export async function dropOlder(store: Store, before: string, by: string): Promise<number> {
  if (!(await verifyLog(store)).ok) return 0
  const oldLog = await store.log.where('at').below(before).toArray()
  const oldTicks = await store.ticks.where('at').below(before).primaryKeys()
  const oldNotes = await store.notes.where('at').below(before).primaryKeys()
  const rows = oldLog.length + oldTicks.length + oldNotes.length
  if (rows === 0) return 0
  const deed = { by, kind: 'retention', loan: '', text: words.retained(rows, before.slice(0, 10)) } as const
  await record(store, deed, ['ticks', 'notes'], async () => {
    await store.ticks.bulkDelete(oldTicks)
    await store.notes.bulkDelete(oldNotes)
    const last = oldLog.toSorted((a, b) => a.seq - b.seq).at(-1)
    if (!last) return
    await store.log.where('seq').belowOrEqual(last.seq).delete()
    await store.settings.put({ name: 'logAnchor', value: { seq: last.seq, hash: last.hash } })
  })
  return rows
}
