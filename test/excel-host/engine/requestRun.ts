import { ExcelFault, invalidOperation } from '../model/fault.ts'
import type { Engine } from './engine.ts'
import { type AnyKind, type ExcelObject, type Kind, isExcelObject } from './kind.ts'
import { atLeast } from './profiles.ts'
import {
  ActionType,
  type ArgumentInfo,
  PathType,
  type QueryInfo,
  type WireAction,
  type WireRequest,
  type WireResponse,
} from './wire.ts'

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** One request being carried out. */
export class RequestRun {
  wrote = false
  readonly #engine: Engine
  readonly #request: WireRequest
  readonly #objects = new Map<number, ExcelObject | null>()
  readonly #traceIds: number[] = []

  constructor(engine: Engine, request: WireRequest) {
    this.#engine = engine
    this.#request = request
  }

  all(): WireResponse {
    const results: { ActionId: number; Value: unknown }[] = []
    for (const [i, action] of this.#request.Actions.entries()) {
      this.#engine.counters.actions++
      try {
        const value = this.#action(action)
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value })
      } catch (caught) {
        const fault =
          caught instanceof ExcelFault
            ? caught
            : new ExcelFault('GeneralException', `the simulated Excel failed: ${String(caught)}`, 500)
        if (!(caught instanceof ExcelFault)) console.error(caught)
        const { errors } = this.#engine.counters
        errors[fault.code] = (errors[fault.code] ?? 0) + 1
        return {
          Error: {
            Code: fault.code,
            Message: fault.message,
            Location: this.#location(action),
            ActionIndex: i,
            HttpStatusCode: fault.status,
          },
          Results: results,
          TraceIds: this.#traceIds,
        }
      }
    }
    return { Results: results, TraceIds: this.#traceIds }
  }

  #location(action: WireAction): string {
    const path = this.#request.ObjectPaths[action.ObjectPathId]
    if (action.ActionType !== ActionType.Instantiate) {
      const object = this.#objects.get(action.ObjectPathId)
      return `${object?.kind.name ?? ''}.${lowerFirst(action.Name)}`
    }
    const parent = path?.ParentObjectPathId === undefined ? null : this.#objects.get(path.ParentObjectPathId)
    return `${parent?.kind.name ?? ''}.${lowerFirst(path?.Name || 'getItem')}`
  }

  #action(action: WireAction): unknown {
    if (action.ActionType === ActionType.Trace) {
      this.#traceIds.push(action.Id)
      return null
    }
    const object = this.#resolve(action.ObjectPathId)
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object && this.#identity(object)
      case ActionType.Query:
      case ActionType.QueryAsJson:
        return object && this.#load(object, action.QueryInfo ?? {})
      case ActionType.Method: {
        if (action.Name === '_KeepReference') {
          if (object) this.#engine.reference(object)
          return null
        }
        if (!object) return null
        const value = this.#call(object, action.Name, this.#arguments(action.ArgumentInfo))
        return isExcelObject(value) ? this.#identity(value) : (value ?? null)
      }
      case ActionType.SetProperty: {
        if (!object) throw invalidOperation('The object does not exist.')
        this.#set(object, action.Name, this.#arguments(action.ArgumentInfo)[0])
        return null
      }
      case ActionType.Update: {
        if (!object) throw invalidOperation('The object does not exist.')
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#set(object, name, value)
        return null
      }
      default:
        throw this.#engine.missing(`action type ${action.ActionType}`)
    }
  }

  #arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds
    const read = (value: unknown, reference: unknown): unknown => {
      if (Array.isArray(reference) && Array.isArray(value)) {
        return value.map((one: unknown, i) => read(one, (reference as readonly unknown[])[i]))
      }
      if (typeof reference === 'number' && reference > 0) return this.#resolve(reference)
      return this.#plain(value)
    }
    return (info?.Arguments ?? []).map((value, i) => read(value, references?.[i]))
  }

  /** Objects inside plain values are named `{_ObjectPathId}`. */
  #plain(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const { _ObjectPathId: id } = value as { readonly _ObjectPathId?: unknown }
    if (typeof id === 'number') return this.#resolve(id)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#plain(one)]))
  }

  #resolve(id: number): ExcelObject | null {
    const known = this.#objects.get(id)
    if (known !== undefined) return known
    const made = this.#follow(id)
    this.#objects.set(id, made)
    return made
  }

  #follow(id: number): ExcelObject | null {
    const engine = this.#engine
    const path = this.#request.ObjectPaths[id]
    if (!path) throw new ExcelFault('InvalidObjectPath', 'The object path is not in the request.')
    const { ObjectPathType: type, Name: name } = path
    if (type === PathType.Global) return engine.options.root
    if (type === PathType.Null) return null
    if (type === PathType.ReferenceId) {
      const kept = engine.references.get(name)
      if (!kept) {
        throw new ExcelFault('InvalidReference', 'This reference is not valid for the current operation.')
      }
      return kept
    }
    if (type === PathType.New) {
      const top = engine.options.topLevel(name)
      if (!top) throw engine.missing(`new ${name}`)
      return top
    }
    const parent = this.#resolve(path.ParentObjectPathId ?? 0)
    if (!parent) return null
    if (type === PathType.Property) return this.#child(parent, name)
    const args = this.#arguments(path.ArgumentInfo)
    if (type === PathType.Indexer) {
      const found = this.#kind(parent).item?.(parent.self as never, args[0])
      if (found === undefined) throw engine.missing(`${parent.kind.name}.getItem`)
      if (found === null) throw new ExcelFault('ItemNotFound', "The requested resource doesn't exist.", 404)
      return found
    }
    const made = this.#call(parent, name, args)
    return isExcelObject(made) ? made : null
  }

  /** `make` is the only maker of objects and takes a kind and a self that fit: here they are taken apart again. */
  #kind(object: ExcelObject): Kind<never> {
    return object.kind
  }

  #child(object: ExcelObject, name: string): ExcelObject | null {
    const get = object.kind.children?.[name]
    this.#engine.use(`${object.kind.name}.${lowerFirst(name)}`)
    if (!get) throw this.#engine.missing(`${object.kind.name}.${lowerFirst(name)}`)
    return get(object.self as never)
  }

  #call(object: ExcelObject, name: string, args: readonly unknown[]): unknown {
    if (name === '_RemoveReference') {
      this.#engine.references.delete(String(args[0]))
      return null
    }
    const { kind } = object
    const member = `${kind.name}.${lowerFirst(name)}`
    this.#engine.use(member)
    if (name === 'GetItem' && kind.item) {
      const found = kind.item(object.self as never, args[0])
      if (!found) throw new ExcelFault('ItemNotFound', "The requested resource doesn't exist.", 404)
      return found
    }
    if (name === 'GetItemOrNullObject' && kind.item && !kind.methods?.[name]) {
      return kind.item(object.self as never, args[0])
    }
    if (kind.items && !kind.methods?.[name]) {
      if (name === 'GetCount') return kind.items(object.self as never).length
      if (name === 'GetItemAt' || name === 'GetFirst') {
        const found = kind.items(object.self as never)[name === 'GetFirst' ? 0 : Number(args[0])]
        if (!found) throw new ExcelFault('InvalidArgument', 'The index is outside the collection.')
        return found
      }
    }
    const method = kind.methods?.[name]
    if (!method) throw this.#engine.missing(`${member}()`)
    if (!/^(Get|_|Select$|Activate$)/.test(name) && !isHarmless(kind, name)) this.wrote = true
    return method(object.self as never, ...args)
  }

  #set(object: ExcelObject, name: string, value: unknown): void {
    const member = `${object.kind.name}.${lowerFirst(name)}`
    this.#engine.use(member)
    const write = object.kind.write?.[name]
    if (!write) throw this.#engine.missing(`${member} =`)
    if (!isHarmless(object.kind, name)) this.wrote = true
    if (/Format|Fill|Font|Border/.test(object.kind.name)) this.#engine.counters.formatWrites++
    write(object.self as never, value)
  }

  #identity(object: ExcelObject): Record<string, unknown> {
    const { kind } = object
    const value: Record<string, unknown> = {}
    if (kind.id !== undefined) value[kind.id] = kind.read?.[kind.id]?.(object.self as never)
    if (this.#keeps(object)) value['_ReferenceId'] = this.#engine.reference(object)
    return value
  }

  #keeps(object: ExcelObject): boolean {
    return (
      object.kind.tracked === true &&
      (this.#request.AutoKeepReference === true || this.#engine.isReferenced(object))
    )
  }

  #load(object: ExcelObject, query: QueryInfo): Record<string, unknown> {
    const { kind } = object
    if (!kind.items) return this.#properties(object, query, false)
    const all = kind.items(object.self as never)
    const from = query.Skip ?? 0
    const items = all.slice(from, query.Top === undefined ? undefined : from + query.Top)
    return {
      ...this.#properties(object, query, true),
      _Items: items.map((item) => this.#properties(item, query, false)),
    }
  }

  #properties(object: ExcelObject, query: QueryInfo, isCollection: boolean): Record<string, unknown> {
    const { kind } = object
    const read = kind.read ?? {}
    const value: Record<string, unknown> = {}
    if (!isCollection && kind.id !== undefined) value['_Id'] = read[kind.id]?.(object.self as never)
    if (this.#keeps(object)) value['_ReferenceId'] = this.#engine.reference(object)
    const nested = new Map<string, string[]>()
    const nest = (name: string, rest: string) => nested.set(name, [...(nested.get(name) ?? []), rest])
    for (const wanted of query.Select?.length ? query.Select : ['*']) {
      const [head = '', ...rest] = wanted.split('/')
      // Answered by office.js itself: an object that gives any answer is none.
      if (head === '$none' || head === 'isNullObject') continue
      if (head === '*' || head === '$all') {
        for (const name of Object.keys(read)) {
          if (name.startsWith('_') || (isCollection && name !== 'Count')) continue
          // what a newer version added is left out of "all", not refused
          if (this.#tooNew(`${kind.name}.${lowerFirst(name)}`)) continue
          value[name] = this.#read(object, name)
        }
        continue
      }
      const name = find(Object.keys(read), head)
      if (name !== undefined && rest.length === 0) {
        if (!isCollection || name === 'Count') value[name] = this.#read(object, name)
        continue
      }
      if (isCollection) continue
      const child = find(Object.keys(kind.children ?? {}), head)
      if (child === undefined) throw this.#engine.missing(`${kind.name}.${lowerFirst(head)}`)
      nest(child, rest.join('/') || '*')
    }
    for (const wanted of isCollection ? [] : (query.Expand ?? [])) {
      const child = find(Object.keys(kind.children ?? {}), wanted.split('/')[0] ?? '')
      if (child !== undefined && !nested.has(child)) nest(child, '*')
    }
    for (const [name, select] of nested) {
      const child = this.#child(object, name)
      value[name] = child && this.#load(child, { Select: select })
    }
    return value
  }

  #tooNew(member: string): boolean {
    const [set = '', version = ''] = (this.#engine.options.apiSets[member] ?? '').split(' ')
    return set !== '' && !atLeast(this.#engine.options.profile.sets[set], version)
  }

  #read(object: ExcelObject, name: string): unknown {
    this.#engine.use(`${object.kind.name}.${lowerFirst(name)}`)
    return object.kind.read?.[name]?.(object.self as never) ?? null
  }
}

const isHarmless = ({ harmless }: AnyKind, name: string): boolean =>
  harmless === 'all' || harmless?.includes(name) === true

function find(names: readonly string[], wanted: string): string | undefined {
  return names.find((name) => name.toLowerCase() === wanted.toLowerCase())
}
