import type { PackPageMap } from '@postloan/core/policy/pack'

/** How the fields of one page of a bank's system are found; the shape is the pack's. */
export type PageMap = PackPageMap
export type MappedField = PageMap['fields'][number]
