import { WorkbookFault } from '../workbookError.ts'
import {
  type Codec,
  type ZipArchive,
  type ZipEntry,
  inflateEntry,
  joinBytes,
  packPart,
  zipPieces,
} from '../zip/index.ts'
import { decodePart } from './decodePart.ts'
import { type Splice, applySplices } from './splice.ts'
import { attribute, childrenOf, localName, openTag, rootOf } from './xml.ts'

export const CONTENT_TYPES = '[Content_Types].xml'
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export interface Relationship {
  readonly id: string
  /** The last word of the type: `worksheet`, `styles`, `customXml`. */
  readonly type: string
  /** The part it points to; for an external one its target as written. */
  readonly target: string
  readonly external: boolean
}

/** How a part was before it was spliced, so that the splices can be taken back. */
export interface PartUndo {
  readonly part: string
  /** CRC-32 of the part as we left it: the splices only fit that text. */
  readonly crc: number
  /** Groups of splices, to be applied in this order. */
  readonly steps: readonly (readonly Splice[])[]
}

/**
 * A workbook as a package of parts, changed in place: parts that are not touched keep their deflated bytes, small parts
 * are changed by splicing, and every splice can be taken back. Methods throw `WorkbookFault` where the file is damaged.
 */
export class OfficePackage {
  readonly codec: Codec
  readonly #entries: Map<string, ZipEntry>
  /** Part names do not tell upper from lower case; relationships often do not care. */
  readonly #spelling = new Map<string, string>()
  readonly #texts = new Map<string, string>()
  readonly #changed = new Set<string>()
  readonly #inverses = new Map<string, (readonly Splice[])[]>()

