import { clearCells } from '../actions/clearCells.ts'
import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import { intersection } from '../model/area.ts'
import { range, textOr } from './arguments.ts'
import { conditionalFormatsOf } from './conditionalFormats.ts'
import { dataValidationOf } from './dataValidation.ts'
import { rangeAreas, rangeObject, worksheet } from './makers.ts'
import { rangeFormat } from './rangeFormat.ts'
import { AreasRef, RangeRef } from './rangeRef.ts'

const each = ({ host, sheet, areas }: AreasRef): RangeRef[] => areas.map((a) => new RangeRef(host, sheet, a))

const AREAS: Kind<AreasRef> = {
  name: 'RangeAreas',
  tracked: true,
  read: {
    Address: (ref) =>
      each(ref)
        .map((one) => one.fullAddress)
        .join(','),
    AddressLocal: (ref) =>
      each(ref)
        .map((one) => one.fullAddress)
        .join(','),
    AreaCount: ({ areas }) => areas.length,
    CellCount: ({ areas }) => areas.reduce((n, a) => n + a.rows * a.columns, 0),
    IsEntireRow: () => false,
    IsEntireColumn: () => false,
  },
  children: {
    Areas: (ref) => make(COLLECTION, ref),
    Format: (ref) => rangeFormat(ref),
    Worksheet: ({ host, sheet }) => worksheet(host, sheet),
    ConditionalFormats: ({ host, sheet, areas }) => conditionalFormatsOf(host, sheet, areas),
    DataValidation: ({ host, sheet, areas }) => dataValidationOf(host, sheet, areas),
  },
  methods: {
    Clear: (ref, what) => {
      for (const one of each(ref)) {
        one.sheet.guard(one.area)
        clearCells(one.host, one.sheet, one.area, textOr(what, 'All'))
      }
    },
    Select: ({ host, sheet, areas: [first] }) => first && host.select(sheet, first, 'addin'),
    GetIntersectionOrNullObject: ({ host, sheet, areas }, other) => {
      const b = range(host, other, sheet)
      const common = areas.flatMap((a) => intersection(a, b.area) ?? [])
      return common.length === 0 ? null : rangeAreas(new AreasRef(host, sheet, common))
    },
  },
}

const COLLECTION: Kind<AreasRef> = {
  name: 'RangeCollection',
  read: { Count: ({ areas }) => areas.length },
  items: (ref) => each(ref).map(rangeObject),
}

export const makeAreas = (ref: AreasRef): ExcelObject => make(AREAS, ref)
