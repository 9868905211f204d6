import { builtInChecklists } from '@postloan/core/checklist'
import { builtInPolicy } from '@postloan/core/policy'

import type { PolicyOfPacks } from './policyOf.ts'

/** What packs leave as it is stands in a folded policy as its place in ours. */
const ours = { policy: builtInPolicy, lists: builtInChecklists }

/** Name of the one member of an object that stands for one of ours. */
const mark = '$ours'

/**
 * A policy with packs over it, in little room and as JSON holds it. Null where something of it would not come back as it
 * was: then it is not to be kept.
 */
export function foldPolicy(made: PolicyOfPacks): string | null {
  const places = new Map<object, string>()
  // rules, their cases, and the lists of both
  note(ours, '', 6, places)
  const text = JSON.stringify(fold(made, places))
  return JSON.stringify(unfoldPolicy(text)) === JSON.stringify(made) ? text : null
}

/** The same policy; what is ours in it is ours itself and no copy, so that what is known of it holds. */
export function unfoldPolicy(text: string): PolicyOfPacks {
  // written by `foldPolicy` from one
  return unfold(JSON.parse(text)) as PolicyOfPacks
}

function note(value: unknown, place: string, depth: number, places: Map<object, string>): void {
  if (typeof value !== 'object' || value === null || places.has(value)) return
  if (place !== '') places.set(value, place)
  if (depth === 0) return
  for (const [name, member] of Object.entries(value))
    note(member, place === '' ? name : `${place}.${name}`, depth - 1, places)
}

function fold(value: unknown, places: ReadonlyMap<object, string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const place = places.get(value)
  if (place !== undefined) return { [mark]: place }
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fold(member, places)]))
  const first = places.get(Object(value[0]))
  const list = first === undefined ? undefined : listOf(first)
  if (list && list.items.length === value.length && list.items.every((item, at) => item === value[at]))
    return { [mark]: list.place }
  return value.map((item) => fold(item, places))
}

/** The list of ours that begins with what stands at this place. */
function listOf(place: string): { readonly place: string; readonly items: readonly unknown[] } | null {
  if (!place.endsWith('.0')) return null
  const list = place.slice(0, -2)
  const items = partAt(list)
  return Array.isArray(items) ? { place: list, items } : null
}

function unfold(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(unfold)
  const place: unknown = Reflect.get(value, mark)
  if (typeof place === 'string') return partAt(place)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unfold(member)]))
}

function partAt(place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      ours,
    )
}
