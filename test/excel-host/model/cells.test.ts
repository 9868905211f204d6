import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { type CellValue, Cells, TextPool } from './cells.ts'

/** The same, done on plain arrays of rows. */
type Plain = CellValue[][]

const value = fc.oneof(fc.integer(), fc.boolean(), fc.constantFrom('甲', '乙'), fc.constant(null))
const place = fc.nat({ max: 9 })
const step = fc.oneof(
  fc.record({ do: fc.constant('set' as const), row: place, column: place, value }),
  fc.record({ do: fc.constant('insertRows' as const), row: place, count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('deleteRows' as const), row: place, count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('insertColumns' as const), row: place, count: fc.constant(1) }),
  fc.record({ do: fc.constant('deleteColumns' as const), row: place, count: fc.constant(1) }),
)
const SIZE = 40

test('cells move as rows of an array do, and a snapshot brings back what was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat({ max: 29 }), (steps, snapAt) => {
      const cells = new Cells(new TextPool())
      let plain: Plain = Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, () => null))
      const seen = (): Plain => plain.map((row, r) => row.map((_, c) => cells.value(r, c)))
      let kept: { plain: Plain; restore: () => void } | null = null
      for (const [i, one] of steps.entries()) {
        if (i === snapAt) {
          const snapshot = cells.snapshot()
          kept = { plain: plain.map((row) => [...row]), restore: () => cells.restore(snapshot) }
        }
        if (one.do === 'set') {
          cells.setValue(one.row, one.column, one.value)
          plain = plain.with(one.row, (plain[one.row] ?? []).with(one.column, one.value))
          continue
        }
        const { row, count } = one
        cells[one.do](row, count, 0, SIZE * SIZE)
        const empty = (length: number): null[] => Array.from({ length }, () => null)
        if (one.do === 'insertRows')
          plain = plain.toSpliced(row, 0, ...Array.from({ length: count }, () => empty(SIZE)))
        if (one.do === 'deleteRows')
          plain = [...plain.toSpliced(row, count), ...Array.from({ length: count }, () => empty(SIZE))]
        if (one.do === 'insertColumns') plain = plain.map((line) => line.toSpliced(row, 0, ...empty(count)))
        if (one.do === 'deleteColumns')
          plain = plain.map((line) => [...line.toSpliced(row, count), ...empty(count)])
        plain = plain.slice(0, SIZE).map((line) => line.slice(0, SIZE))
      }
      expect(seen()).toEqual(plain)
      if (!kept) return
      kept.restore()
      ;({ plain } = kept)
      expect(seen()).toEqual(plain)
    }),
    { numRuns: 60 },
  )
})
