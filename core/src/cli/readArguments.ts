import { parseArgs } from 'node:util'

import { dayOf, endOfMonth } from '../calendar/index.ts'
import { severities } from '../check/index.ts'
import type { Severity } from '../policy/index.ts'
import { flag, help, output, packOptions, several, word } from './commandLine.ts'
import { messages } from './messages.ts'

export interface CheckArguments {
  readonly command: 'check'
  readonly paths: readonly string[]
  readonly previous: string | null
  /** Day number. */
  readonly asOf: number | null
  readonly output: string | null
  /** Where the report goes that a browser shows. */
  readonly html: string | null
  readonly json: boolean
  readonly failOn: Severity | null
  readonly force: boolean
  /** All files as one ledger: a customer's loans in one file are seen beside those in another. */
  readonly together: boolean
  readonly calendar: boolean
  readonly picture: boolean
  readonly maskNames: boolean
  /** Id of a finding to explain, or rule and row. */
  readonly explain: string | null
  /** Policy packs, and the keys they may be signed with (fingerprints or key files). */
  readonly policies: readonly string[]
  readonly trust: readonly string[]
  /** Waivers files, besides those that lie beside the ledgers. */
  readonly waivers: readonly string[]
  readonly language: Language
}

export type Language = 'zh' | 'en'
export type Arguments =
  | CheckArguments
  | { readonly command: 'help'; readonly of: 'all' | 'check' }
  | { readonly command: 'version' }

export type ReadArguments =
  | { readonly ok: true; readonly arguments: Arguments }
  | { readonly ok: false; readonly message: string }

const options = {
  check: {
    previous: word,
    'as-of': word,
    output,
    html: word,
    json: flag,
    'fail-on': word,
    force: flag,
    together: flag,
    calendar: flag,
    picture: flag,
    'mask-names': flag,
    explain: word,
    ...packOptions,
    waivers: several,
    lang: { type: 'string', default: 'zh' },
    help,
  },
} as const

/** Reads the words after `postloan`. What cannot be meant is an error in Chinese that says how to write it. */
export function readArguments(words: readonly string[]): ReadArguments {
  const [command, ...rest] = words
  if (command === undefined || command === 'help' || command === '--help' || command === '-h')
    return given({ command: 'help', of: 'all' })
  if (command === 'version' || command === '--version' || command === '-v')
    return given({ command: 'version' })
  try {
    if (command === 'check') return readCheck(rest)
  } catch (caught) {
    return fail(explainOptions(caught))
  }
  return fail(messages.arguments.unknownCommand(command))
}

function readCheck(words: readonly string[]): ReadArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: options.check,
    allowPositionals: true,
  })
  if (values.help) return given({ command: 'help', of: 'check' })
  if (positionals.length === 0) return fail(messages.arguments.noFile)
  const asOf = values['as-of'] === undefined ? null : readDay(values['as-of'])
  if (Number.isNaN(asOf)) return fail(messages.arguments.badDay(values['as-of'] ?? ''))
  const failOn = values['fail-on'] === undefined ? null : readSeverity(values['fail-on'])
  if (failOn === undefined) return fail(messages.arguments.badSeverity(values['fail-on'] ?? ''))
  if (values.lang !== 'zh' && values.lang !== 'en') return fail(messages.arguments.badLanguage(values.lang))
  return given({
    command: 'check',
    paths: positionals,
    previous: values.previous ?? null,
    asOf,
    output: values.output ?? null,
    html: values.html ?? null,
    json: values.json,
    failOn,
    force: values.force,
    together: values.together,
    calendar: values.calendar,
    picture: values.picture,
    maskNames: values['mask-names'],
    explain: values.explain ?? null,
    policies: values.policy ?? [],
    trust: values.trust ?? [],
    waivers: values.waivers ?? [],
    language: values.lang,
  })
}

/** `2026-10-31`, `2026/10/31`, `20261031`, or a month, which means its last day. NaN for anything else. */
export function readDay(written: string): number {
  const match = /^(\d{4})[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}))?$/.exec(written.trim())
  if (!match) return Number.NaN
  const [, year, month, day] = match
  if (day !== undefined) return dayOf(Number(year), Number(month), Number(day))
  const first = dayOf(Number(year), Number(month), 1)
  return Number.isNaN(first) ? first : endOfMonth(first)
}

function readSeverity(written: string): Severity | undefined {
  return severities.find((severity) => severity === written || messages.severity[severity] === written)
}

/** What is wrong with an option, in Chinese; a bug is thrown again. */
export function explainOptions(caught: unknown): string {
  const code = caught instanceof Error && 'code' in caught ? String(caught.code) : ''
  const text = caught instanceof Error ? caught.message : ''
  const option = /'(-{1,2}[^' ]+)/.exec(text)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return messages.arguments.unknownOption(option)
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return messages.arguments.badOption(option)
  throw caught
}

function given(read: Arguments): ReadArguments {
  return { ok: true, arguments: read }
}

function fail(message: string): ReadArguments {
  return { ok: false, message }
}
