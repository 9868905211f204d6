import { parseIsoDay } from '../calendar/index.ts'
import type { Field, Parameter, ParameterValue, Policy, Source } from '../policy/index.ts'
import { faultMessages as words } from './faultMessages.ts'
import type { Fault } from './policyFaults.ts'

/** Faults of fields, code lists, sources, parameters and relations. */
export function findDataFaults(policy: Policy): readonly Fault[] {
  const sourceIds = new Set(policy.sources.map((source) => source.id))
  const fieldKeys = new Set(policy.fields.map((field) => field.key))
  return [
    ...repeats(policy.fields, (field) => field.key, words.field),
    ...repeats(policy.fields, (field) => field.name, words.field),
    ...repeats(policy.codeLists, (list) => list.id, words.codeList),
    ...repeats(policy.sources, (source) => source.id, words.source),
    ...repeats(policy.parameters, (parameter) => parameter.id, words.parameter),
    ...repeats(policy.parameters, (parameter) => parameter.name, words.parameter),
    ...repeats([...policy.relations, ...policy.fields], (named) => named.name, words.relation),
    ...policy.fields.flatMap((field) => fieldFaults(field, policy, fieldKeys)),
    ...aliasFaults(policy.fields),
    ...policy.codeLists.flatMap((list) =>
      repeats(
        list.values.flatMap(({ value, synonyms }) => [value, ...synonyms]),
        (text) => text,
        () => words.codeList(list.id),
      ),
    ),
    ...policy.sources.flatMap(sourceFaults),
    ...policy.parameters.flatMap((parameter) => parameterFaults(parameter, sourceIds)),
    ...policy.relations.flatMap((relation) =>
      relation.keys
        .flat()
        .filter((key) => !fieldKeys.has(key))
        .map((key) => fault('unknownField', words.relation(relation.name), words.unknownField(key))),
    ),
  ]
}

export function fault(code: Fault['code'], place: string, message: string): Fault {
  return { code, place, message }
}

/** One fault for each value that is there more than once. */
export function repeats<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
  place: (name: string) => string,
): readonly Fault[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const item of items) {
    const text = name(item)
    if (seen.has(text)) twice.add(text)
    seen.add(text)
  }
  return [...twice].map((text) => fault('duplicate', place(text), words.duplicate(text)))
}

function fieldFaults(field: Field, policy: Policy, keys: ReadonlySet<string>): readonly Fault[] {
  const place = words.field(field.key)
  const faults: Fault[] = []
  const hasList = policy.codeLists.some((list) => list.id === field.codeList)
  if ((field.type === 'code' || field.codeList !== undefined) && !hasList) {
    faults.push(fault('unknownCodeList', place, words.unknownCodeList(field.codeList ?? '')))
  }
  if (field.tables.length === 0) faults.push(fault('badValue', place, words.emptyText('所在表')))
  for (const key of field.derived?.from ?? []) {
    if (!keys.has(key)) faults.push(fault('unknownField', place, words.unknownField(key)))
  }
  return faults
}

/** A header must not mean two fields of one table. */
function aliasFaults(fields: readonly Field[]): readonly Fault[] {
  const meant = new Map<string, Set<string>>()
  for (const field of fields) {
    if (field.derived) continue
    for (const { text, tables } of [{ text: field.name, tables: field.tables }, ...field.aliases]) {
      for (const table of tables ?? field.tables) {
        const header = `${table}\u0000${text}`
        meant.set(header, (meant.get(header) ?? new Set()).add(field.key))
      }
    }
  }
  return [...meant].flatMap(([header, keys]) => {
    const [table = '', text = ''] = header.split('\u0000')
    if (keys.size < 2) return []
    return [
      fault(
        'ambiguousAlias',
        words.field([...keys][0] ?? ''),
        words.ambiguousAlias(text, table, [...keys].join('、')),
      ),
    ]
  })
}

function sourceFaults(source: Source): readonly Fault[] {
  const place = words.source(source.id)
  const dates = [source.effective, source.published, source.repealed].filter((date) => date !== undefined)
  return [
    ...dates.filter(notDate).map((date) => fault('badDate', place, words.badDate(date))),
    ...(source.article !== undefined && source.status === 'unverified'
      ? [fault('badValue', place, words.unverifiedArticle)]
      : []),
    ...(['issuer', 'title', 'says'] as const)
      .filter((key) => source[key].trim() === '')
      .map((key) => fault('badValue', place, words.emptyText(key))),
  ]
}

function parameterFaults(parameter: Parameter, sourceIds: ReadonlySet<string>): readonly Fault[] {
  const place = words.parameter(parameter.name)
  if (parameter.values.length === 0) return [fault('badValue', place, words.noValues)]
  return parameter.values.flatMap((value) => [
    ...(sourceIds.has(value.source)
      ? []
      : [fault('unknownSource', place, words.unknownSource(value.source))]),
    ...(fits(parameter, value) ? [] : [fault('badValue', place, words.wrongKind(String(value.value)))]),
    ...[value.from, value.to]
      .filter((date) => date !== undefined)
      .filter(notDate)
      .map((date) => fault('badDate', place, words.badDate(date))),
  ])
}

function fits({ type }: Parameter, { value }: ParameterValue): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'text':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && !notDate(value)
    case 'list':
      return typeof value === 'object' && value.length > 0
  }
}

function notDate(text: string): boolean {
  return Number.isNaN(parseIsoDay(text))
}
