import * as fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'

import { nodeCodec } from '../node/index.ts'
import { type Codec, inflateEntry, openZip, packPart, webCodec, writeZip, type ZipEntry } from './index.ts'

const codecs: readonly (readonly [string, () => Codec])[] = [
  ['Node', nodeCodec],
  ['browser', webCodec],
  ['old browser', oldBrowserCodec],
]

function oldBrowserCodec(): Codec {
  vi.stubGlobal('DecompressionStream', undefined)
  const codec = webCodec()
  vi.unstubAllGlobals()
  return codec
}

function opened(bytes: Uint8Array): readonly ZipEntry[] {
  const opening = openZip(bytes)
  if (!opening.ok) throw new Error(opening.error.code)
  return opening.archive.entries
}

function codeOf(bytes: Uint8Array): string {
  const opening = openZip(bytes)
  return opening.ok ? 'opened' : opening.error.code
}

describe.each(codecs)('zip with the codec of %s', (_name, make) => {
  it('gives back what was packed', async () => {
    const codec = make()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 5000, size: 'max' }), { maxLength: 4 }),
        async (contents) => {
          const parts = await Promise.all(
            contents.map((content, i) => packPart(`目录/部分${i}.xml`, content, codec)),
          )
          const entries = opened(writeZip(parts))
          expect(entries.map((entry) => entry.name)).toEqual(parts.map((part) => part.name))
          expect(await Promise.all(entries.map((entry) => inflateEntry(entry, codec)))).toEqual(contents)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('copies entries of another archive to the last bit', async () => {
    const codec = make()
    const original = opened(
      zipSync({
        'a.xml': [strToU8('<a>'.repeat(999)), { level: 9 }],
        'b.bin': [strToU8('stored'), { level: 0 }],
      }),
    )
    const changed = await packPart('c.xml', strToU8('new'), codec)
    const copied = opened(writeZip([...original, changed]))
    expect(copied.slice(0, 2)).toEqual(original)
    expect(copied[2]).toMatchObject({ name: 'c.xml', size: 3 })
  })

  it.each([
    ['more than declared', (e: ZipEntry) => ({ ...e, size: e.size - 1 }), 'zipBomb'],
    ['less than declared', (e: ZipEntry) => ({ ...e, size: e.size + 1 }), 'truncated'],
    ['another checksum', (e: ZipEntry) => ({ ...e, crc: e.crc ^ 1 }), 'corruptPart'],
    ['deflate data cut off', (e: ZipEntry) => ({ ...e, data: e.data.subarray(0, 9) }), 'corruptPart'],
  ])('refuses an entry with %s', async (_fault, spoil, code) => {
    const codec = make()
    const entry = await packPart('a.xml', strToU8('一二三'.repeat(500)), codec)
    await expect(inflateEntry(spoil(entry), codec)).rejects.toMatchObject({ code, place: { part: 'a.xml' } })
  })
})

describe('the directory of an archive', () => {
  const good = zipSync({ 'a.xml': strToU8('one'), 'b.xml': strToU8('two') })
  const directoryAt = new DataView(good.buffer).getUint32(good.length - 6, true)
  const second = directoryAt + 46 + 5

  const changed = (change: (view: DataView, bytes: Uint8Array) => void): Uint8Array => {
    const bytes = good.slice()
    change(new DataView(bytes.buffer), bytes)
    return bytes
  }

  const withComment = (comment: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array([...good, ...comment])
    new DataView(bytes.buffer).setUint16(good.length - 2, comment.length, true)
    return bytes
  }

  it.each([
    ['is read', good, 'opened'],
    ['may be followed by a comment', withComment(strToU8('PK\u0005\u0006 by chance')), 'opened'],
    ['cut off', good.subarray(0, good.length - 30), 'truncated'],
    [
      'pointing beyond the end',
      changed((v) => v.setUint32(good.length - 6, good.length + 5, true)),
      'truncated',
    ],
    ['with an encrypted entry', changed((v) => v.setUint16(directoryAt + 8, 1, true)), 'password'],
    ['with one name twice', changed((_, b) => b.set(strToU8('a.xml'), second + 46)), 'duplicatePart'],
    ['with entries sharing bytes', changed((v) => v.setUint32(second + 42, 0, true)), 'zipBomb'],
    ['with a size beyond all', changed((v) => v.setUint32(directoryAt + 24, 0xf0000000, true)), 'zipBomb'],
    ['with an unknown method', changed((v) => v.setUint16(directoryAt + 10, 12, true)), 'corruptPart'],
  ])('%s', (_what, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  it('reads sizes and places kept in zip64 fields', async () => {
    const content = strToU8('zip64')
    const entry = await packPart('a.xml', content, nodeCodec())
    const bytes = asZip64(entry)
    expect(await inflateEntry(opened(bytes)[0] ?? entry, nodeCodec())).toEqual(content)
  })
})

/** The archive of one entry with every 32-bit size at its limit and the real ones in zip64 records. */
function asZip64(entry: ZipEntry): Uint8Array {
  const plain = writeZip([entry])
  const directoryAt = new DataView(plain.buffer).getUint32(plain.length - 6, true)
  const directorySize = plain.length - 22 - directoryAt
  const out = new Uint8Array(plain.length + 28 + 56 + 20)
  const view = new DataView(out.buffer)
  out.set(plain.subarray(0, directoryAt + directorySize))
  view.setUint16(directoryAt + 30, 28, true)
  for (const at of [20, 24, 42]) view.setUint32(directoryAt + at, 0xffffffff, true)
  let at = directoryAt + directorySize
  view.setUint16(at, 1, true)
  view.setUint16(at + 2, 24, true)
  view.setBigUint64(at + 4, BigInt(entry.size), true)
  view.setBigUint64(at + 12, BigInt(entry.data.length), true)
  at += 28
  const record = at
  view.setUint32(at, 0x06064b50, true)
  view.setBigUint64(at + 32, 1n, true)
  view.setBigUint64(at + 48, BigInt(directoryAt), true)
  at += 56
  view.setUint32(at, 0x07064b50, true)
  view.setBigUint64(at + 8, BigInt(record), true)
  at += 20
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 10, 0xffff, true)
  view.setUint32(at + 16, 0xffffffff, true)
  return out
}
