import { loanTable } from './fields/tables.ts'
import type { Field, TableName } from './types.ts'

/** A computed column as it is written down: of the loan table unless it says otherwise. */
export interface Fact {
  readonly key: string
  readonly name: string
  readonly type: Field['type']
  readonly unit?: string
  readonly codeList?: string
  readonly tables?: readonly TableName[]
  readonly from: readonly string[]
  readonly how: string
}

export function computed(facts: readonly Fact[]): readonly Field[] {
  return facts.map(({ from, how, tables, ...entry }) => ({
    ...entry,
    tables: tables ?? loanTable,
    aliases: [],
    derived: { from, how },
  }))
}
