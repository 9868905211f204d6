import type { Policy } from '../policy/index.ts'
import type { Codec } from '../workbook/index.ts'
import { kindOf } from './kinds.ts'
import { readTemplate } from './readTemplate.ts'
import { drafts } from './templates/index.ts'
import type { DocumentKindId, DocumentTemplate } from './types.ts'
import { writeDraft } from './word/writeDraft.ts'

const read = new WeakMap<Policy, Map<DocumentKindId, Promise<DocumentTemplate>>>()

/** The template that comes with the product, read once. */
export function builtInTemplate(
  kind: DocumentKindId,
  policy: Policy,
  codec: Codec,
): Promise<DocumentTemplate> {
  const known = read.get(policy) ?? new Map<DocumentKindId, Promise<DocumentTemplate>>()
  read.set(policy, known)
  const before = known.get(kind)
  if (before) return before
  const template = readOwn(kind, policy, codec)
  known.set(kind, template)
  return template
}

/** The bytes of that template, for a bank to change in Word or WPS and to give back. */
export function writeTemplateFile(kind: DocumentKindId, codec: Codec): Promise<Uint8Array> {
  return writeDraft(drafts[kind], codec)
}

async function readOwn(kind: DocumentKindId, policy: Policy, codec: Codec): Promise<DocumentTemplate> {
  const name = `${kindOf(kind).name}.docx`
  const reading = await readTemplate(await writeTemplateFile(kind, codec), name, kind, policy, codec)
  if (!reading.ok)
    throw new Error(reading.faults.map(({ place, message }) => `${name} ${place} ${message}`).join('\n'))
  return reading.template
}
