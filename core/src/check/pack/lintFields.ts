import { suggest } from '../../feel/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { Pack } from '../../policy/pack/index.ts'
import { indexPolicy } from '../policyIndex.ts'
import type { Say } from './lintPack.ts'
import { packWords } from './packWords.ts'

const words = packWords.lint

/** Own fields and column names that are taken already, or that say of a field what it cannot be. */
export function lintFields(pack: Pack, base: Policy, say: Say): void {
  const index = indexPolicy(base)
  const meaning = headers(base)
  const claim = (table: string, text: string, field: string, path: readonly (string | number)[]): void => {
    const header = `${table} ${text}`
    const owner = meaning.get(header)
    if (owner !== undefined && owner !== field) say(path, 'alias', words.aliasTaken(text, owner))
    else meaning.set(header, field)
  }
  const seen = new Set<string>()
  ;(pack.fields ?? []).forEach((field, at) => {
    const path = ['fields', at]
    const { key, name, type, values, tables = ['借据'], aliases = [] } = field
    if (index.fieldByName.has(name) || index.relationByName.has(name)) {
      say([...path, 'name'], 'duplicate', words.fieldTaken(name))
    } else if (index.fieldByKey.has(key)) say([...path, 'key'], 'duplicate', words.fieldTaken(key))
    for (const text of new Set([key, name])) {
      if (seen.has(text)) say(path, 'duplicate', words.fieldTwice(text))
      seen.add(text)
    }
    if (type === 'code' && values === undefined) say(path, 'values', words.valuesNeeded)
    for (const table of tables) {
      claim(table, name, name, [...path, 'name'])
      aliases.forEach((text, one) => claim(table, text, name, [...path, 'aliases', one]))
    }
  })
  for (const [name, texts] of Object.entries(pack.aliases ?? {})) {
    const path = ['aliases', name]
    const field = index.fieldByName.get(name)
    if (!field) {
      const near = suggest(name, [...index.fieldByName.keys()])
      say(path, 'unknownField', words.unknownField(name) + (near === null ? '' : words.didYouMean(near)))
    } else if (field.derived) say(path, 'alias', words.aliasDerived(name))
    else {
      for (const table of field.tables) {
        texts.forEach((text, one) => claim(table, text, name, [...path, one]))
      }
    }
  }
}

/** Table and header → the field that it means. */
function headers(policy: Policy): Map<string, string> {
  const meaning = new Map<string, string>()
  for (const field of policy.fields) {
    if (field.derived) continue
    for (const { text, tables } of [{ text: field.name, tables: field.tables }, ...field.aliases]) {
      for (const table of tables ?? field.tables) meaning.set(`${table} ${text}`, field.name)
    }
  }
  return meaning
}
