import { parseArgs } from 'node:util'

import { checklistMessages as words } from './checklistMessages.ts'
import { flag, help, packOptions, word, type CommandRead } from './commandLine.ts'
import { explainOptions, readDay, type Language } from './readArguments.ts'

export interface ChecklistArguments {
  readonly path: string
  /** One loan by its number, or by the sheet's row; neither: the whole ledger. */
  readonly loan: string | null
  readonly row: number | null
  readonly sheet: string | null
  /** As written; which one is meant is known once the pack's lists are. */
  readonly stage: string | null
  readonly type: string | null
  readonly period: string | null
  readonly guide: string | null
  /** Day number. */
  readonly asOf: number | null
  readonly previous: string | null
  readonly policies: readonly string[]
  readonly trust: readonly string[]
  readonly maskNames: boolean
  readonly json: boolean
  readonly language: Language
}

const options = {
  loan: word,
  row: word,
  sheet: word,
  stage: word,
  type: word,
  period: word,
  guide: word,
  'as-of': word,
  previous: word,
  ...packOptions,
  'mask-names': flag,
  json: flag,
  lang: { type: 'string', default: 'zh' },
  help,
} as const

/** The words after `postloan checklist`. */
export function readChecklistArguments(args: readonly string[]): CommandRead<ChecklistArguments> {
  const fail = (message: string): CommandRead<ChecklistArguments> => ({ ok: false, message })
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.help) return { ok: true, given: 'help' }
    const [path, second] = positionals
    if (path === undefined) return fail(words.usage)
    if (second !== undefined) return fail(words.oneFile)
    if (values.loan !== undefined && values.row !== undefined) return fail(words.loanOrRow)
    const row = values.row === undefined ? null : Number(values.row)
    if (row !== null && !(Number.isInteger(row) && row > 0)) return fail(words.badRow(values.row ?? ''))
    const asOf = values['as-of'] === undefined ? null : readDay(values['as-of'])
    if (Number.isNaN(asOf)) return fail(words.badDay(values['as-of'] ?? ''))
    if (values.lang !== 'zh' && values.lang !== 'en') return fail(words.badLanguage(values.lang))
    return {
      ok: true,
      given: {
        path,
        loan: values.loan ?? null,
        row,
        sheet: values.sheet ?? null,
        stage: values.stage ?? null,
        type: values.type ?? null,
        period: values.period ?? null,
        guide: values.guide ?? null,
        asOf,
        previous: values.previous ?? null,
        policies: values.policy ?? [],
        trust: values.trust ?? [],
        maskNames: values['mask-names'],
        json: values.json,
        language: values.lang,
      },
    }
  } catch (caught) {
    return fail(explainOptions(caught))
  }
}
