import { setFilter } from '../actions/setFilter.ts'
import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import type { Filter, Table } from '../model/decor.ts'
import { itemNotFound } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import { number, range, record } from './arguments.ts'
import { rangeObject } from './makers.ts'
import { RangeRef } from './rangeRef.ts'

/** The filter of a sheet, or of one of its tables. */
interface On {
  readonly host: Host
  readonly sheet: Sheet
  readonly table: Table | null
}

export const autoFilterOf = (on: On): ExcelObject => make(FILTER, on)

function held({ sheet, table }: On): Filter | null {
  if (!table) return sheet.decor.filter
  const now = sheet.decor.tables.find(({ id }) => id === table.id)
  return now ? (now.filter ?? { area: now.area, criteria: new Map() }) : null
}

function set(on: On, filter: Filter | null): void {
  on.sheet.guardOption('allowAutoFilter')
  setFilter(on.host, on.sheet, on.table, filter, 'addin')
}

const FILTER: Kind<On> = {
  name: 'AutoFilter',
  read: {
    Enabled: (on) => held(on) !== null,
    IsDataFiltered: (on) => (held(on)?.criteria.size ?? 0) > 0,
    Criteria: (on) => {
      const filter = held(on)
      return filter
        ? Array.from({ length: filter.area.columns }, (_, c) => filter.criteria.get(c) ?? null)
        : []
    },
  },
  methods: {
    Apply: (on, address, column, criteria) => {
      const { area } = range(on.host, address, on.sheet)
      const known = held(on)
      const kept = new Map(known?.criteria)
      if (typeof column === 'number') kept.set(column, record(criteria))
      set(on, { area, criteria: kept })
    },
    ClearCriteria: (on) => {
      const filter = held(on)
      if (filter) set(on, { ...filter, criteria: new Map() })
    },
    ClearColumnCriteria: (on, column) => {
      const filter = held(on)
      if (!filter) return
      const criteria = new Map(filter.criteria)
      criteria.delete(number(column))
      set(on, { ...filter, criteria })
    },
    Reapply: (on) => set(on, held(on)),
    Remove: (on) => set(on, null),
    GetRange: (on) => {
      const filter = held(on)
      if (!filter) throw itemNotFound()
      return rangeObject(new RangeRef(on.host, on.sheet, filter.area))
    },
    GetRangeOrNullObject: (on) => {
      const filter = held(on)
      return filter && rangeObject(new RangeRef(on.host, on.sheet, filter.area))
    },
  },
}
