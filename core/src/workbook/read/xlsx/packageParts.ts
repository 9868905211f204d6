import { WorkbookFault } from '../../workbookError.ts'
import { type Codec, type ZipArchive, type ZipEntry, inflateEntry } from '../../zip/index.ts'
import { prefixedAttribute, readTags } from './readTags.ts'

export interface Relationship {
  readonly id: string
  /** The last word of its type: `worksheet`, `styles`; the strict namespace differs only before it. */
  readonly type: string
  /** Name of the part it leads to. */
  readonly part: string
}

/** The parts of an opened package by name; names are compared without regard to case, as the standard asks. */
export class PackageParts {
  private readonly codec: Codec
  private readonly entries = new Map<string, ZipEntry>()

  constructor(archive: ZipArchive, codec: Codec) {
    this.codec = codec
    for (const entry of archive.entries) this.entries.set(entry.name.toLowerCase(), entry)
  }

  find(part: string): ZipEntry | undefined {
    return this.entries.get(part.toLowerCase())
  }

  /** The text of a part, '' when there is none. */
  async text(part: string): Promise<string> {
    const entry = this.find(part)
    if (!entry) return ''
    const bytes = await inflateEntry(entry, this.codec)
    const encoding =
      bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? 'utf-16be'
          : 'utf-8'
    return new TextDecoder(encoding).decode(bytes)
  }

  /** Where a part leads to inside the package; the package itself is ''. */
  async relationships(part: string): Promise<readonly Relationship[]> {
    const slash = part.lastIndexOf('/') + 1
    const relsPart = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
    const found: Relationship[] = []
    for (const tag of faultAt(relsPart, readTags(await this.text(relsPart)))) {
      if (tag.name !== 'Relationship' || tag.attributes.get('TargetMode') === 'External') continue
      const type = tag.attributes.get('Type') ?? ''
      found.push({
        id: tag.attributes.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        part: resolvePart(part.slice(0, slash), tag.attributes.get('Target') ?? ''),
      })
    }
    return found
  }
}

/** The tags, with the part's name added to what is found wrong with them. */
export function* faultAt<T>(part: string, tags: Generator<T, void>): Generator<T, void> {
  try {
    yield* tags
  } catch (caught) {
    throw caught instanceof WorkbookFault ? new WorkbookFault(caught.code, { part, ...caught.place }) : caught
  }
}

function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const full = path.startsWith('/') ? path.slice(1) : folder + path
  const steps: string[] = []
  for (const step of full.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

export interface SheetEntry {
  readonly name: string
  readonly state: 'visible' | 'hidden' | 'veryHidden'
  readonly relationship: string
}

/** The sheets in tab order and the date system, from the text of the workbook part. */
export function readWorkbookPart(xml: string): {
  readonly sheets: readonly SheetEntry[]
  readonly date1904: boolean
} {
  const sheets: SheetEntry[] = []
  let date1904 = false
  for (const tag of readTags(xml)) {
    if (tag.kind === 'close') continue
    if (tag.name === 'workbookPr') {
      const value = tag.attributes.get('date1904')
      date1904 = value === '1' || value === 'true'
    } else if (tag.name === 'sheet') {
      const state = tag.attributes.get('state')
      sheets.push({
        name: tag.attributes.get('name') ?? '',
        state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        relationship: prefixedAttribute(tag, 'id') ?? '',
      })
    }
  }
  return { sheets, date1904 }
}
