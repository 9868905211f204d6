import { parseArgs } from 'node:util'

import { compareMessages as words } from './compareMessages.ts'
import { explainOptions, readDay } from './readArguments.ts'

export interface CompareArguments {
  readonly previous: string
  readonly current: string
  /** Day number of this month's ledger, where it does not say. */
  readonly asOf: number | null
  readonly json: boolean
  readonly policies: readonly string[]
  readonly trust: readonly string[]
}

export type ReadCompare =
  | { readonly ok: true; readonly given: CompareArguments | 'help' }
  | { readonly ok: false; readonly message: string }

/** The words after `postloan compare`. */
export function readCompareArguments(args: readonly string[]): ReadCompare {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        'as-of': { type: 'string' },
        json: { type: 'boolean', default: false },
        policy: { type: 'string', multiple: true },
        trust: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    })
    if (values.help) return { ok: true, given: 'help' }
    const [previous, current, third] = positionals
    if (previous === undefined || current === undefined || third !== undefined) {
      return { ok: false, message: words.twoFiles }
    }
    const written = values['as-of']
    const asOf = written === undefined ? null : readDay(written)
    if (Number.isNaN(asOf)) return { ok: false, message: words.badDay(written ?? '') }
    const { json, policy: policies = [], trust = [] } = values
    return { ok: true, given: { previous, current, asOf, json, policies, trust } }
  } catch (caught) {
    return { ok: false, message: explainOptions(caught) }
  }
}