  constructor(archive: ZipArchive, codec: Codec) {
    this.codec = codec
    this.#entries = new Map(archive.byName)
    for (const name of this.#entries.keys()) this.#spelling.set(name.toLowerCase(), name)
  }

  names(): readonly string[] {
    return [...new Set([...this.#entries.keys(), ...this.#changed])]
  }

  has(name: string): boolean {
    return this.#spelling.has(name.toLowerCase())
  }

  /** The entry as it lies in the file; not for a part that was changed. */
  entry(name: string): ZipEntry {
    const entry = this.#entries.get(this.#nameOf(name))
    if (!entry) throw new WorkbookFault('corruptPart', { part: name })
    return entry
  }

  async text(name: string): Promise<string> {
    const known = this.#texts.get(this.#nameOf(name))
    if (known !== undefined) return known
    const text = decodePart(await inflateEntry(this.entry(name), this.codec), name)
    this.#texts.set(this.#nameOf(name), text)
    return text
  }

  /** Gives a part new text, or makes a new part. Cannot be taken back. */
  setText(name: string, text: string): void {
    const spelled = this.#nameOf(name)
    this.#spelling.set(spelled.toLowerCase(), spelled)
    this.#texts.set(spelled, text)
    this.#changed.add(spelled)
  }

  async splice(name: string, splices: readonly Splice[]): Promise<void> {
    const { text, inverse } = applySplices(await this.text(name), splices)
    const steps = this.#inverses.get(this.#nameOf(name)) ?? []
    this.#inverses.set(this.#nameOf(name), [inverse, ...steps])
    this.setText(name, text)
  }

  /** Puts a packed entry in the place of a part. */
  setEntry(entry: ZipEntry): void {
    this.#spelling.set(entry.name.toLowerCase(), entry.name)
    this.#entries.set(entry.name, entry)
    this.#texts.delete(entry.name)
    this.#changed.delete(entry.name)
  }

  remove(name: string): void {
    const spelled = this.#nameOf(name)
    this.#entries.delete(spelled)
    this.#texts.delete(spelled)
    this.#changed.delete(spelled)
    this.#spelling.delete(spelled.toLowerCase())
  }

  /** A part name that is free: `free((i) => `xl/worksheets/sheet${i}.xml`)`. */
  freeName(name: (i: number) => string): string {
    let i = 1
    while (this.has(name(i))) i++
    return name(i)
  }

  /** The relationships of a part; '' is the package itself. */
  async relationships(part: string): Promise<readonly Relationship[]> {
    const name = relationshipsOf(part)
    if (!this.has(name)) return []
    const xml = await this.text(name)
    return childrenOf(xml, rootOf(xml)).map((child) => {
      const tag = openTag(xml, child)
      const target = attribute(tag, 'Target') ?? ''
      const external = attribute(tag, 'TargetMode') === 'External'
      return {
        id: attribute(tag, 'Id') ?? '',
        type: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolveTarget(part, target),
        external,
      }
    })
  }

  /** Adds a relationship and gives its id. `type` is one word of the office namespace. */
  async addRelationship(part: string, type: string, target: string): Promise<string> {
    const name = relationshipsOf(part)
    const taken = new Set((await this.relationships(part)).map((one) => one.id.toLowerCase()))
    let i = taken.size + 1
    while (taken.has(`rid${i}`)) i++
    const id = `rId${i}`
    const element = (prefix: string) =>
      `<${prefix}Relationship Id="${id}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="/${target}"/>`
    if (!this.has(name)) {
      const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
      this.setText(name, `${DECLARATION}<Relationships xmlns="${namespace}">${element('')}</Relationships>`)
      return id
    }
    await this.append(name, element)
    return id
  }

  async removeRelationship(part: string, id: string): Promise<void> {
    await this.#removeChildren(relationshipsOf(part), (tag) => attribute(tag, 'Id') === id)
  }

  async addContentType(part: string, contentType: string): Promise<void> {
    await this.append(
      CONTENT_TYPES,
      (prefix) => `<${prefix}Override PartName="/${part}" ContentType="${contentType}"/>`,
    )
  }

  /** The content type of a part, by its own entry or by its extension. */
  async contentTypeOf(part: string): Promise<string> {
    const xml = await this.text(CONTENT_TYPES)
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase()
    let byExtension = ''
    for (const child of childrenOf(xml, rootOf(xml))) {
      const tag = openTag(xml, child)
      const type = attribute(tag, 'ContentType') ?? ''
      if (attribute(tag, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase()) return type
      if (attribute(tag, 'Extension')?.toLowerCase() === extension) byExtension = type
    }
    return byExtension
  }

  /** Removes a part, what it relates to by (only its .rels), and its content type. */
  async removePart(part: string): Promise<void> {
    this.remove(part)
    if (this.has(relationshipsOf(part))) this.remove(relationshipsOf(part))
    const isThis = (tag: string) => attribute(tag, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase()
    await this.#removeChildren(CONTENT_TYPES, isThis)
  }

  /** Appends a child to the root of a part; the child is told the prefix that the root has. */
  async append(name: string, child: (prefix: string) => string): Promise<void> {
    const xml = await this.text(name)
    const root = rootOf(xml)
    const prefix = root.name.slice(0, -localName(root.name).length)
    if (!root.empty) {
      await this.splice(name, [{ start: root.closeStart, end: root.closeStart, text: child(prefix) }])
      return
    }
    const open = openTag(xml, root).replace(/\s*\/>$/, '>')
    await this.splice(name, [
      { start: root.start, end: root.end, text: `${open}${child(prefix)}</${root.name}>` },
    ])
  }

  /** What would take the splices back, for the parts named and changed. */
  undoOf(names: Iterable<string>): readonly PartUndo[] {
    const undo: PartUndo[] = []
    for (const name of names) {
      const steps = this.#inverses.get(this.#nameOf(name))
      const text = this.#texts.get(this.#nameOf(name))
      if (!steps || text === undefined) continue
      undo.push({ part: this.#nameOf(name), crc: this.codec.crc32(new TextEncoder().encode(text)), steps })
    }
    return undo
  }

  /** What was done so far is not to be taken back with what follows. */
  forgetUndo(): void {
    this.#inverses.clear()
  }

  splicedParts(): readonly string[] {
    return [...this.#inverses.keys()]
  }

  /** Takes splices back; false when the part has changed since, and nothing is done. */
  async undo(undo: PartUndo): Promise<boolean> {
    if (!this.has(undo.part) || this.entry(undo.part).crc !== undo.crc) return false
    let text = await this.text(undo.part)
    for (const step of undo.steps) text = applySplices(text, step).text
    this.setText(undo.part, text)
    return true
  }

  /** The package as bytes, parts in their old order, new ones last. */
  async build(level: number): Promise<Uint8Array> {
    return joinBytes(await this.pieces(level))
  }

  /** The same in pieces, to be written one after the other. */
  async pieces(level: number): Promise<readonly Uint8Array[]> {
    const packed = new Map<string, ZipEntry>()
    for (const name of this.#changed) {
      const bytes = new TextEncoder().encode(this.#texts.get(name) ?? '')
      packed.set(name, await packPart(name, bytes, this.codec, { level }))
    }
    const entries = [...this.#entries.values()].map((entry) => packed.get(entry.name) ?? entry)
    const added = [...packed.values()].filter((entry) => !this.#entries.has(entry.name))
    return zipPieces([...entries, ...added])
  }

  async #removeChildren(name: string, isThis: (tag: string) => boolean): Promise<void> {
    if (!this.has(name)) return
    const xml = await this.text(name)
    const gone = childrenOf(xml, rootOf(xml)).filter((child) => isThis(openTag(xml, child)))
    if (gone.length === 0) return
    await this.splice(
      name,
      gone.map(({ start, end }) => ({ start, end, text: '' })),
    )
  }

  #nameOf(name: string): string {
    return this.#spelling.get(name.toLowerCase()) ?? name
  }
}

export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function resolveTarget(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
