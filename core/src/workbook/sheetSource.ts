import { decodePart } from './package/decodePart.ts'
import type { OfficePackage } from './package/officePackage.ts'
import { MarkupSection, type SheetEdit, plainSheet, rewriteSheet } from './package/rewriteSheet.ts'
import { type ZipEntry, inflateEntry, inflateStream, packPart } from './zip/index.ts'

/** Runs an edit over a sheet part and packs the outcome. `makeEdit` is called anew should the sheet have to be read twice. */
export async function packEdited<Edit extends SheetEdit>(
  pack: OfficePackage,
  part: string,
  makeEdit: () => Edit,
  level: number,
): Promise<{ entry: ZipEntry; edit: Edit }> {
  const run = async (source: AsyncIterable<Uint8Array>) => {
    const edit = makeEdit()
    return {
      entry: await packPart(pack.entry(part).name, rewriteSheet(source, edit), pack.codec, { level }),
      edit,
    }
  }
  const entry = pack.entry(part)
  try {
    return await run(inUtf8(inflateStream(entry, pack.codec), part))
  } catch (caught) {
    if (!(caught instanceof MarkupSection)) throw caught
    const text = plainSheet(decodePart(await inflateEntry(entry, pack.codec), part))
    return await run(once(new TextEncoder().encode(text)))
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes
}

/** A UTF-16 part is decoded as a whole (rare, and never large); UTF-8 passes by. */
async function* inUtf8(source: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<Uint8Array, void> {
  const wide: Uint8Array[] = []
  let isFirst = true
  for await (const chunk of source) {
    if (isFirst) {
      isFirst = false
      const [a, b] = chunk
      if (a === 0xff || a === 0xfe || (a === 0x3c && b === 0) || a === 0) wide.push(chunk.slice())
      else yield chunk
    } else if (wide.length > 0) {
      wide.push(chunk.slice())
    } else {
      yield chunk
    }
  }
  if (wide.length === 0) return
  const whole = new Uint8Array(wide.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of wide) {
    whole.set(piece, at)
    at += piece.length
  }
  yield new TextEncoder().encode(decodePart(whole, part))
}
