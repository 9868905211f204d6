import { PortFailure } from '../excel/portError.ts'
import { messages } from './messages.ts'
import type { DocumentOrder, DocumentPreview, MadeFile } from './paperTypes.ts'
import type { SessionParts } from './sessionParts.ts'

/** Looks at one document without handing it out; null where this loan has none, which is then said. */
export async function previewDocument(
  { engine, store, known }: SessionParts,
  order: DocumentOrder,
): Promise<DocumentPreview | null> {
  const made = await engine.call('makeDocument', order, store.get().settings.bank, known.kept.ticks)
  if (made?.ok) return made.preview
  if (made) store.say('noDocument', 'info', made.message)
  return null
}

/** Makes documents one after another, to be stopped between two; several come as one archive. Null: none was made. */
export async function makeDocuments(
  parts: SessionParts,
  orders: readonly DocumentOrder[],
): Promise<MadeFile | null> {
  const { engine, store, known, commands } = parts
  let handed: MadeFile | null = null
  await commands.run('documents', async () => {
    const files: MadeFile[] = []
    const refused: string[] = []
    for (const [at, order] of orders.entries()) {
      if (commands.signal.aborted) throw new PortFailure({ code: 'cancelled', detail: 'documents' })
      store.step('make', at / orders.length, [at, orders.length])
      const made = await engine.call('makeDocument', order, store.get().settings.bank, known.kept.ticks)
      if (made?.ok) files.push(made.file)
      else if (made) refused.push(made.message)
    }
    const [first] = files
    if (!first) {
      store.say('noDocument', 'info', refused[0] ?? '')
      return
    }
    handed = files.length === 1 ? first : await engine.call('packFiles', files)
    const more = refused.length > 0 ? messages.documents.refused(refused.length, refused[0] ?? '') : ''
    store.say(
      'documentsMade',
      'success',
      messages.documents.made(handed?.fileName ?? '', files.length) + more,
    )
  })
  return handed
}
