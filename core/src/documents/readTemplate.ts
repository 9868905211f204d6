import type { Policy } from '../policy/index.ts'
import { inflateEntry, openZip, type Codec, type ZipEntry } from '../workbook/index.ts'
import { tryTemplate } from './fillTemplate.ts'
import { lintParagraphs } from './lintTemplate.ts'
import { messages } from './messages.ts'
import { templateParagraphs } from './templateText.ts'
import type { DocumentKindId, TemplateFault, TemplateReading, UsedPlaceholder } from './types.ts'

/** A template is a page or two; a part of this size is no template. */
const largestPart = 20_000_000

/**
 * Reads a bank's own .docx as the template of one kind and looks at every placeholder in it. What is wrong is told with
 * its place and the nearest right name.
 */
export async function readTemplate(
  bytes: Uint8Array,
  fileName: string,
  kind: DocumentKindId,
  policy: Policy,
  codec: Codec,
): Promise<TemplateReading> {
  const nothing: TemplateFault = {
    code: 'notADocument',
    file: fileName,
    place: '',
    placeholder: '',
    message: messages.fault.notADocument(fileName),
  }
  const opening = openZip(bytes, fileName)
  if (!opening.ok) return { ok: false, faults: [nothing] }
  const { entries } = opening.archive
  if (!entries.some(({ name }) => name === 'word/document.xml')) return { ok: false, faults: [nothing] }
  const texts = new Map<string, string>()
  try {
    for (const entry of entries)
      if (isRead(entry.name) && entry.size < largestPart) texts.set(entry.name, await textOf(entry, codec))
  } catch {
    return { ok: false, faults: [nothing] }
  }
  const faults: TemplateFault[] = []
  const placeholders: UsedPlaceholder[] = []
  for (const [name, xml] of texts) {
    if (!isWritten(name)) continue
    const linted = lintParagraphs(templateParagraphs(name, xml), fileName, kind, policy)
    faults.push(...linted.faults)
    placeholders.push(...linted.placeholders)
  }
  if (faults.length > 0) return { ok: false, faults }
  const template = { kind, fileName, placeholders, texts, entries }
  const why = tryTemplate(template)
  if (why !== null)
    return {
      ok: false,
      faults: [{ ...nothing, code: 'brokenBraces', message: messages.fault.unfillable(why) }],
    }
  return { ok: true, template }
}

/** The parts that the filling library looks at. */
function isRead(name: string): boolean {
  return (
    /\.(?:xml|rels)$/i.test(name) && !/^(?:customXml|word\/(?:theme|media|embeddings|glossary))\//.test(name)
  )
}

function isWritten(name: string): boolean {
  return /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name)
}

async function textOf(entry: ZipEntry, codec: Codec): Promise<string> {
  return new TextDecoder().decode(await inflateEntry(entry, codec))
}
