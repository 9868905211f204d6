import * as fc from 'fast-check'

/** What a cell of a generated workbook holds; each writer puts it in its own way. */
export type GridCell =
  | null
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** An Excel serial shown as a date. */
  | { readonly kind: 'date'; readonly value: number }
  | { readonly kind: 'formula'; readonly formula: string; readonly value: number }

export type Grid = readonly (readonly GridCell[])[]

const text = fc.oneof(
  fc.constantFrom(
    '借据号',
    '浙江某某有限公司',
    '330106199001011234',
    '00123',
    '=1+1',
    ' 前后空格 ',
    '',
    '_x000D_',
    '<b>&amp;</b>',
    '𠮷野家',
  ),
  fc.string({
    unit: fc.constantFrom('余', '额', 'a', '&', '<', '>', '"', "'", ' ', '\n', '_', 'x', '0', '4', '1', '𠮷'),
    maxLength: 12,
  }),
)
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.constantFrom(0.1 + 0.2, 600836.1699999999, 1e-7, 123456789012345680, 0.0522),
)
const cell: fc.Arbitrary<GridCell> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: number.map((value) => ({ kind: 'number' as const, value: value === 0 ? 0 : value })),
  },
  { weight: 3, arbitrary: text.map((value) => ({ kind: 'text' as const, value })) },
  { weight: 1, arbitrary: fc.boolean().map((value) => ({ kind: 'boolean' as const, value })) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 61, max: 80_000 }).map((value) => ({ kind: 'date' as const, value })),
  },
  {
    weight: 1,
    arbitrary: fc.integer().map((value) => ({ kind: 'formula' as const, formula: 'SUM(Z1:Z2)', value })),
  },
)

/** Small grids with every kind of cell, holes and ragged rows. */
export const grids: fc.Arbitrary<Grid> = fc.array(fc.array(cell, { maxLength: 8 }), {
  minLength: 1,
  maxLength: 12,
})
