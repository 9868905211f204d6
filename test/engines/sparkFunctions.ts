/**
 * Every function that the Spark text calls, with the version since which Spark's own reference has it
 * (https://spark.apache.org/docs/latest/api/sql/), and what was to be checked there. Nothing here has run on Spark.
 */
export interface SparkFunction {
  readonly name: string
  readonly since: string
  readonly note?: string
}

export const sparkFunctions: readonly SparkFunction[] = [
  { name: 'CONTAINS', since: '3.3.0', note: 'null in, null out; Hive has no such function' },
  { name: 'STARTSWITH', since: '3.3.0', note: 'Hive has no such function' },
  { name: 'ENDSWITH', since: '3.3.0', note: 'Hive has no such function' },
  {
    name: 'ADD_MONTHS',
    since: '1.5.0',
    note: 'until 2.4, and in Hive, the last day of a month goes to the last day: 2019-02-28 plus one is 03-31 there, 03-28 from 3.0 on, as the rules have it (SQL migration guide, 2.4 to 3.0)',
  },
  { name: 'EXTRACT', since: '3.0.0', note: 'EXTRACT(YEAR FROM d)' },
  { name: 'DATEDIFF', since: '1.5.0', note: 'the later day comes first' },
  { name: 'DATE_ADD', since: '1.5.0', note: 'a date, not a timestamp, from 3.0 on' },
  { name: 'LAST_DAY', since: '1.5.0' },
  { name: 'STACK', since: '2.0.0', note: 'a row per case, in LATERAL VIEW' },
  {
    name: 'NULLIF',
    since: '2.0.0',
    note: 'keeps division by zero null in ANSI mode, the default from 4.0 on',
  },
  { name: 'GREATEST', since: '1.5.0', note: 'skips nulls: the text asks for nulls before it' },
  { name: 'LEAST', since: '1.5.0', note: 'skips nulls: the text asks for nulls before it' },
  { name: 'REGEXP_REPLACE', since: '1.5.0', note: 'all places' },
  { name: 'INSTR', since: '1.5.0', note: 'from 1; 0 where it is not there' },
  { name: 'SUBSTRING', since: '1.5.0', note: 'from 1; negative counts from the end' },
  { name: 'CHAR_LENGTH', since: '1.5.0', note: 'characters, not bytes' },
  { name: 'UPPER', since: '1.0.1' },
  { name: 'LOWER', since: '1.0.1' },
  { name: 'ABS', since: '1.2.0' },
  { name: 'FLOOR', since: '1.4.0' },
  { name: 'CEIL', since: '1.4.0' },
  { name: 'POWER', since: '1.4.0' },
  { name: 'COALESCE', since: '1.0.0' },
  { name: 'CAST', since: '1.0.0', note: 'to INT cuts towards zero' },
  { name: 'COUNT', since: '1.0.0' },
  { name: 'SUM', since: '1.0.0' },
  { name: 'MIN', since: '1.0.0' },
  { name: 'MAX', since: '1.0.0' },
  { name: 'AVG', since: '1.0.0' },
]
