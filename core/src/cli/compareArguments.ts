import { parseArgs } from 'node:util'

import { flag, help, output, packOptions, word, type CommandRead } from './commandLine.ts'
import { compareMessages as words } from './compareMessages.ts'
import { explainOptions, readDay, type Language } from './readArguments.ts'

export interface CompareArguments {
  readonly previous: string
  readonly current: string
  /** Day number of this month's ledger, where it does not say. */
  readonly asOf: number | null
  readonly json: boolean
  /** Where the comparison is written as a workbook. */
  readonly output: string | null
  readonly force: boolean
  readonly maskNames: boolean
  readonly language: Language
  readonly policies: readonly string[]
  readonly trust: readonly string[]
}

const options = {
  'as-of': word,
  json: flag,
  output,
  force: flag,
  'mask-names': flag,
  lang: { type: 'string', default: 'zh' },
  ...packOptions,
  help,
} as const

/** The words after `postloan compare`. */
export function readCompareArguments(args: readonly string[]): CommandRead<CompareArguments> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.help) return { ok: true, given: 'help' }
    const [previous, current, third] = positionals
    if (previous === undefined || current === undefined || third !== undefined) {
      return { ok: false, message: words.twoFiles }
    }
    const written = values['as-of']
    const asOf = written === undefined ? null : readDay(written)
    if (Number.isNaN(asOf)) return { ok: false, message: words.badDay(written ?? '') }
    const { json, force, lang: language, output: path = null, policy: policies = [], trust = [] } = values
    if (language !== 'zh' && language !== 'en') return { ok: false, message: words.badLanguage(language) }
    const maskNames = values['mask-names']
    const given: CompareArguments = {
      previous,
      current,
      asOf,
      json,
      output: path,
      force,
      maskNames,
      policies,
      trust,
      language,
    }
    return { ok: true, given }
  } catch (caught) {
    return { ok: false, message: explainOptions(caught) }
  }
}
