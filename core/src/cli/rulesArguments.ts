import { parseArgs } from 'node:util'

import { flag, help, packOptions, word, type CommandRead } from './commandLine.ts'
import { explainOptions } from './readArguments.ts'

export interface RulesArguments {
  readonly id: string | null
  readonly category: string | null
  readonly coverage: boolean
  readonly json: boolean
  readonly policies: readonly string[]
  readonly trust: readonly string[]
}

const options = { id: word, category: word, coverage: flag, json: flag, ...packOptions, help } as const

/** The words after `postloan rules`, unless they ask for SQL. */
export function readRulesArguments(args: readonly string[]): CommandRead<RulesArguments> {
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
