import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { findDelimiter, splitCsv } from './splitCsv.ts'

it('gives back any table that is quoted by the rules', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\t', '余', ' '), maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',' as const, '\t' as const),
      fc.constantFrom('\n', '\r\n', '\r'),
      (table, delimiter, lineEnd) => {
        const text = table
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
          .join(lineEnd)
        const seen = table.map((row) => row.map(() => ''))
        const unclosed = splitCsv(text, delimiter, true, (row, column, value) => {
          const line = seen[row]
          if (line) line[column] = value
        })
        expect(unclosed).toBe(-1)
        expect(seen).toEqual(table)
      },
    ),
  )
})

it.each([
  ['a,b\n1,2', ','],
  ['a\tb\n1,5\t2\n3\t4', '\t'],
  ['a\t,b\t\n1\t,2\t', ','],
  ['a;b;c\n1,5;2;3', ';'],
  ['a|b\n1|2', '|'],
  ['sep=;\na,b;c', ';'],
  ['标题\n\n"x,y,z"\t1\na\tb', '\t'],
  ['只有一列\n1', ','],
] as const)('%j is split at %j', (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter)
})
