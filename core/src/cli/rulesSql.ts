import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import * as z from 'zod'

import { formatIsoDay } from '../calendar/index.ts'
import { policyStatements, type PolicyStatement, type SqlMap } from '../check/sql/index.ts'
import { type Dialect, dialects } from '../feel/sql/index.ts'
import type { Policy, TableName } from '../policy/index.ts'
import { packOptions, word } from './commandLine.ts'
import { openPolicy } from './openPolicy.ts'
import { readDay } from './readArguments.ts'
import { refuse } from './refuse.ts'
import { rulesSqlMessages as words } from './rulesSqlMessages.ts'
import type { Terminal } from './runCheck.ts'

const options = { sql: word, map: word, 'as-of': word, ...packOptions } as const

const texts = z.record(z.string(), z.string())
const sourceSchema = z.strictObject({
  table: z.string().min(1),
  columns: texts.optional(),
  row: z.string().min(1).optional(),
  codes: z.record(z.string(), texts).optional(),
})
const mapSchema = z.strictObject({
  tables: z.record(z.string(), sourceSchema),
  previous: sourceSchema.optional(),
})

/** Whether the words after `postloan rules` ask for SQL. */
export function asksForSql(written: readonly string[]): boolean {
  const asked = written.some((one) => /^--(?:sql|map)(?:=|$)/.test(one))
  return asked && !written.some((one) => one === '--help' || one === '-h')
}

/** `postloan rules --sql <dialect> --as-of <day> [--map <file>]`: the policy's rules for a data platform. 2 where it cannot. */
export async function runRulesSql(written: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const given = readWords(written)
  if (given === null) return refuse(terminal, words.usage)
  const dialect = Object.values(dialects).find(({ id }) => id === given.sql)
  if (!dialect) return refuse(terminal, words.unknownDialect(given.sql ?? '', Object.keys(dialects)))
  const asOf = given['as-of'] === undefined ? Number.NaN : readDay(given['as-of'])
  if (Number.isNaN(asOf)) return refuse(terminal, words.noDay)
  const opened = await openPolicy({ policies: given.policy ?? [], trust: given.trust ?? [] }, terminal)
  if (!opened.ok)
    return refuse(
      terminal,
      opened.errors.map(({ message }) => message),
    )
  const { policy } = opened
  const map = given.map === undefined ? null : await readMap(given.map, policy)
  if (map && !map.ok) return refuse(terminal, map.message)
  const statements = policyStatements(policy, dialect, { asOf, ...(map ? { map: map.map } : {}) })
  const head = words.head(policy.version, formatIsoDay(asOf), dialect.id)
  await terminal.out.write(
    [
      ...comment(head),
      ...(dialect.before === '' ? [] : [`${dialect.before};`]),
      ...statements.flatMap((one) => printed(one, dialect)),
    ].join('\n'),
  )
  return 0
}

function readWords(written: readonly string[]) {
  try {
    return parseArgs({ args: [...written], options, allowPositionals: false }).values
  } catch {
    return null
  }
}

type ReadMap = { readonly ok: true; readonly map: SqlMap } | { readonly ok: false; readonly message: string }

/** The bank's tables and columns from a JSON file; names that the policy does not know are refused with the place. */
async function readMap(path: string, policy: Policy): Promise<ReadMap> {
  const fail = (message: string): ReadMap => ({ ok: false, message: words.badMap(path, message) })
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return fail(words.unreadable)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return fail(words.noJson)
  }
  const parsed = mapSchema.safeParse(json)
  if (!parsed.success) return fail(words.badShape(parsed.error.issues.map(({ path: at }) => at.join('.'))))
  const fields = new Set(policy.fields.map((field) => field.name))
  const known = new Map<string, TableName>(
    policy.fields.flatMap(({ tables }) => tables).map((one) => [one, one]),
  )
  const tables: [TableName, z.infer<typeof sourceSchema>][] = []
  for (const [name, source] of Object.entries(parsed.data.tables)) {
    const table = known.get(name)
    if (table === undefined) return fail(words.unknownTable(name, [...known.keys()]))
    tables.push([table, source])
  }
  const { previous } = parsed.data
  const sources = [...tables.map(([, source]) => source), ...(previous ? [previous] : [])]
  const named = sources.flatMap(({ columns, codes }) => Object.keys({ ...columns, ...codes }))
  const unknown = named.find((name) => !fields.has(name))
  if (unknown !== undefined) return fail(words.unknownField(unknown))
  return {
    ok: true,
    map: { tables: Object.fromEntries(tables.map(withoutGaps)), ...gap('previous', previous) },
  }
}

type Source = z.infer<typeof sourceSchema>

function withoutGaps([table, source]: [TableName, Source]): [TableName, NonNullable<SqlMap['previous']>] {
  return [table, plain(source)]
}

function gap(name: 'previous', source: Source | undefined): Pick<SqlMap, 'previous'> {
  return source ? { [name]: plain(source) } : {}
}

/** The same without keys that hold undefined. */
function plain({ table, columns, row, codes }: Source): NonNullable<SqlMap['previous']> {
  return {
    table,
    ...(columns ? { columns } : {}),
    ...(row === undefined ? {} : { row }),
    ...(codes ? { codes } : {}),
  }
}

function printed(statement: PolicyStatement, { lateral }: Dialect): string[] {
  const { table, sql, cases, left, computed, joined } = statement
  const rules = new Set(cases.map(({ rule }) => rule)).size
  return [
    '',
    ...comment([
      words.table(table, rules, cases.length),
      ...joined.map(({ relation, by }) => words.joined(relation, by)),
      ...(computed.length > 0 ? [words.computed] : []),
      ...computed.map(({ name, how }) => `  ${name}：${how}`),
      ...(left.length > 0 ? [words.left(left.length)] : []),
      ...left.map(({ rule, case: caseId, reason }) => `  ${rule}.${caseId} ${reason}`),
      ...(lateral ? [] : [words.uniqueKey]),
    ]),
    ...(sql === '' ? [] : [`${sql};`]),
    '',
  ]
}

function comment(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => `-- ${line}`)
}
