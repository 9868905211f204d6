import { parseArgs } from 'node:util'

import { civilOf } from '../calendar/index.ts'
import { documentKinds, documentMessages, type BankDetails } from '../documents/index.ts'
import type { Severity } from '../policy/index.ts'
import { flag, help, output, packOptions, several, word, type CommandRead } from './commandLine.ts'
import { explainOptions, readDay, type Language } from './readArguments.ts'
import { reportMessages as words } from './reportMessages.ts'

export interface ReportArguments {
  /** Null where only the templates are written. */
  readonly path: string | null
  readonly output: string | null
  /** Groups of kinds, as a person names them; empty: what is due. */
  readonly groups: readonly string[]
  readonly loans: readonly string[]
  readonly all: boolean
  readonly severity: Severity
  readonly bank: BankDetails
  readonly templates: string | null
  readonly writeTemplates: string | null
  readonly flat: boolean
  readonly force: boolean
  readonly asOf: number | null
  readonly previous: string | null
  readonly policies: readonly string[]
  readonly trust: readonly string[]
  readonly waivers: readonly string[]
  readonly language: Language
}

const options = {
  kind: several,
  loan: several,
  all: flag,
  severity: { type: 'string', default: 'serious' },
  bank: word,
  org: word,
  phone: word,
  address: word,
  complaints: word,
  supervisor: word,
  date: word,
  templates: word,
  'write-templates': word,
  output,
  flat: flag,
  force: flag,
  'as-of': word,
  previous: word,
  ...packOptions,
  waivers: several,
  lang: { type: 'string', default: 'zh' },
  help,
} as const

const severityNames: Readonly<Record<string, Severity>> = {
  serious: 'serious',
  warning: 'warning',
  attention: 'attention',
  notice: 'notice',
  严重: 'serious',
  警示: 'warning',
  关注: 'attention',
  提示: 'notice',
}

/** The words after `postloan report`. */
export function readReportArguments(args: readonly string[]): CommandRead<ReportArguments> {
  const fail = (message: string): CommandRead<ReportArguments> => ({ ok: false, message })
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.help) return { ok: true, given: 'help' }
    const [path = null, second] = positionals
    const writeTemplates = values['write-templates'] ?? null
    if (path === null && writeTemplates === null) return fail(words.usage)
    if (second !== undefined) return fail(words.oneFile)
    if (path !== null && values.output === undefined) return fail(words.noOutput)
    const known = [...new Set(documentKinds.map(({ group }) => group))]
    const groups: string[] = []
    for (const written of values.kind ?? []) {
      const group =
        known.find((one) => one === written) ??
        documentKinds.find(({ id, name }) => id === written || name === written)?.group ??
        known.find((one) => one.includes(written))
      if (group === undefined) return fail(words.badKind(written, known))
      groups.push(group)
    }
    if (values.all && groups.length === 0) return fail(words.allNeedsKind)
    const severity = severityNames[values.severity]
    if (severity === undefined) return fail(words.badSeverity(values.severity))
    const asOf = values['as-of'] === undefined ? null : readDay(values['as-of'])
    if (Number.isNaN(asOf)) return fail(words.badDay(values['as-of'] ?? ''))
    const day = values.date === undefined ? null : readDay(values.date)
    if (Number.isNaN(day)) return fail(words.badDate(values.date ?? ''))
    if (values.lang !== 'zh' && values.lang !== 'en') return fail(words.badLanguage(values.lang))
    const bank = {
      bankName: values.bank,
      orgName: values.org,
      phone: values.phone,
      address: values.address,
      complaintPhone: values.complaints,
      supervisor: values.supervisor,
      issuedOn: day === null ? undefined : longDay(day),
    }
    return {
      ok: true,
      given: {
        path,
        output: values.output ?? null,
        groups,
        loans: values.loan ?? [],
        all: values.all,
        severity,
        bank: Object.fromEntries(Object.entries(bank).filter(([, value]) => value !== undefined)),
        templates: values.templates ?? null,
        writeTemplates,
        flat: values.flat,
        force: values.force,
        asOf,
        previous: values.previous ?? null,
        policies: values.policy ?? [],
        trust: values.trust ?? [],
        waivers: values.waivers ?? [],
        language: values.lang,
      },
    }
  } catch (caught) {
    return fail(explainOptions(caught))
  }
}

function longDay(dayNumber: number): string {
  const { year, month, day } = civilOf(dayNumber)
  return documentMessages.day(year, month, day)
}
