/**
 * What differs between SQL engines, as data and small functions over SQL text. Everything else that the back end
 * writes is plain SQL:2016 that all of them take.
 */
export interface Dialect {
  readonly id: 'duckdb' | 'postgres' | 'clickhouse' | 'spark'
  /** A quoted identifier. */
  name(identifier: string): string
  text(value: string): string
  number(value: number): string
  /** `2026-10-31` as a date. */
  date(iso: string): string
  /** Can join a subquery that looks at the row (`LEFT JOIN LATERAL`), with any condition in it. */
  readonly lateral: boolean
  /** A statement to be run before ours in the same session; empty where none is needed. */
  readonly before: string
  /** What must stand at the end of the SELECT with the joins. */
  readonly ending: string
  readonly doubleType: string
  readonly integerType: string
  /** A null of a kind: engines choose between functions by it. */
  nullOf(type: 'number' | 'text' | 'date' | 'boolean'): string
  /** Whole days from a to b. */
  daysBetween(a: string, b: string): string
  addDays(date: string, days: string): string
  /** Adds whole months; a missing day becomes the month's last. */
  addMonths(date: string, months: string): string
  endOfMonth(date: string): string
  part(part: 'year' | 'month' | 'day', date: string): string
  contains(text: string, part: string): string
  /** The 1-based place of a part in a text, 0 where it is not there. */
  position(text: string, part: string): string
  startsWith(text: string, part: string): string
  endsWith(text: string, part: string): string
  /** The number of characters, not bytes. */
  textLength(text: string): string
  /** From a 1-based character position; negative counts from the end; no length = to the end. */
  substring(text: string, from: number, length: number | null): string
  /** True where the pattern is found anywhere in the text; null where the engine has no such test. */
  matches(text: string, pattern: string): string | null
  /** All places of the pattern replaced by a text without references; null where the engine cannot. */
  replaceAll(text: string, pattern: string, by: string): string | null
  /** Null where the value is null. */
  isIn(value: string, items: readonly string[]): string
  upper(text: string): string
  lower(text: string): string
  /** A number that stands beside numbers of other kinds, in the branches of CASE. */
  besideNumbers(number: string): string
  /** A text known to be a number as binary64. */
  toDouble(text: string): string
  greatest(parts: readonly string[]): string
  least(parts: readonly string[]): string
  /** a ** b */
  power(a: string, b: string): string
  /** An outcome as a byte. */
  readonly tinyIntType: string
  /** One row per case from one row of the wide table `wide`; columns `rule`, `case`, `outcome`. */
  unpivot(wide: string, keys: readonly string[], cases: readonly UnpivotCase[]): string
}

export interface UnpivotCase {
  readonly rule: string
  readonly case: string
  /** Quoted column of the wide table. */
  readonly column: string
}

const doubled = (value: string, quote: string): string => value.replaceAll(quote, quote + quote)

function plainNumber(value: number, doubleType: string): string {
  if (Number.isSafeInteger(value)) return value < 0 ? `(${value})` : String(value)
  // a decimal literal would be computed in decimals, the rules are binary64
  return `CAST(${String(value)} AS ${doubleType})`
}

/** Cut towards zero where it is not a written whole number; a cast alone rounds. */
function wholeNumber(sql: string): string {
  return /^\d+$/.test(sql) ? sql : `CAST(TRUNC(${sql}) AS INTEGER)`
}

function nulls(number: string, text: string, date: string, boolean: string): Dialect['nullOf'] {
  const types = { number, text, date, boolean }
  return (type) => `CAST(NULL AS ${types[type]})`
}

const standard = {
  before: '',
  ending: '',
  isIn: (value: string, items: readonly string[]) => `(${value} IN (${items.join(', ')}))`,
  upper: (text: string) => `UPPER(${text})`,
  lower: (text: string) => `LOWER(${text})`,
  besideNumbers: (number: string) => number,
  name: (identifier: string) => `"${doubled(identifier, '"')}"`,
  text: (value: string) => `'${doubled(value, "'")}'`,
  date: (iso: string) => `DATE '${iso}'`,
  part: (part: string, date: string) => `EXTRACT(${part.toUpperCase()} FROM ${date})`,
  greatest: (parts: readonly string[]) => `GREATEST(${parts.join(', ')})`,
  least: (parts: readonly string[]) => `LEAST(${parts.join(', ')})`,
  power: (a: string, b: string) => `POWER(${a}, ${b})`,
}

