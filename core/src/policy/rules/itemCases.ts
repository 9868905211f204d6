import type { RuleCase } from '../types.ts'

/** Registers whose fields may stand in the loan's own row as well. */
export type ItemRegister = '押品' | '保证人' | '催收' | '档案'

/** How a case speaks of an item: a column of the loan's own row, or a row of the register. */
export interface ItemWords {
  /** The field in an expression. */
  readonly of: (field: string) => string
  /** The field as a message shows it: in a register, of every item that hits. */
  readonly show: (field: string) => string
}

export interface ItemCase extends Omit<RuleCase, 'id' | 'when' | 'message' | 'needs'> {
  /** About the loan; asked before the item is looked at. */
  readonly needs?: readonly string[]
  /** Fields of the item without which nothing can be said. */
  readonly itemNeeds: readonly string[]
  /** Of the loan's own row only: what tells that it speaks of an item at all. */
  readonly ownApplies?: string
  readonly hits: (words: ItemWords) => string
  readonly message: (words: ItemWords) => string
}

/**
 * One case in two forms. Small ledgers keep one collateral item, guarantor or call in the loan's own row; larger ones a
 * register of many rows per loan. The first form reads the row, the second asks whether any row of the register hits.
 */
export function ownAndRegister(
  register: ItemRegister,
  ids: readonly [own: string, register: string],
  build: ItemCase,
): readonly RuleCase[] {
  const { hits, message, itemNeeds, ownApplies, needs = [], applies, ...rest } = build
  const own: ItemWords = { of: (field) => field, show: (field) => `{${field}}` }
  const of = (field: string): string => `项.${field}`
  const listed: ItemWords = {
    of,
    show: (field) =>
      `{string join(distinct values(for 项 in ${register} return if ${hits({ of, show: of })} then string(${of(field)}) else null), "、")}`,
  }
  const both = [ownApplies, applies].filter((part) => part !== undefined).map((part) => `(${part})`)
  return [
    {
      ...rest,
      id: ids[0],
      ...(both.length > 0 ? { applies: both.join(' and ') } : {}),
      when: hits(own),
      message: message(own),
      needs: [...needs, ...itemNeeds],
    },
    {
      ...rest,
      id: ids[1],
      ...(applies === undefined ? {} : { applies }),
      when: `some 项 in ${register} satisfies (${hits(listed)})`,
      message: message(listed),
      needs: [...needs, ...itemNeeds.map((field) => `${register}.${field}`)],
    },
  ]
}
