import type { FeelValue } from '../types.ts'
import type { Context } from '../values/temporal.ts'
import { isContext, isList } from '../values/temporal.ts'
import type { Signature } from './signature.ts'
import { param, value } from './signature.ts'

const key = param('key', 'text')

function ownValue(context: Context, name: string): FeelValue {
  return Object.hasOwn(context, name) ? (context[name] ?? null) : null
}

function fromEntries(list: FeelValue): FeelValue {
  if (list === null) return null
  const made: Record<string, FeelValue> = {}
  for (const entry of isList(list) ? list : [list]) {
    if (
      !isContext(entry) ||
      typeof entry.key !== 'string' ||
      !('value' in entry) ||
      Object.hasOwn(made, entry.key)
    )
      return null
    made[entry.key] = entry.value ?? null
  }
  return made
}

/** `context put`: the key may be a path of keys. */
function put(context: FeelValue, keys: FeelValue, value_: FeelValue): FeelValue {
  if (context === null || !isContext(context)) return null
  const path = isList(keys ?? null) && isList(keys) ? keys : [keys]
  const [first, ...rest] = path
  if (typeof first !== 'string') return null
  if (rest.length === 0) return { ...context, [first]: value_ }
  const inner = put(ownValue(context, first), rest, value_)
  return inner === null ? null : { ...context, [first]: inner }
}

export const contextFunctions: readonly Signature[] = [
  value('get value', [param('m', 'context'), key], 'any', (m = null, k = null) =>
    isContext(m) && typeof k === 'string' ? ownValue(m, k) : null,
  ),
  value('get entries', [param('m', 'context')], 'list', (m = null) =>
    isContext(m) ? Object.entries(m).map(([k, v]) => ({ key: k, value: v })) : null,
  ),
  value('context', [param('entries', 'list')], 'context', (entries = null) => fromEntries(entries)),
  {
    ...value(
      'context put',
      [param('context', 'context'), key, param('value', 'any')],
      'context',
      (m = null, k = null, v = null) => put(m, k, v),
    ),
    nulls: true,
  },
  {
    ...value(
      'context put',
      [param('context', 'context'), param('keys', 'list'), param('value', 'any')],
      'context',
      (m = null, k = null, v = null) => put(m, k, v),
    ),
    nulls: true,
  },
  value('context merge', [param('contexts', 'list')], 'context', (list = null) => {
    const merged: Record<string, FeelValue> = {}
    for (const entry of isList(list) ? list : [list]) {
      if (!isContext(entry)) return null
      Object.assign(merged, entry)
    }
    return merged
  }),
]