export const duckdb: Dialect = {
  ...standard,
  id: 'duckdb',
  toDouble: (text) => `TRY_CAST(${text} AS DOUBLE)`,
  lateral: true,
  doubleType: 'DOUBLE',
  integerType: 'INTEGER',
  nullOf: nulls('DOUBLE', 'VARCHAR', 'DATE', 'BOOLEAN'),
  tinyIntType: 'UTINYINT',
  number: (value) => plainNumber(value, 'DOUBLE'),
  daysBetween: (a, b) => `(${b} - ${a})`,
  addDays: (date, days) => `(${date} + ${wholeNumber(days)})`,
  addMonths: (date, months) => `CAST(${date} + TO_MONTHS(${wholeNumber(months)}) AS DATE)`,
  endOfMonth: (date) => `LAST_DAY(${date})`,
  contains: (text, part) => `CONTAINS(${text}, ${part})`,
  position: (text, part) => `STRPOS(${text}, ${part})`,
  startsWith: (text, part) => `STARTS_WITH(${text}, ${part})`,
  endsWith: (text, part) => `SUFFIX(${text}, ${part})`,
  textLength: (text) => `LENGTH(${text})`,
  substring: (text, from, length) =>
    length === null ? `SUBSTRING(${text}, ${from})` : `SUBSTRING(${text}, ${from}, ${length})`,
  matches: (text, pattern) => `REGEXP_MATCHES(${text}, ${pattern})`,
  replaceAll: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${pattern}, ${by}, 'g')`,
  unpivot: (wide, keys, cases) => {
    const rows = cases.map((one) => `('${one.rule}', '${one.case}', w.${one.column})`)
    return [
      `SELECT ${[...keys.map((key) => `w.${key}`), 'v."rule"', 'v."case"', 'v."outcome"'].join(', ')}`,
      `FROM ${wide} AS w`,
      `CROSS JOIN LATERAL (VALUES`,
      `  ${rows.join(',\n  ')}`,
      `) AS v("rule", "case", "outcome")`,
    ].join('\n')
  },
}

/** PostgreSQL and its family: nothing newer than 9.2, which GaussDB and older Greenplum are made of. */
export const postgres: Dialect = {
  ...standard,
  id: 'postgres',
  toDouble: (text) => `CAST(${text} AS DOUBLE PRECISION)`,
  lateral: false,
  doubleType: 'DOUBLE PRECISION',
  integerType: 'INTEGER',
  nullOf: nulls('DOUBLE PRECISION', 'TEXT', 'DATE', 'BOOLEAN'),
  tinyIntType: 'SMALLINT',
  number: (value) => plainNumber(value, 'DOUBLE PRECISION'),
  daysBetween: (a, b) => `(${b} - ${a})`,
  addDays: (date, days) => `(${date} + ${wholeNumber(days)})`,
  addMonths: (date, months) => `CAST(${date} + ${wholeNumber(months)} * INTERVAL '1 month' AS DATE)`,
  endOfMonth: (date) => `CAST(DATE_TRUNC('month', ${date}) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE)`,
  position: (text, part) => `STRPOS(${text}, ${part})`,
  contains: (text, part) => `(POSITION(${part} IN ${text}) > 0)`,
  startsWith: (text, part) => `(LEFT(${text}, CHAR_LENGTH(${part})) = ${part})`,
  endsWith: (text, part) => `(RIGHT(${text}, CHAR_LENGTH(${part})) = ${part})`,
  textLength: (text) => `CHAR_LENGTH(${text})`,
  substring: (text, from, length) => {
    const start = from < 0 ? `CHAR_LENGTH(${text}) + ${from + 1}` : String(from)
    return length === null ? `SUBSTR(${text}, ${start})` : `SUBSTR(${text}, ${start}, ${length})`
  },
  matches: (text, pattern) => `(${text} ~ ${pattern})`,
  replaceAll: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${pattern}, ${by}, 'g')`,
  // lists of one length, unfolded side by side
  unpivot: (wide, keys, cases) => {
    const texts = (list: readonly string[]): string => list.map((text) => `'${text}'`).join(', ')
    return [
      `SELECT ${keys.join(', ')},`,
      `  UNNEST(ARRAY[${texts(cases.map((one) => one.rule))}]) AS "rule",`,
      `  UNNEST(ARRAY[${texts(cases.map((one) => one.case))}]) AS "case",`,
      `  UNNEST(ARRAY[${cases.map((one) => one.column).join(', ')}]) AS "outcome"`,
      `FROM ${wide}`,
    ].join('\n')
  },
}

