import type { Dialect } from './dialect.ts'
import type { SqlRelation, SqlRows } from './scope.ts'

/** The rows of a relation as one source that aggregates are taken from. */
export interface RowSource {
  /** What their columns are called by. */
  readonly alias: string
  /** SQL for the value of an aggregate over the rows; `empty` is what it is over none. */
  take(aggregate: string, empty: string): string
}

/** The table whose rows are judged, as its related rows see it. */
export interface JudgedTable {
  /** What follows FROM: `"借据" AS t`. */
  readonly from: string
  /** What tells its rows apart: the one that is unique, else the first. */
  readonly keys: readonly { readonly sql: string; readonly unique?: true }[]
}

/** Aggregates over one relation, gathered so that its rows are looked up once for all of them. */
interface Gathered {
  readonly alias: string
  readonly rows: SqlRows
  /** Aggregate → the name of its column. */
  readonly columns: Map<string, string>
}

/** Related rows joined once per relation, for all expressions of a statement. */
export class JoinedRows {
  readonly #gathered = new Map<string, Gathered>()
  readonly #lateral: boolean
  readonly #table: JudgedTable

  constructor(dialect: Dialect, table: JudgedTable) {
    this.#lateral = dialect.lateral
    this.#table = table
  }

  source(relation: SqlRelation): RowSource {
    const key = whole(relation.rows('r'))
    const known = this.#gathered.get(key)
    const alias = known?.alias ?? `j${this.#gathered.size + 1}`
    const gathered = known ?? { alias, rows: relation.rows(alias), columns: new Map<string, string>() }
    this.#gathered.set(key, gathered)
    return {
      alias,
      take: (aggregate, empty) => {
        const column = gathered.columns.get(aggregate) ?? `a${gathered.columns.size + 1}`
        gathered.columns.set(aggregate, column)
        const taken = `${alias}_all.${column}`
        if (this.#lateral || empty === 'NULL') return taken
        return `(CASE WHEN ${alias}_all.found IS NULL THEN ${empty} ELSE ${taken} END)`
      },
    }
  }

  /** What follows the table in FROM. */
  joins(): string {
    return [...this.#gathered.values()]
      .filter(({ columns }) => columns.size > 0)
      .map((one) => (this.#lateral ? lateralJoin(one) : groupedJoin(one, this.#table)))
      .join('')
  }
}

function lateralJoin({ alias, rows, columns }: Gathered): string {
  const list = listed(columns)
  return `\n  LEFT JOIN LATERAL (\n    SELECT\n      ${list.join(',\n      ')}\n    FROM ${whole(rows)}\n  ) AS ${alias}_all ON TRUE`
}

/**
 * For an engine that cannot look at the row from inside a join: all related rows grouped at once. Where the aggregates
 * speak of the row at hand it stands in the groups too, so its key must be unique.
 */
function groupedJoin({ alias, rows, columns }: Gathered, table: JudgedTable): string {
  const outer = table.from.split(' ').at(-1) ?? ''
  const aggregates = listed(columns)
  const speaksOfRow = [...aggregates, rows.where ?? ''].some((sql) =>
    new RegExp(`(^|[^\\w"\`.])${outer}\\.`).test(sql),
  )
  const own = table.keys.find(({ unique }) => unique) ?? table.keys[0]
  const keys = speaksOfRow
    ? [{ outer: own?.sql ?? 'NULL', inner: own?.sql ?? 'NULL' }]
    : rows.on.map((pair) => ({ outer: pair.outer, inner: pair.inner }))
  const from = speaksOfRow
    ? `${rows.from} JOIN ${table.from} ON ${conditions(rows)}${rows.where === undefined ? '' : ` WHERE ${rows.where}`}`
    : rows.from
  const list = [...keys.map((key, at) => `${key.inner} AS k${at + 1}`), '1 AS found', ...aggregates]
  const groups = keys.map((key) => key.inner).join(', ')
  const joined = keys.map((key, at) => `${alias}_all.k${at + 1} = ${key.outer}`).join(' AND ')
  return `\n  LEFT JOIN (\n    SELECT\n      ${list.join(',\n      ')}\n    FROM ${from}\n    GROUP BY ${groups}\n  ) AS ${alias}_all ON ${joined}`
}

function listed(columns: ReadonlyMap<string, string>): string[] {
  return [...columns].map(([aggregate, column]) => `${aggregate} AS ${column}`)
}

function conditions({ on }: SqlRows): string {
  return on.map(({ outer, inner }) => `${inner} = ${outer}`).join(' AND ')
}

/** The rows with their condition. */
function whole(rows: SqlRows): string {
  return `${rows.from} WHERE ${conditions(rows)}${rows.where === undefined ? '' : ` AND ${rows.where}`}`
}

/** A source for one aggregate alone: a correlated subquery. */
export function subquery(relation: SqlRelation, alias: string): RowSource {
  return { alias, take: (aggregate) => `(SELECT ${aggregate} FROM ${whole(relation.rows(alias))})` }
}
