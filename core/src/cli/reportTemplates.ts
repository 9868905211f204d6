import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'

import {
  documentKinds,
  readTemplate,
  writeTemplateFile,
  type DocumentKindId,
  type DocumentTemplate,
} from '../documents/index.ts'
import type { Policy } from '../policy/index.ts'
import { nodeCodec, readBytes } from '../workbook/node/index.ts'
import { reportMessages as words } from './reportMessages.ts'
import { exists, writeWhole } from './writeAnnotated.ts'

const nameOf = (name: string): string => `${name}.docx`

export type ReadTemplates =
  | {
      readonly ok: true
      readonly templates: ReadonlyMap<DocumentKindId, DocumentTemplate>
      readonly used: readonly string[]
    }
  | { readonly ok: false; readonly lines: readonly string[] }

/** A bank's own templates, each looked through; one that is wrong stops the run before anything is written. */
export async function readTemplates(folder: string, policy: Policy): Promise<ReadTemplates> {
  const files = await readdir(folder).catch(() => null)
  if (files === null) return { ok: false, lines: [words.noFolder(folder)] }
  const templates = new Map<DocumentKindId, DocumentTemplate>()
  const lines: string[] = []
  const used: string[] = []
  for (const { id, name } of documentKinds) {
    const file = files.find((one) => one.normalize() === nameOf(name))
    if (file === undefined) continue
    const path = join(folder, file)
    const read = await readBytes(path)
    if (!read.ok) {
      lines.push(words.templateFault(path, '', read.error.message))
      continue
    }
    const reading = await readTemplate(read.bytes, path, id, policy, nodeCodec())
    if (reading.ok) {
      templates.set(id, reading.template)
      used.push(path)
    } else
      lines.push(...reading.faults.map(({ place, message }) => words.templateFault(path, place, message)))
  }
  if (lines.length > 0) return { ok: false, lines }
  if (templates.size === 0)
    return {
      ok: false,
      lines: [
        words.noTemplates(
          folder,
          documentKinds.map(({ name }) => nameOf(name)),
        ),
      ],
    }
  return { ok: true, templates, used }
}

/** Writes the templates that come with the product, all or none. */
export async function writeTemplates(
  folder: string,
  force: boolean,
): Promise<{ readonly ok: true; readonly count: number } | { readonly ok: false; readonly message: string }> {
  const paths = documentKinds.map(({ id, name }) => ({ id, path: join(folder, nameOf(name)) }))
  if (!force)
    for (const { path } of paths) if (await exists(path)) return { ok: false, message: words.exists(1, path) }
  await mkdir(folder, { recursive: true })
  for (const { id, path } of paths) {
    const refused = await writeWhole(path, await writeTemplateFile(id, nodeCodec()), force)
    if (refused) return { ok: false, message: refused.message }
  }
  return { ok: true, count: paths.length }
}