export const clickhouse: Dialect = {
  ...standard,
  id: 'clickhouse',
  // all rules in one statement are longer than it takes by default
  before: 'SET max_query_size = 16777216, max_ast_elements = 1000000, max_expanded_ast_elements = 5000000',
  // else a row without related rows has zeros and empty texts for them
  ending: '\n  SETTINGS join_use_nulls = 1',
  // IN says 0 of a null
  isIn: (value, items) => `(CASE WHEN ${value} IS NULL THEN NULL ELSE ${value} IN (${items.join(', ')}) END)`,
  upper: (text) => `upperUTF8(${text})`,
  lower: (text) => `lowerUTF8(${text})`,
  toDouble: (text) => `toFloat64OrNull(${text})`,
  // whole and binary numbers have no common type
  besideNumbers: (number) => `toFloat64(${number})`,
  lateral: false,
  doubleType: 'Nullable(Float64)',
  integerType: 'Nullable(Int32)',
  nullOf: nulls('Nullable(Float64)', 'Nullable(String)', 'Nullable(Date32)', 'Nullable(Bool)'),
  tinyIntType: 'Nullable(UInt8)',
  name: (identifier) => `\`${doubled(identifier, '`')}\``,
  text: (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  number: (value) => plainNumber(value, 'Nullable(Float64)'),
  date: (iso) => `toDate32('${iso}')`,
  daysBetween: (a, b) => `dateDiff('day', ${a}, ${b})`,
  addDays: (date, days) => `addDays(${date}, CAST(${days} AS Nullable(Int32)))`,
  addMonths: (date, months) => `addMonths(${date}, CAST(${months} AS Nullable(Int32)))`,
  endOfMonth: (date) => `toLastDayOfMonth(${date})`,
  position: (text, part) => `positionUTF8(${text}, ${part})`,
  contains: (text, part) => `(positionUTF8(${text}, ${part}) > 0)`,
  startsWith: (text, part) => `startsWith(${text}, ${part})`,
  endsWith: (text, part) => `endsWith(${text}, ${part})`,
  textLength: (text) => `lengthUTF8(${text})`,
  substring: (text, from, length) =>
    length === null ? `substringUTF8(${text}, ${from})` : `substringUTF8(${text}, ${from}, ${length})`,
  matches: (text, pattern) => `match(${text}, ${pattern})`,
  replaceAll: (text, pattern, by) => `replaceRegexpAll(${text}, ${pattern}, ${by})`,
  // the number of the case goes through the rows, not its texts: half the time for hundreds of cases
  unpivot: (wide, keys, cases) => {
    const columns = cases.map((one) => one.column).join(', ')
    const textOf = (texts: readonly string[]): string => `[${texts.map((text) => `'${text}'`).join(', ')}][n]`
    return [
      `SELECT ${[...keys, `${textOf(cases.map((one) => one.rule))} AS rule`, `${textOf(cases.map((one) => one.case))} AS \`case\``, 'outcome'].join(', ')}`,
      `FROM ${wide}`,
      `ARRAY JOIN [${columns}] AS outcome, range(1, ${cases.length + 1}) AS n`,
    ].join('\n')
  },
}

export const spark: Dialect = {
  ...standard,
  id: 'spark',
  toDouble: (text) => `CAST(${text} AS DOUBLE)`,
  lateral: false,
  doubleType: 'DOUBLE',
  integerType: 'INT',
  nullOf: nulls('DOUBLE', 'STRING', 'DATE', 'BOOLEAN'),
  tinyIntType: 'TINYINT',
  name: (identifier) => `\`${doubled(identifier, '`')}\``,
  text: (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  number: (value) => plainNumber(value, 'DOUBLE'),
  daysBetween: (a, b) => `DATEDIFF(${b}, ${a})`,
  addDays: (date, days) => `DATE_ADD(${date}, CAST(${days} AS INT))`,
  addMonths: (date, months) => `ADD_MONTHS(${date}, CAST(${months} AS INT))`,
  endOfMonth: (date) => `LAST_DAY(${date})`,
  contains: (text, part) => `CONTAINS(${text}, ${part})`,
  position: (text, part) => `INSTR(${text}, ${part})`,
  startsWith: (text, part) => `STARTSWITH(${text}, ${part})`,
  endsWith: (text, part) => `ENDSWITH(${text}, ${part})`,
  textLength: (text) => `CHAR_LENGTH(${text})`,
  substring: (text, from, length) =>
    length === null ? `SUBSTRING(${text}, ${from})` : `SUBSTRING(${text}, ${from}, ${length})`,
  matches: (text, pattern) => `(${text} RLIKE ${pattern})`,
  replaceAll: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${pattern}, ${by})`,
  unpivot: (wide, keys, cases) => {
    const rows = cases.map((one) => `'${one.rule}', '${one.case}', w.${one.column}`)
    return [
      `SELECT ${[...keys.map((key) => `w.${key}`), 'v.rule', 'v.`case`', 'v.outcome'].join(', ')}`,
      `FROM ${wide} AS w`,
      `LATERAL VIEW stack(${cases.length},`,
      `  ${rows.join(',\n  ')}`,
      ') v AS rule, `case`, outcome',
    ].join('\n')
  },
}

export const dialects: Readonly<Record<Dialect['id'], Dialect>> = { duckdb, postgres, clickhouse, spark }
