import type { Frame, Scope } from '@postloan/core/feel'
import { type Dialect, dialects, type SqlName, type SqlScope, type SqlTable } from '@postloan/core/feel/sql'
import { type Column, valueAt } from '@postloan/core/table'

/**
 * Says what table and column of a database stands for each name of a rule over frames, and what has to be in them. Only
 * the columns that the statements asked for are needed, so write the statements first, then load the `contents`.
 */
export class DataTables {
  readonly #dialect: Dialect
  readonly #tables = new Map<Frame, LoadedTable>()
  readonly #links: { readonly name: string; readonly offsets: Uint32Array; readonly rows: Uint32Array }[] = []

  constructor(dialect: Dialect = dialects.duckdb) {
    this.#dialect = dialect
  }

  /** The table of a frame, for `outcomesStatement`; its key is the row number. `added`: columns the frame lacks. */
  table(frame: Frame, scope: Scope, added: ReadonlyMap<string, Column> = new Map()): SqlTable {
    const loaded = this.#tableOf(frame)
    const withAdded: Frame = { ...frame, column: (name) => added.get(name) ?? frame.column(name) }
    return {
      from: `${loaded.name} AS t`,
      keys: [{ name: 'row', sql: 't.row_number' }],
      scope: this.#scope(withAdded, scope, 't', loaded, ''),
    }
  }

  #tableOf(frame: Frame): LoadedTable {
    const known = this.#tables.get(frame)
    if (known) return known
    const made = {
      name: `data${this.#tables.size}`,
      rowCount: frame.rowCount,
      columns: new Map<string, Column>(),
    }
    this.#tables.set(frame, made)
    return made
  }

  #scope(frame: Frame, scope: Scope, alias: string, table: LoadedTable, prefix: string): SqlScope {
    return {
      lookup: (name): SqlName | undefined => {
        const binding = scope.lookup(name)
        switch (binding?.kind) {
          case undefined:
            return undefined
          case 'column': {
            const column = frame.column(name)
            if (!column) return { kind: 'absent' }
            const stored = prefix + name
            table.columns.set(stored, column)
            return {
              kind: 'column',
              type: binding.type,
              sql: `${alias}.${this.#dialect.name(stored)}`,
              ...(column.unknown ? { unknown: `${alias}.${this.#dialect.name(`${stored}?`)}` } : {}),
            }
          }
          case 'constant': {
            const value = frame.constant(name)
            return value === undefined ? { kind: 'absent' } : { kind: 'constant', value }
          }
          case 'group': {
            const group = frame.group(name)
            if (!group) return { kind: 'absent' }
            return {
              kind: 'group',
              scope: this.#scope(group, binding.scope, alias, table, `${prefix}${name}.`),
            }
          }
          case 'relation': {
            const related = frame.relation(name)
            if (!related) return { kind: 'absent' }
            const child = this.#tableOf(related.frame)
            const links = `${table.name}_links_${name}`
            if (!this.#links.some((link) => link.name === links)) {
              this.#links.push({ name: links, offsets: related.offsets, rows: related.rows })
            }
            return {
              kind: 'relation',
              cardinality: binding.cardinality,
              rows: (inner) => ({
                from: `${this.#dialect.name(links)} AS l_${inner} JOIN ${child.name} AS ${inner} ON ${inner}.row_number = l_${inner}.child`,
                on: [{ outer: `${alias}.row_number`, inner: `l_${inner}.parent` }],
              }),
              scope: (inner) => this.#scope(related.frame, binding.scope, inner, child, ''),
            }
          }
        }
      },
    }
  }

  /** What the statements written so far need. */
  contents(): readonly TableContents[] {
    const tables = [...this.#tables.values()].map((table): TableContents => {
      const columns: StoredColumn[] = [{ name: 'row_number', type: 'integer', value: (row) => row }]
      for (const [name, column] of table.columns) {
        columns.push({ name, type: column.kind, value: (row) => valueAt(column, row) })
        const { unknown } = column
        if (unknown) {
          columns.push({ name: `${name}?`, type: 'boolean', value: (row) => unknown[row] === 1 })
        }
      }
      return { name: table.name, rowCount: table.rowCount, columns }
    })
    const links = this.#links.map((link): TableContents => {
      const parents = new Int32Array(link.rows.length)
      for (let parent = 0; parent + 1 < link.offsets.length; parent++) {
        parents.fill(parent, link.offsets[parent], link.offsets[parent + 1])
      }
      return {
        name: link.name,
        rowCount: link.rows.length,
        columns: [
          { name: 'parent', type: 'integer', value: (row) => parents[row] ?? null },
          { name: 'child', type: 'integer', value: (row) => link.rows[row] ?? null },
        ],
      }
    })
    return [...tables, ...links]
  }
}

interface LoadedTable {
  readonly name: string
  readonly rowCount: number
  readonly columns: Map<string, Column>
}

export interface TableContents {
  readonly name: string
  readonly rowCount: number
  readonly columns: readonly StoredColumn[]
}

export interface StoredColumn {
  readonly name: string
  readonly type: Column['kind'] | 'integer'
  /** A date is its day number. */
  value(row: number): number | string | boolean | null
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
