import { parseArgs } from 'node:util'

import { flag, help, output, packOptions, word, type CommandRead } from './commandLine.ts'
import { explainOptions } from './readArguments.ts'
import { templateMessages as words } from './templateMessages.ts'

export type TemplateCommand = 'template' | 'upgrade' | 'merge'

export interface TemplateArguments {
  readonly paths: readonly string[]
  readonly output: string
  readonly force: boolean
  readonly rows: number | null
  readonly policies: readonly string[]
  readonly trust: readonly string[]
}

/** The words after `postloan template`, `upgrade` or `merge`. */
export function readTemplateArguments(
  command: TemplateCommand,
  args: readonly string[],
): CommandRead<TemplateArguments> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        output,
        force: flag,
        ...(command === 'template' ? { rows: word } : {}),
        ...packOptions,
        help,
      },
      allowPositionals: command !== 'template',
    })
    if (values.help) return { ok: true, given: 'help' }
    const { output: path, force, policy: policies = [], trust = [] } = values
    if (path === undefined || !path.toLowerCase().endsWith('.xlsx'))
      return { ok: false, message: words.noOutput }
    if (command !== 'template' && positionals.length === 0) return { ok: false, message: words.noInput }
    if (command === 'upgrade' && positionals.length > 1) return { ok: false, message: words.oneInput }
    const written = typeof values.rows === 'string' ? values.rows : null
    const rows = written === null ? null : Number(written)
    if (rows !== null && !(Number.isInteger(rows) && rows >= 100 && rows <= 5000))
      return { ok: false, message: words.badRows(written ?? '') }
    return { ok: true, given: { paths: positionals, output: path, force, rows, policies, trust } }
  } catch (caught) {
    return { ok: false, message: explainOptions(caught) }
  }
}
