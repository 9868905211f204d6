import { parseArgs } from 'node:util'

import { explainOptions } from './readArguments.ts'

export interface RulesArguments {
  readonly id: string | null
  readonly category: string | null
  readonly coverage: boolean
  readonly json: boolean
  readonly policies: readonly string[]
  readonly trust: readonly string[]
}

export type ReadRules =
  | { readonly ok: true; readonly given: RulesArguments | 'help' }
  | { readonly ok: false; readonly message: string }

const options = {
  id: { type: 'string' },
  category: { type: 'string' },
  coverage: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  policy: { type: 'string', multiple: true },
  trust: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** The words after `postloan rules`, unless they ask for SQL. */
export function readRulesArguments(args: readonly string[]): ReadRules {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.help) return { ok: true, given: 'help' }
    const { category = null, coverage, json, policy: policies = [], trust = [] } = values
    const id = values.id ?? positionals[0] ?? null
    return { ok: true, given: { id, category, coverage, json, policies, trust } }
  } catch (caught) {
    return { ok: false, message: explainOptions(caught) }
  }
}
